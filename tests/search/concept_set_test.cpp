// Is a set of concepts the set one would write down?
#include "core/search/concept_set.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "tests/query/random_source.hpp"

namespace medcode::search {
namespace {

using Plain = std::set<std::uint32_t>;

Plain members_of(const ConceptSet& set) {
  Plain members;
  set.for_each([&members](std::uint32_t number) { members.insert(number); });
  return members;
}

TEST(ConceptSet, OfNothingIsEmptyAndStaysSo) {
  ConceptSet none;
  none.complement();
  none.unite(ConceptSet());
  EXPECT_TRUE(members_of(none).empty());
}

TEST(ConceptSet, BehavesAsAPlainSetUnderEveryOperation) {
  query::testing::RandomSource random;
  for (int round = 0; round < 3'000; ++round) {
    const auto size = static_cast<std::uint32_t>(1 + random.below(200));
    ConceptSet one(size), other(size);
    Plain plain_one, plain_other;
    for (std::size_t i = random.below(20); i > 0; --i) {
      const auto number = static_cast<std::uint32_t>(random.below(size));
      one.insert(number);
      plain_one.insert(number);
    }
    const auto first = static_cast<std::uint32_t>(random.below(size + 1));
    const auto end = first + static_cast<std::uint32_t>(random.below(size - first + 1));
    other.insert_range(first, end);
    for (std::uint32_t number = first; number < end; ++number) plain_other.insert(number);
    ASSERT_EQ(members_of(other), plain_other) << random.described();
    const std::size_t operation = random.below(3);
    if (operation == 0) one.unite(other);
    if (operation == 1) one.intersect(other);
    if (operation == 2) one.complement();
    for (std::uint32_t number = 0; number < size; ++number) {
      const bool in_one = plain_one.count(number) != 0;
      const bool in_other = plain_other.count(number) != 0;
      const bool expected = operation == 0 ? in_one || in_other : operation == 1 ? in_one && in_other : !in_one;
      ASSERT_EQ(one.contains(number), expected) << random.described();
      ASSERT_EQ(members_of(one).count(number) != 0, expected) << random.described();
    }
  }
}

}  // namespace
}  // namespace medcode::search
