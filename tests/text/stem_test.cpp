// Is the stemmer that of Snowball, on every word that this project ships?
#include "core/text/stem.hpp"

#include <gtest/gtest.h>
#include <libstemmer.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "core/text/tokenize.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::text {
namespace {

namespace fs = std::filesystem;

/// Is Debian's libstemmer.
class Snowball {
 public:
  Snowball() : stemmer_(sb_stemmer_new("english", nullptr)) {}
  ~Snowball() { sb_stemmer_delete(stemmer_); }
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;

  std::string stem(const std::string& word) {
    const sb_symbol* stemmed = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
  }

 private:
  sb_stemmer* stemmer_;
};

std::string stemmed(std::string word) {
  stem_english(word);
  return word;
}

/// Adds every folded word of a-z of the files of `folder`.
void add_words(const fs::path& folder, std::set<std::string>& words) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    for (Token& token : tokenize(text.str())) {
      if (token.form.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) words.insert(std::move(token.form));
    }
  }
}

TEST(Stem, IsThatOfSnowballOnEveryWordOfTheStarterCatalogAndTheLexicon) {
  std::set<std::string> words;
  add_words(fs::path(MEDCODE_ROOT) / "data/starter", words);
  add_words(fs::path(MEDCODE_ROOT) / "data/lexicon", words);
  ASSERT_GT(words.size(), 10'000U);
  Snowball snowball;
  for (const std::string& word : words) EXPECT_EQ(stemmed(word), snowball.stem(word)) << word;
}

TEST(Stem, IsThatOfSnowballOnRandomWordsMadeOfSuffixes) {
  query::testing::RandomSource random;
  constexpr std::string_view pieces[] = {"a",   "e",   "y",    "o",   "b",   "t",    "st",   "nn",  "s",   "us",  "ied",  "ies",  "eed", "ing", "edly", "ly",
                                         "ate", "al",  "ational", "iz", "ization", "ful", "ness", "ous", "ive", "ment", "ent", "ion", "ll", "ogi", "li", "gener",
                                         "commun", "arsen", "x", "w", "able", "ic", "i", "r"};
  Snowball snowball;
  for (int round = 0; round < 50'000; ++round) {
    std::string word;
    for (std::size_t i = 1 + random.below(5); i > 0; --i) word += random.one_of(pieces);
    ASSERT_EQ(stemmed(word), snowball.stem(word)) << word << ' ' << random.described();
  }
}

TEST(Stem, UnitesTheFormsOfAWord) {
  EXPECT_EQ(stemmed("fractures"), stemmed("fracture"));
  EXPECT_EQ(stemmed("injections"), stemmed("injection"));
  EXPECT_EQ(stemmed("stenting"), stemmed("stents"));
}

TEST(Stem, LeavesShortWordsAndWordsWithOtherBytesAlone) {
  for (const char* word : {"", "a", "as", "b12s", "糖尿病", "naïves", "Stents", "0.5s"}) EXPECT_EQ(stemmed(word), word);
}

}  // namespace
}  // namespace medcode::text
