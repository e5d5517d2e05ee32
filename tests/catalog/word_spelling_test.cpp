// Is a word taken apart into what is stored and how it is spelled, and put together again?
#include "core/catalog/word_spelling.hpp"

#include <gtest/gtest.h>

#include "tests/query/random_source.hpp"

namespace medcode::catalog {
namespace {

TEST(WordSpelling, KnowsTheThreePatternsOfCapitals) {
  EXPECT_EQ(spell_word("fracture").kind(), 0);
  EXPECT_EQ(spell_word("Fracture").kind(), 1);
  EXPECT_EQ(spell_word("HIV").kind(), 2);
  EXPECT_EQ(spell_word("HIV").stored, "hiv");
  EXPECT_EQ(spell_word("0.5").kind(), 0);
}

TEST(WordSpelling, KeepsOtherCapitalsAsTheyAre) {
  const WordSpelling spelling = spell_word("mRNA");
  EXPECT_EQ(spelling.stored, "mRNA");
  EXPECT_EQ(spelling.kind(), 7);
}

TEST(WordSpelling, OnlyAWordThatIsItsOneFormIsPlain) {
  for (const char* word : {"x-ray", "Crohn's", "mg/ml", "(", "M\xC3\xA9ni\xC3\xA8re", "\xCE\xB2"}) EXPECT_FALSE(spell_word(word).is_plain) << word;
  EXPECT_EQ(spell_word("X-ray").kind(), 5);
  EXPECT_TRUE(spell_word("B12").is_plain);
}

TEST(WordSpelling, AnyWordComesBackAsItWas) {
  query::testing::RandomSource random;
  constexpr std::string_view letters = "abzABZ019-./'\xC3\xA9";
  for (int round = 0; round < 5'000; ++round) {
    std::string word;
    for (std::size_t i = random.below(6); i > 0; --i) word += letters[random.below(letters.size())];
    const WordSpelling spelling = spell_word(word);
    std::string again;
    append_spelled(spelling.stored, spelling.capitals, again);
    ASSERT_EQ(again, word) << random.described();
  }
}

}  // namespace
}  // namespace medcode::catalog
