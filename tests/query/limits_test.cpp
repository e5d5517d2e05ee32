// Is everything a stranger can send bounded, answered and said?
#include "core/query/limits.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/base/utf8.hpp"
#include "core/query/mistakes.hpp"
#include "core/query/parser.hpp"

namespace medcode::query {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t time = 0; time < times; ++time) text += piece;
  return text;
}

void expect_too_large(const Parsed& parsed, std::string_view message) {
  ASSERT_TRUE(parsed.error.has_value());
  EXPECT_EQ(parsed.error->code, ErrorCode::TooLarge);
  EXPECT_EQ(parsed.error->message, message);
  EXPECT_FALSE(parsed.error->advice.empty());
}

TEST(LimitsTest, text_of_the_longest_size_is_read_whole) {
  const Parsed parsed = parse("a" + std::string(max_query_bytes - 1, 'b'));
  EXPECT_FALSE(parsed.error.has_value());
  EXPECT_EQ(parsed.ast.root.text.size(), max_query_bytes);
}

TEST(LimitsTest, longer_text_is_cut_said_and_answered) {
  const Parsed parsed = parse("stent " + std::string(max_query_bytes, 'b'));
  expect_too_large(parsed, "The query has 1030 bytes; the first 1024 are read.");
  EXPECT_EQ(parsed.error->place.begin, max_query_bytes);
  EXPECT_EQ(parsed.error->place.end, max_query_bytes + 6);
  ASSERT_EQ(parsed.ast.root.children.size(), 2U);
  EXPECT_EQ(parsed.ast.root.children[0].text, "stent");
  EXPECT_FALSE(parsed.ast.root.children[1].is_prefix);
}

TEST(LimitsTest, text_is_cut_between_characters) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const Parsed parsed = parse(std::string(shift, 'a') + repeated("\xF0\x9F\x98\x80", 300));
    EXPECT_EQ(find_invalid_utf8(parsed.ast.root.text), std::string::npos) << shift;
    EXPECT_GT(parsed.ast.root.text.size(), max_query_bytes - 4);
  }
}

TEST(LimitsTest, text_that_is_not_utf8_is_cut_at_the_limit) {
  EXPECT_EQ(parse(std::string(5000, '\x80')).ast.root.text.size(), max_query_bytes);
}

TEST(LimitsTest, as_many_words_as_allowed_are_read) {
  EXPECT_FALSE(parse(repeated("a ", max_query_words)).error.has_value());
}

TEST(LimitsTest, more_words_are_said_and_the_first_answered) {
  const Parsed parsed = parse(repeated("a ", max_query_words + 1));
  expect_too_large(parsed, "The query has 65 words; 64 are read.");
  EXPECT_EQ(count_words(parsed.ast.root), max_query_words);
}

TEST(LimitsTest, words_of_phrases_and_systems_count) {
  EXPECT_TRUE(parse("\"" + repeated("a ", max_query_words) + "\" b").error.has_value());
  EXPECT_TRUE(parse("system:a" + repeated(",a", max_query_words)).error.has_value());
}

TEST(LimitsTest, many_words_are_said_also_beside_another_mistake) {
  expect_too_large(parse(") " + repeated("a ", max_query_words + 1)), "The query has 65 words; 64 are read.");
}

TEST(LimitsTest, as_many_parentheses_as_allowed_are_read) {
  const std::string closed = std::string(max_query_depth, '(') + "a" + std::string(max_query_depth, ')');
  EXPECT_FALSE(parse(closed).error.has_value());
  EXPECT_FALSE(parse(std::string(max_query_depth, '(')).error.has_value());
}

TEST(LimitsTest, one_parenthesis_more_is_refused_before_the_grammar) {
  const Parsed parsed = parse(std::string(max_query_depth + 1, '(') + "a");
  expect_too_large(parsed, "More than 32 parentheses are open here.");
  EXPECT_EQ(parsed.error->place.begin, max_query_depth);
  EXPECT_EQ(parsed.ast.root.text, "a");
}

TEST(LimitsTest, depth_bombs_are_answered) {
  for (const std::size_t count : {std::size_t{1000}, std::size_t{3000}, std::size_t{1000000}}) {
    for (const std::string_view piece : {"(", "-(", "a (", "title:(", "NOT ", "\"(", "code:["}) {
      const Parsed parsed = parse("stent " + repeated(piece, count));
      ASSERT_TRUE(parsed.error.has_value()) << piece;
      EXPECT_LE(parsed.error->place.end, 6 + piece.size() * count);
      EXPECT_EQ(parsed.ast.root.children.empty() ? parsed.ast.root.text : parsed.ast.root.children[0].text, "stent");
    }
  }
}

TEST(LimitsTest, a_chain_of_not_does_not_nest) {
  const Parsed parsed = parse(repeated("NOT ", 201) + "a");
  EXPECT_FALSE(parsed.error.has_value());
  EXPECT_EQ(dump(parsed.ast), "Not\n  Word \"a\" prefix\n");
}

TEST(LimitsTest, a_piece_in_an_error_sentence_stays_short) {
  const Parsed parsed = parse("is:" + std::string(900, 'x'));
  ASSERT_TRUE(parsed.error.has_value());
  EXPECT_LT(parsed.error->message.size(), 120U);
}

}  // namespace
}  // namespace medcode::query
