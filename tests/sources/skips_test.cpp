#include "core/sources/skips.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(Skips, EachReasonIsCountedWithItsFirstRow) {
  SourceReport report;
  skip(report, "is blank", 3, "");
  skip(report, "has no code", 4, "Pack");
  skip(report, "is blank", 9, "later");
  EXPECT_EQ(report.skipped, 3U);
  ASSERT_EQ(report.skip_reasons.size(), 2U);
  EXPECT_EQ(report.skip_reasons[0].count, 2U);
  EXPECT_EQ(report.skip_reasons[0].first_line, 3U);
  EXPECT_EQ(report.skip_reasons[1].example, "\"Pack\"");
}

}  // namespace
}  // namespace medcode
