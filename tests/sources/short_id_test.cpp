#include "core/sources/short_id.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(ShortId, ForeignNamesBecomeLowerCaseIds) {
  EXPECT_EQ(short_id("RxNorm Extension"), "rxnorm-extension");
  EXPECT_EQ(short_id("  ICD10CM "), "icd10cm");
  EXPECT_EQ(short_id("v3-ActCode|2.7"), "v3-actcode-2-7");
  EXPECT_EQ(short_id("Ä"), "");
  EXPECT_EQ(short_id(std::string(500, 'x')).size(), 64U);
}

}  // namespace
}  // namespace medcode
