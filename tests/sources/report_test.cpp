// Are rows counted and reported in the same way by every reader?
#include "core/sources/report.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(ReportTest, RefusalsAreCountedBeyondTheNumberThatIsKept) {
  SourceReport report;
  for (std::size_t line = 1; line <= max_refusals_kept + 5; ++line) refuse(report, line, "wrong");
  EXPECT_EQ(report.refused, max_refusals_kept + 5);
  EXPECT_EQ(report.refusals.size(), max_refusals_kept);
  warn(report, 3, "odd");
  EXPECT_EQ(report.warned, 1U);
  EXPECT_EQ(report.warnings.at(0).line, 3U);
}

TEST(ReportTest, AKnownSystemGetsItsVersionAndAnUnknownOneItsIdAsTitle) {
  EXPECT_EQ(system_with_version("icd10cm", "2026").title, "ICD-10-CM");
  EXPECT_EQ(system_with_version("icd10cm", "2026").version, "2026");
  EXPECT_EQ(system_with_version("own", "1").title, "own");
}

TEST(ReportTest, AFileOfWhichNothingWasReadIsAnError) {
  SourceContent content = start_content(SourceFile{"a.txt", ""}, "list", SourceRole::CodeList);
  EXPECT_EQ(to_string(require_some_read(content).error()),
            "a.txt: The list has no rows. Download the file again; it may have been cut off.");
  refuse(content.report, 7, "wrong.");
  EXPECT_EQ(to_string(require_some_read(content).error()),
            "a.txt:7: None of the 1 rows of the list could be read. The first: wrong. Check that the file is the publisher's own, "
            "unchanged.");
  content.report.read = 1;
  EXPECT_TRUE(require_some_read(content).ok());
}

TEST(ReportTest, TheBaseNameIsWithoutFoldersAndZip) {
  EXPECT_EQ(base_name("a/b.zip:c/d.txt"), "d.txt");
  EXPECT_EQ(base_name("d.txt"), "d.txt");
}

}  // namespace
}  // namespace medcode
