// Is the lexicon read with its mistakes told, written in one order and found by its words?
#include "core/text/lexicon.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::text {
namespace {

std::vector<LexiconMatch> find(const Lexicon& lexicon, std::string_view phrase) {
  std::vector<std::string> keys;
  for (const Token& token : tokenize(phrase)) keys.push_back(term_key(token.form));
  std::vector<LexiconMatch> matches;
  lexicon.find(keys, matches);
  return matches;
}

TEST(LexiconFile, GivesItsEntriesWithTheKindOfItsName) {
  const auto entries = read_lexicon_file("dir/abbreviations.tsv", "# comment\nfrom\tto\tsystems\r\ncbd\tcommon bile duct|closed bag drainage\ticd10cm,cpt4\r\n\nrt\tright\n");
  ASSERT_TRUE(entries.ok());
  ASSERT_EQ(entries->size(), 2U);
  EXPECT_EQ((*entries)[0].kind, LexiconKind::Abbreviation);
  EXPECT_EQ((*entries)[0].from, "cbd");
  EXPECT_EQ((*entries)[0].alternatives, (std::vector<std::string>{"common bile duct", "closed bag drainage"}));
  EXPECT_EQ((*entries)[0].systems, (std::vector<std::string>{"icd10cm", "cpt4"}));
  EXPECT_TRUE((*entries)[1].systems.empty());
}

TEST(LexiconFile, OfEquivalentsGivesAnEntryForEachWordOfAGroup) {
  const auto entries = read_lexicon_file("equivalents.tsv", "words\nkidney|renal|nephric\n");
  ASSERT_TRUE(entries.ok());
  ASSERT_EQ(entries->size(), 3U);
  EXPECT_EQ((*entries)[1].from, "renal");
  EXPECT_EQ((*entries)[1].alternatives, (std::vector<std::string>{"kidney", "nephric"}));
}

TEST(LexiconFile, TellsItsMistakesWithTheLine) {
  struct Mistake {
    std::string_view file, bytes, message;
    std::size_t line;
  };
  for (const Mistake& mistake : {Mistake{"jokes.tsv", "from\tto\n", "The name of this lexicon file names no kind of entry.", 0},
                                 Mistake{"lay.tsv", "# a\n\nheart attack\tmyocardial infarction\n", "The header row of this lexicon file is missing.", 3},
                                 Mistake{"lay.tsv", "from\tto\nheart attack\n", "This lexicon row has no `from` or no `to`.", 2},
                                 Mistake{"lay.tsv", "from\tto\na\tb\n\n\tmyocardial infarction\n", "This lexicon row has no `from` or no `to`.", 4}}) {
    const auto entries = read_lexicon_file(mistake.file, mistake.bytes);
    ASSERT_FALSE(entries.ok()) << mistake.bytes;
    EXPECT_EQ(entries.error().code, ErrorCode::BadFormat);
    EXPECT_EQ(entries.error().message, mistake.message);
    EXPECT_EQ(entries.error().place.file, mistake.file);
    EXPECT_EQ(entries.error().place.line, mistake.line);
    EXPECT_FALSE(entries.error().advice.empty());
  }
}

TEST(LexiconFile, OfThisProjectIsReadWhole) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(MEDCODE_ROOT "/data/lexicon")) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const auto entries = read_lexicon_file(entry.path().string(), text.str());
    EXPECT_TRUE(entries.ok()) << to_string(entries.error());
    EXPECT_FALSE(entries->empty());
    ++files;
  }
  EXPECT_GE(files, 6U);
}

const std::vector<LexiconEntry>& some_entries() {
  static const std::vector<LexiconEntry> entries{{LexiconKind::Lay, "heart attack", {"myocardial infarction"}, {}},
                                                 {LexiconKind::Abbreviation, "CBD", {"common bile duct", "closed bag drainage"}, {"icd10cm", "cpt4"}},
                                                 {LexiconKind::Procedure, "heart", {"cardiac"}, {}},
                                                 {LexiconKind::Lay, "heart", {"-"}, {}}};
  return entries;
}

