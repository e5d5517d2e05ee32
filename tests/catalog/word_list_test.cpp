// Does every word get its number, the common ones the small ones, and back; and does each form bring the key of its term?
#include "core/catalog/word_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/catalog/format.hpp"
#include "core/text/key.hpp"

namespace medcode::catalog {
namespace {

/// Returns a numbering of `count` words, of which word 7 is the commonest.
WordNumbering numbered(std::size_t count) {
  WordNumbering numbering;
  for (std::size_t i = 0; i < count; ++i) numbering.count("word" + std::to_string(i));
  for (int i = 0; i < 5; ++i) numbering.count("word7");
  numbering.finish();
  return numbering;
}

/// Returns 128 words that are commoner than `words`, and those.
WordNumbering numbered_behind_common(std::initializer_list<const char*> words) {
  WordNumbering numbering;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < common_word_count; ++i) numbering.count("common" + std::to_string(i));
  }
  for (const char* word : words) numbering.count(word);
  numbering.finish();
  return numbering;
}

Result<WordList> read(const WordListBytes& bytes) { return read_word_list({bytes.common, bytes.prefixes, bytes.suffixes, bytes.kinds, bytes.keys, bytes.tails}); }

TEST(WordList, GivesTheCommonestWordsTheFirstNumbersAndTheRestInByteOrder) {
  const WordNumbering numbering = numbered(300);
  EXPECT_EQ(numbering.number("word7"), 0U);
  EXPECT_EQ(numbering.words().size(), 300U);
  EXPECT_TRUE(std::is_sorted(numbering.words().begin() + common_word_count, numbering.words().end()));
}

TEST(WordList, PutsSpellingsOfOneFormSideBySideAndWritesTheFormOnce) {
  const WordNumbering numbering = numbered_behind_common({"Zinc", "fibula", "Fibula", "FIBULA", "fractured", "Fracture-like", "haemorrhage", "mRNA"});
  const std::vector<std::string> others(numbering.words().begin() + common_word_count, numbering.words().end());
  EXPECT_EQ(others, (std::vector<std::string>{"fibula", "Fibula", "FIBULA", "Fracture-like", "fractured", "haemorrhage", "mRNA", "Zinc"}));
  const WordListBytes bytes = write_word_list(numbering.words());
  EXPECT_EQ(bytes.suffixes, "fibula\n\n\nracture-like\nd\nhaemorrhage\nmRNA\nzinc\n");
  EXPECT_EQ(bytes.kinds, std::string("\0\1\2\5\0\0\7\1", 8));
  EXPECT_EQ(bytes.keys, std::string("\0\4\x15\0", 4));
  EXPECT_EQ(bytes.tails, "emorrhag\n");
}

TEST(WordList, ComesBackAsItWasWritten) {
  for (const std::size_t count : {0U, 1U, 127U, 128U, 129U, 500U}) {
    const WordNumbering numbering = count < 8 ? [&] { WordNumbering few; for (std::size_t i = 0; i < count; ++i) few.count("x"); few.finish(); return few; }() : numbered(count);
    const Result<WordList> list = read(write_word_list(numbering.words()));
    ASSERT_TRUE(list.ok()) << count;
    ASSERT_EQ(list->size(), numbering.words().size());
    for (std::uint32_t i = 0; i < list->size(); ++i) EXPECT_EQ(list->word(i), numbering.words()[i]);
  }
}

TEST(WordList, BringsTheKeyOfEveryFormAscending) {
  const WordNumbering numbering = numbered_behind_common({"Zinc", "fibula", "Fibula", "iii", "fractures", "haemorrhages", "0.5", "B12", "feet", "Sj\xC3\xB6gren", "(2"});
  const Result<WordList> list = read(write_word_list(numbering.words()));
  ASSERT_TRUE(list.ok());
  ASSERT_EQ(list->forms.size(), 8U);
  for (std::uint32_t i = 0; i < list->forms.size(); ++i) {
    EXPECT_EQ(list->keys.at(i), text::term_key(list->forms.at(i)));
    ASSERT_TRUE(i == 0 || list->forms.at(i - 1) < list->forms.at(i)) << i;
  }
  for (const char* word : {"Sj\xC3\xB6gren", "(2"}) EXPECT_EQ(list->form_of_word[numbering.number(word)], WordList::no_form) << word;
  EXPECT_EQ(list->form_of_word[numbering.number("Fibula")], list->form_of_word[numbering.number("fibula")]);
  EXPECT_EQ(list->forms.at(list->form_of_word[numbering.number("Zinc")]), "zinc");
}

TEST(WordList, RefusesWhatIsDamaged) {
  const WordListBytes good = write_word_list(numbered_behind_common({"fibula", "Fibula", "fractured", "haemorrhage", "x-ray"}).words());
  ASSERT_TRUE(read(good).ok());
  const auto is_refused = [&good](std::string WordListBytes::*section, const std::string& bytes) {
    WordListBytes wrong = good;
    wrong.*section = bytes;
    const Result<WordList> list = read(wrong);
    return !list.ok() && list.error().code == ErrorCode::Damaged;
  };
  EXPECT_TRUE(is_refused(&WordListBytes::common, good.common + "one too many\n"));
  EXPECT_TRUE(is_refused(&WordListBytes::common, "few\n"));
  for (std::string WordListBytes::*section : {&WordListBytes::common, &WordListBytes::prefixes, &WordListBytes::suffixes, &WordListBytes::kinds, &WordListBytes::keys, &WordListBytes::tails}) {
    const std::string& bytes = good.*section;
    EXPECT_TRUE(is_refused(section, bytes.substr(0, bytes.size() - 1)));
    EXPECT_TRUE(is_refused(section, bytes + '\0'));
    EXPECT_TRUE(is_refused(section, bytes + '\n'));
  }
  EXPECT_TRUE(is_refused(&WordListBytes::prefixes, "\x7F" + good.prefixes.substr(1))) << "shares more than there was";
  EXPECT_TRUE(is_refused(&WordListBytes::kinds, '\3' + good.kinds.substr(1))) << "plain, yet stored with its capitals";
  EXPECT_TRUE(is_refused(&WordListBytes::kinds, '\x8' + good.kinds.substr(1))) << "a kind there is not";
  EXPECT_TRUE(is_refused(&WordListBytes::keys, '\x7E' + good.keys.substr(1))) << "cuts off more than the form has";
  std::string descending = good.suffixes;
  descending[descending.find("ractured")] = 'a';
  EXPECT_TRUE(is_refused(&WordListBytes::suffixes, descending)) << "stands before the word before";
}

}  // namespace
}  // namespace medcode::catalog
