#include "core/sources/concept_gatherer.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(ConceptGatherer, RowsOfOneCodeBecomeOneRecordInTheOrderOfCodes) {
  ConceptGatherer codes("loinc");
  EXPECT_TRUE(codes.add_designation("b", DesignationUse::Index, "one"));
  EXPECT_TRUE(codes.add_designation("a", DesignationUse::Index, "one"));
  EXPECT_TRUE(codes.add_designation("b", DesignationUse::Synonym, "two"));
  EXPECT_FALSE(codes.add_designation("b", DesignationUse::Synonym, "one"));
  EXPECT_EQ(codes.size(), 2U);
  const std::vector<Concept> all = codes.take();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].code, "a");
  EXPECT_EQ(all[1].system, "loinc");
  EXPECT_EQ(all[1].designations.size(), 2U);
  EXPECT_EQ(codes.size(), 0U);
}

}  // namespace
}  // namespace medcode