TEST(Lexicon, IsWrittenTheSameInAnyOrderAndEachEntryOnce) {
  std::vector<LexiconEntry> entries = some_entries();
  const std::string text = write_lexicon(entries);
  entries.insert(entries.end(), some_entries().begin(), some_entries().end());
  query::testing::RandomSource random;
  for (std::size_t i = entries.size(); i > 1; --i) std::swap(entries[i - 1], entries[random.below(i)]);
  EXPECT_EQ(write_lexicon(entries), text);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
}

TEST(Lexicon, FindsWordsAndPhrasesInAnySpelling) {
  const std::string text = write_lexicon(some_entries());
  const Lexicon lexicon(text);
  EXPECT_EQ(lexicon.size(), 4U);
  const std::vector<LexiconMatch> matches = find(lexicon, "Heart attacks recently");
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_EQ(matches[0].words, 1U);
  EXPECT_EQ(matches[1].words, 1U);
  EXPECT_EQ(matches[2].words, 2U);
  EXPECT_EQ(matches[2].kind, LexiconKind::Lay);
  EXPECT_EQ(matches[2].alternatives, "myocardial infarction");
  const std::vector<LexiconMatch> limited = find(lexicon, "cbd");
  ASSERT_EQ(limited.size(), 1U);
  EXPECT_EQ(limited[0].systems, "icd10cm,cpt4");
  EXPECT_EQ(limited[0].alternatives, "common bile duct|closed bag drainage");
  EXPECT_TRUE(find(lexicon, "attack heart").empty());
  EXPECT_TRUE(find(lexicon, "").empty());
}

TEST(Lexicon, LeavesOutEntriesTooLongOrWithoutWords) {
  const std::string text = write_lexicon(std::vector<LexiconEntry>{{LexiconKind::Lay, "one two three four five six seven", {"x"}, {}},
                                                                   {LexiconKind::Lay, "one two three four five six", {"y"}, {}},
                                                                   {LexiconKind::Lay, "+/-", {"z"}, {}},
                                                                   {LexiconKind::Lay, "nothing", {}, {}}});
  const Lexicon lexicon(text);
  EXPECT_EQ(lexicon.size(), 1U);
  EXPECT_EQ(find(lexicon, "one two three four five six seven").size(), 1U);
}

TEST(Lexicon, KeepsAnEntryInItsLineWhateverItsText) {
  const std::string text = write_lexicon(std::vector<LexiconEntry>{{LexiconKind::Synonym, "stent", {"intraluminal\tdevice\nzz\tlay\t\tinjected"}, {"icd10\tcm"}}});
  const Lexicon lexicon(text);
  EXPECT_EQ(lexicon.size(), 1U);
  EXPECT_TRUE(find(lexicon, "zz").empty());
  const std::vector<LexiconMatch> matches = find(lexicon, "stent");
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].alternatives, "intraluminal device zz lay  injected");
}

TEST(Lexicon, PassesOverLinesThatAreNotOfTheFormat) {
  for (const std::string_view hostile : {"", "\n", "\n\n\n", "heart", "heart\t", "heart\tlay", "heart\tlay\t", "heart\tlay\t\t", "heart\tjoke\t\tx\n", "\t\t\t\t\n", "\xFF\xFE\t\xFF"}) {
    const Lexicon lexicon(hostile);
    EXPECT_TRUE(find(lexicon, "heart attack").empty()) << hostile;
  }
}

TEST(Lexicon, AnswersAnythingToRandomTextWithoutHarm) {
  query::testing::RandomSource random;
  constexpr std::string_view pieces[] = {"heart", "attack", "\t", "\n", " ", "|", "lay", ",", "\xFF", "-", "zz", std::string_view("\0", 1)};
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (std::size_t i = random.below(40); i > 0; --i) text += random.one_of(pieces);
    const Lexicon lexicon(text);
    for (const LexiconMatch& match : find(lexicon, "heart attack zz")) ASSERT_FALSE(match.alternatives.empty()) << random.described();
  }
}

}  // namespace
}  // namespace medcode::text
