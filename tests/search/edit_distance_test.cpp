// Are slips counted in bits as they are in the plain matrix?
#include "core/search/edit_distance.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "tests/query/random_source.hpp"
#include "tests/support/reference_names.hpp"

namespace medcode::search {
namespace {

using medcode::testing::edit_matrix;

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(EditDistance("fracture").to("fracture").whole, 0U);
  EXPECT_EQ(EditDistance("fracture").to("fractre").whole, 1U);
  EXPECT_EQ(EditDistance("fracture").to("fraccture").whole, 1U);
  EXPECT_EQ(EditDistance("fracture").to("fracsure").whole, 1U);
  EXPECT_EQ(EditDistance("fracture").to("fratcure").whole, 1U);
  EXPECT_EQ(EditDistance("fracture").to("").whole, 8U);
  EXPECT_EQ(EditDistance("a").to("b").whole, 1U);
}

TEST(EditDistance, KnowsTheNearestBeginningOfAText) {
  EXPECT_EQ(EditDistance("fract").to("fractures").nearest_prefix, 0U);
  EXPECT_EQ(EditDistance("fratc").to("fractures").nearest_prefix, 1U);
  EXPECT_EQ(EditDistance("abc").to("").nearest_prefix, 3U);
}

TEST(EditDistance, IsThatOfThePlainMatrixOnRandomWords) {
  query::testing::RandomSource random;
  const auto word = [&random](std::size_t least, std::size_t most) {
    std::string letters(least + random.below(most - least + 1), 'a');
    for (char& letter : letters) letter = static_cast<char>('a' + random.below(3));
    if (random.below(8) == 0 && !letters.empty()) letters[0] = '\xFF';
    return letters;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string pattern = word(1, round % 10 == 0 ? 63 : 9);
    const std::string text = word(0, round % 10 == 0 ? 80 : 9);
    const auto matrix = edit_matrix(pattern, text);
    const EditDistance::Distances distances = EditDistance(pattern).to(text);
    ASSERT_EQ(distances.whole, matrix.back().back()) << pattern << ' ' << text << ' ' << random.described();
    ASSERT_EQ(distances.nearest_prefix, *std::min_element(matrix.back().begin(), matrix.back().end())) << pattern << ' ' << text << ' ' << random.described();
  }
}

}  // namespace
}  // namespace medcode::search
