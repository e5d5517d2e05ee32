// How is a list put in order? By one number, and otherwise as it came.
#include "core/search/order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace medcode::search {
namespace {

TEST(OrderTest, EqualValuesStayAsTheyCame) {
  std::vector<std::string> words = {"vein", "ear", "hand", "eye", "toe"};
  order_by(words, [](const std::string& word) { return std::uint64_t{word.size()}; });
  EXPECT_EQ(words, (std::vector<std::string>{"ear", "eye", "toe", "vein", "hand"}));
}

TEST(OrderTest, GreatestFirstOrdersAsTheNumbersDo) {
  std::mt19937 random(7);
  std::vector<float> numbers = {0.0F, 1.0F, 0.5F, 1e-6F, 3e9F};
  for (int i = 0; i < 200; ++i) numbers.push_back(std::uniform_real_distribution<float>(0, 3)(random));
  std::vector<float> expected = numbers;
  std::sort(expected.begin(), expected.end(), std::greater<>());
  order_by(numbers, [](float number) { return greatest_first(number); });
  EXPECT_EQ(numbers, expected);
  EXPECT_LT(greatest_first(std::size_t{2}), greatest_first(std::size_t{1}));
}

}  // namespace
}  // namespace medcode::search
