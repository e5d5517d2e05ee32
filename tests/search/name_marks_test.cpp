// Does a set of marks give back what was marked, in order, and nothing after?
#include "core/search/name_marks.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/query/random_source.hpp"

namespace medcode::search {
namespace {

using query::testing::RandomSource;

TEST(NameMarks, GivesWhatWasMarkedInOrderAndIsEmptyThen) {
  RandomSource random;
  for (const std::uint32_t count : {1U, 64U, 65U, 4'096U, 4'097U, 100'000U}) {
    NameMarks marks(count);
    for (int round = 0; round < 3; ++round) {
      std::set<std::uint32_t> expected{count - 1};
      EXPECT_TRUE(marks.mark(count - 1));
      for (int i = 0; i < 300; ++i) {
        const auto name = static_cast<std::uint32_t>(random.below(count));
        ASSERT_EQ(marks.mark(name), expected.insert(name).second) << name << " of " << count << ' ' << random.described();
        ASSERT_TRUE(marks.contains(name));
      }
      std::vector<std::uint32_t> taken;
      marks.take([&taken](std::uint32_t name) { taken.push_back(name); });
      ASSERT_EQ(taken, std::vector<std::uint32_t>(expected.begin(), expected.end())) << count << ' ' << random.described();
      marks.take([](std::uint32_t name) { ADD_FAILURE() << name << " is still marked"; });
    }
  }
}

TEST(NameMarks, AreGoneWhenCleared) {
  NameMarks marks(10'000);
  for (const std::uint32_t name : {0U, 63U, 64U, 4'095U, 4'096U, 9'999U}) marks.mark(name);
  marks.clear();
  EXPECT_FALSE(marks.contains(4'096));
  marks.take([](std::uint32_t name) { ADD_FAILURE() << name << " is still marked"; });
  EXPECT_TRUE(marks.mark(63));
}

TEST(NameMarks, OfNoNamesAreNone) {
  NameMarks marks(0);
  marks.clear();
  marks.take([](std::uint32_t) { ADD_FAILURE(); });
}

}  // namespace
}  // namespace medcode::search
