// Which concepts are like this one, and is it said why?
#include "core/search/similar.hpp"

#include <gtest/gtest.h>

#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

using medcode::testing::hand_made_engine;

std::uint32_t number_of(std::string_view system, std::string_view code) { return hand_made_engine().find(system, code).value(); }

TEST(Similar, PutsTheTwinFirstInItsOwnSystem) {
  const auto groups = hand_made_engine().similar(number_of("icd10cm", "S82.201A"), std::nullopt, 5);
  ASSERT_FALSE(groups.empty());
  EXPECT_EQ(groups[0].system, 0U);
  ASSERT_FALSE(groups[0].best.empty());
  EXPECT_EQ(groups[0].best[0].number, number_of("icd10cm", "S82.202A"));
  EXPECT_GT(groups[0].best[0].score.coverage, 0.5F);
  EXPECT_LE(groups[0].best[0].score.coverage, 1.0F);
}

TEST(Similar, NeverHoldsTheConceptItselfNorMoreThanAsked) {
  const Engine& engine = hand_made_engine();
  for (std::uint32_t number = 0; number < engine.catalog().concept_count(); ++number) {
    for (const LikenessGroup& group : engine.similar(number, std::nullopt, 2)) {
      EXPECT_FALSE(group.best.empty());
      EXPECT_LE(group.best.size(), 2U);
      for (std::size_t i = 0; i < group.best.size(); ++i) {
        EXPECT_NE(group.best[i].number, number);
        EXPECT_EQ(engine.catalog().system_of(group.best[i].number), group.system);
        EXPECT_GE(group.best[i == 0 ? 0 : i - 1].score.total(), group.best[i].score.total());
      }
    }
  }
}

TEST(Similar, CanBeLimitedToASystem) {
  const auto groups = hand_made_engine().similar(number_of("local", "L1"), 1U, 5);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].system, 1U);
  EXPECT_EQ(groups[0].best[0].number, number_of("hcpcs", "C1874"));
  EXPECT_TRUE(hand_made_engine().similar(number_of("local", "L1"), 1U, 0).empty());
}

TEST(Similar, SaysWhichWordsBothShare) {
  const Engine& engine = hand_made_engine();
  const std::string why = explain_likeness(engine.index(), number_of("icd10cm", "S82.201A"), number_of("icd10cm", "S82.202A"));
  EXPECT_EQ(why.find("shares: "), 0U);
  EXPECT_NE(why.find("tibia"), std::string::npos);
  EXPECT_EQ(explain_likeness(engine.index(), number_of("hcpcs", "E0143"), number_of("icd10cm", "J13")), "");
}

}  // namespace
}  // namespace medcode::search
