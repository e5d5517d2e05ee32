// Do the shared character tests tell operators from text?
#include "core/query/characters.hpp"

#include <gtest/gtest.h>

#include "core/query/limits.hpp"

namespace medcode::query {
namespace {

TEST(CharactersTest, blanks_of_pasted_text_are_blanks) {
  EXPECT_EQ(blank_length(" a"), 1U);
  EXPECT_EQ(blank_length("\n"), 1U);
  EXPECT_EQ(blank_length("\xC2\xA0"), 2U);
  EXPECT_EQ(blank_length("\xE2\x80\x8B"), 3U);
  EXPECT_EQ(blank_length("\xE3\x80\x80"), 3U);
  EXPECT_EQ(blank_length(""), 0U);
  EXPECT_EQ(blank_length("\xE2\x80\x8C"), 0U);
  EXPECT_EQ(blank_length("\xE2\x80"), 0U);
  EXPECT_EQ(blank_length("\xC2"), 0U);
}

TEST(CharactersTest, curly_quotes_are_quotes_and_primes_are_not) {
  EXPECT_EQ(quote_length("\"a"), 1U);
  EXPECT_EQ(quote_length("\xE2\x80\x9C"), 3U);
  EXPECT_EQ(quote_length("\xE2\x80\xB3"), 0U);
  EXPECT_EQ(quote_length("'"), 0U);
}

TEST(CharactersTest, keywords_are_whole_words_in_upper_case) {
  EXPECT_EQ(keyword_length("AND b"), 3U);
  EXPECT_EQ(keyword_length("OR"), 2U);
  EXPECT_EQ(keyword_length("NOT(a)"), 3U);
  EXPECT_EQ(keyword_length("NOT\"a\""), 3U);
  EXPECT_EQ(keyword_length("ANDROID"), 0U);
  EXPECT_EQ(keyword_length("and"), 0U);
  EXPECT_EQ(keyword_length("OR,"), 0U);
}

TEST(CharactersTest, a_minus_excludes_only_before_a_word) {
  EXPECT_EQ(minus_length("-a"), 1U);
  EXPECT_EQ(minus_length("-(a)"), 1U);
  EXPECT_EQ(minus_length("- a"), 0U);
  EXPECT_EQ(minus_length("--a"), 0U);
  EXPECT_EQ(minus_length("-)"), 0U);
  EXPECT_EQ(minus_length("-"), 0U);
}

TEST(CharactersTest, patterns_are_told_from_names_and_questions) {
  EXPECT_TRUE(is_wildcard("diab*"));
  EXPECT_TRUE(is_wildcard("*itis"));
  EXPECT_TRUE(is_wildcard("an?emia"));
  EXPECT_TRUE(is_wildcard("a??b"));
  EXPECT_FALSE(is_wildcard("HLA-B*57:01"));
  EXPECT_FALSE(is_wildcard("?PE"));
  EXPECT_FALSE(is_wildcard("fracture??"));
  EXPECT_FALSE(is_wildcard("??"));
  EXPECT_FALSE(is_wildcard(""));
}

TEST(CharactersTest, quoted_pieces_are_short_valid_and_on_one_line) {
  EXPECT_EQ(quoted_piece("abc"), "`abc`");
  EXPECT_EQ(quoted_piece("a\nb\xFF"), "`a\xEF\xBF\xBD" "b\xEF\xBF\xBD`");
  EXPECT_EQ(quoted_piece(std::string(max_quoted_bytes, 'a')), "`" + std::string(max_quoted_bytes, 'a') + "`");
  EXPECT_EQ(quoted_piece(std::string(max_quoted_bytes + 1, 'a')), "`" + std::string(max_quoted_bytes, 'a') + "...`");
}

}  // namespace
}  // namespace medcode::query
