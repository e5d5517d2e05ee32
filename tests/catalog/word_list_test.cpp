// Does every word get its number, the common ones the small ones, and back?
#include "core/catalog/word_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/catalog/format.hpp"

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

TEST(WordList, GivesTheCommonestWordsTheFirstNumbersAndTheRestInByteOrder) {
  const WordNumbering numbering = numbered(300);
  EXPECT_EQ(numbering.number("word7"), 0U);
  EXPECT_EQ(numbering.words().size(), 300U);
  EXPECT_TRUE(std::is_sorted(numbering.words().begin() + common_word_count, numbering.words().end()));
}

TEST(WordList, ComesBackAsItWasWritten) {
  for (const std::size_t count : {0U, 1U, 127U, 128U, 129U, 500U}) {
    const WordNumbering numbering = count < 8 ? [&] { WordNumbering few; for (std::size_t i = 0; i < count; ++i) few.count("x"); few.finish(); return few; }() : numbered(count);
    const WordListBytes bytes = write_word_list(numbering.words());
    const Result<WordList> list = read_word_list(bytes.common, bytes.prefixes, bytes.suffixes);
    ASSERT_TRUE(list.ok()) << count;
    ASSERT_EQ(list->size(), numbering.words().size());
    for (std::uint32_t i = 0; i < list->size(); ++i) EXPECT_EQ(list->word(i), numbering.words()[i]);
  }
}

TEST(WordList, RefusesWhatIsDamaged) {
  const WordListBytes bytes = write_word_list(numbered(140).words());
  const auto is_refused = [](std::string_view common, std::string_view prefixes, std::string_view suffixes) {
    const Result<WordList> list = read_word_list(common, prefixes, suffixes);
    return !list.ok() && list.error().code == ErrorCode::Damaged;
  };
  EXPECT_TRUE(is_refused(bytes.common + "one too many\n", bytes.prefixes, bytes.suffixes));
  EXPECT_TRUE(is_refused(bytes.common.substr(0, bytes.common.size() - 1), bytes.prefixes, bytes.suffixes));
  EXPECT_TRUE(is_refused("few\n", bytes.prefixes, bytes.suffixes));
  EXPECT_TRUE(is_refused(bytes.common, bytes.prefixes.substr(1), bytes.suffixes));
  EXPECT_TRUE(is_refused(bytes.common, bytes.prefixes + '\0', bytes.suffixes));
  EXPECT_TRUE(is_refused(bytes.common, "\x7F" + bytes.prefixes.substr(1), bytes.suffixes));
  EXPECT_TRUE(is_refused(bytes.common, bytes.prefixes, bytes.suffixes.substr(0, bytes.suffixes.size() - 1)));
}

}  // namespace
}  // namespace medcode::catalog
