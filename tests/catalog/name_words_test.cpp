// Does a name become words that join to exactly that name again?
#include "core/catalog/name_words.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "tests/support/random_content.hpp"

namespace medcode::catalog {
namespace {

std::string join(const std::vector<std::string>& words) {
  std::string name;
  Glue previous = Glue::ToNext;
  for (const std::string& word : words) {
    append_word(name, word, previous);
    previous = glue_of(word);
  }
  return name;
}

TEST(NameWords, CutABracketAndAMarkFromTheirWord) {
  EXPECT_EQ(split_name("Fracture of tibia (left), initial"), (std::vector<std::string>{"Fracture", "of", "tibia", "(", "left", ")", ",", "initial"}));
  EXPECT_EQ(split_name("[a];b (c:"), (std::vector<std::string>{"[", "a];b", "(", "c", ":"}));
}

TEST(NameWords, KeepAMarkThatStandsAloneApartFromOneThatSticks) {
  EXPECT_EQ(split_name("a , b"), (std::vector<std::string>{"a", " ,", "b"}));
  EXPECT_EQ(split_name("( a ()"), (std::vector<std::string>{" (", "a", " ()"}));
}

TEST(NameWords, OfAnEmptyNameAreNone) {
  EXPECT_TRUE(split_name("").empty());
  EXPECT_EQ(join({}), "");
}

TEST(NameWords, JoinToExactlyTheNameTheyWereCutFrom) {
  for (const char* name : {"a", "(", ")", ",", "()", "(a)", "((a))", "a,", ",a", "a ,", ", a", "a , b", "a ( b", "a) (b", "( )", "[x] (y): z;", "(a b)", "a (b) c, d", "a (,) b", "é (ß), β"}) {
    EXPECT_EQ(join(split_name(name)), name);
  }
}

TEST(NameWords, JoinToExactlyAnyNameWithoutDoubleBlanks) {
  query::testing::RandomSource random;
  constexpr std::string_view pieces[] = {"a", "bc", " ", "(", ")", "[", "]", ",", ";", ":", "-", "é", "1.5"};
  for (int round = 0; round < 20'000; ++round) {
    std::string name;
    for (std::size_t i = random.below(14); i > 0; --i) {
      const std::string_view piece = random.one_of(pieces);
      if (piece != " " || (!name.empty() && name.back() != ' ')) name += piece;
    }
    if (name.ends_with(' ')) name.pop_back();
    ASSERT_EQ(join(split_name(name)), name) << random.described();
  }
}

TEST(NameWords, NeverHoldAByteThatEndsALineOfTheWordList) {
  for (const char* name : {"a\nb", "a\tb", "a\r\nb", "\na", "a\n"}) {
    for (const std::string& word : split_name(name)) EXPECT_EQ(word.find_first_of("\n\r\t"), std::string::npos) << name;
  }
  EXPECT_EQ(join(split_name("a\nb")), "a b");
}

}  // namespace
}  // namespace medcode::catalog
