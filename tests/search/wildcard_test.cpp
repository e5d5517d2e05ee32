// Does a word match a pattern with * and ? ?
#include "core/search/wildcard.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "tests/query/random_source.hpp"

namespace medcode::search {
namespace {

/// Says the same by trying everything.
bool matches_plainly(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') return matches_plainly(pattern.substr(1), text) || (!text.empty() && matches_plainly(pattern, text.substr(1)));
  return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) && matches_plainly(pattern.substr(1), text.substr(1));
}

TEST(Wildcard, StandsForAnyRunOrAnyOneCharacter) {
  EXPECT_TRUE(matches_wildcard("diab*", "diabetes"));
  EXPECT_TRUE(matches_wildcard("diab*", "diab"));
  EXPECT_TRUE(matches_wildcard("an?emia", "anaemia"));
  EXPECT_TRUE(matches_wildcard("*", ""));
  EXPECT_TRUE(matches_wildcard("*itis", "appendicitis"));
  EXPECT_FALSE(matches_wildcard("an?emia", "anemia"));
  EXPECT_FALSE(matches_wildcard("?", ""));
  EXPECT_FALSE(matches_wildcard("", "a"));
}

TEST(Wildcard, MatchesAsTryingEverythingDoes) {
  query::testing::RandomSource random;
  const auto text_of = [&random](std::string_view letters, std::size_t most) {
    std::string text;
    for (std::size_t i = random.below(most); i > 0; --i) text += letters[random.below(letters.size())];
    return text;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string pattern = text_of("ab*?", 8);
    const std::string text = text_of("ab", 10);
    ASSERT_EQ(matches_wildcard(pattern, text), matches_plainly(pattern, text)) << pattern << ' ' << text << ' ' << random.described();
  }
}

TEST(Wildcard, EndsSoonWhateverTheStars) {
  std::string pattern;
  for (int i = 0; i < 300; ++i) pattern += "*a";
  EXPECT_FALSE(matches_wildcard(pattern + "b", std::string(1'000, 'a')));
}

}  // namespace
}  // namespace medcode::search
