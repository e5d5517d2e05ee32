#include "core/sources/icd_code.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(Icd10cmCode, EverySpellingOfThePublisherBecomesTheCanonicalOne) {
  EXPECT_EQ(icd10cm_code("E119"), "E11.9");
  EXPECT_EQ(icd10cm_code(" E11.9 "), "E11.9");
  EXPECT_EQ(icd10cm_code("E11.-"), "E11");
  EXPECT_EQ(icd10cm_code("S52.50-"), "S52.50");
  EXPECT_EQ(icd10cm_code("X58-"), "X58");
  EXPECT_EQ(icd10cm_code("C7A.00"), "C7A.00");
  EXPECT_EQ(icd10cm_code("QA0.0101"), "QA0.0101");
  EXPECT_EQ(icd10cm_code("S52.501A"), "S52.501A");
}

TEST(Icd10cmCode, OtherTextIsNone) {
  for (const char* text : {"", "E1", "1E1", "E11..9", "E11.12345", "e11.9", "E11.9x", "-", "--", "E11-E13", "A-B", "E11.9 F"}) {
    EXPECT_EQ(icd10cm_code(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace medcode
