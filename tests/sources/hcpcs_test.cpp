// Are both layouts of HCPCS Level II read with their modifiers, dates and continuations?
#include "core/sources/hcpcs_csv.hpp"
#include "core/sources/hcpcs_fixed.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::find_concept;
using testing::fixture_text;
using testing::property;

std::string told(const SourceReport& report) {
  std::string text;
  for (const Refusal& refusal : report.refusals) text += std::to_string(refusal.line) + ": " + refusal.reason + "\n";
  return text;
}

TEST(HcpcsFixedTest, ColumnsAreThoseOfLatin1) {
  std::string text = fixture_text("HCPC2019_ANWEB.txt");
  text.replace(text.find("Continuous"), 10, "Contin\xFCous");
  const Result<SourceContent> content = read_hcpcs_fixed({"HCPC2019_ANWEB.txt", text});
  ASSERT_TRUE(content.ok());
  EXPECT_EQ(told(content->report), "");
  const Concept* pressure = find_concept(*content, "hcpcs", "E0601");
  ASSERT_NE(pressure, nullptr);
  EXPECT_TRUE(pressure->display.starts_with("Contin\xC3\xBCous"));
  EXPECT_EQ(property(*pressure, "betos"), "D1E");
}

TEST(HcpcsFixedTest, CodesModifiersAndContinuationsAreRead) {
  const std::string text = fixture_text("HCPC2019_ANWEB.txt");
  const SourceFile file{"HCPC2019_ANWEB.txt", text};
  ASSERT_TRUE(is_hcpcs_fixed(file));
  const Result<SourceContent> content = read_hcpcs_fixed(file);
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->release, "2019");
  EXPECT_EQ(content->report.read, 5U);
  EXPECT_EQ(content->report.skipped, 3U);
  EXPECT_EQ(content->report.refused, 0U);
  ASSERT_EQ(content->systems.size(), 2U);
  const Concept* right = find_concept(*content, "hcpcsmod", "RT");
  ASSERT_NE(right, nullptr);
  EXPECT_EQ(right->display, "Right side (used to identify procedures performed on the right side of the body)");
  EXPECT_EQ(right->billing, Billing::NotApplicable);
  const Concept* pressure = find_concept(*content, "hcpcs", "E0601");
  ASSERT_NE(pressure, nullptr);
  EXPECT_EQ(property(*pressure, "coverage"), "D");
  EXPECT_EQ(property(*pressure, "betos"), "D1E");
  EXPECT_EQ(property(*pressure, "type-of-service"), "R");
  EXPECT_EQ(property(*pressure, "added"), "1988-01-01");
  EXPECT_EQ(property(*pressure, "effective"), "2014-01-01");
  EXPECT_EQ(pressure->status, Status::Active);
  EXPECT_EQ(pressure->billing, Billing::Billable);
  EXPECT_TRUE(testing::has_designation(*pressure, DesignationUse::Short, "Cont airway pressure device"));
}

TEST(HcpcsFixedTest, ACodeTerminatedBeforeTheReleaseIsInactive) {
  const std::string text = fixture_text("HCPC2019_ANWEB.txt");
  const Result<SourceContent> content = read_hcpcs_fixed(SourceFile{"HCPC2019_ANWEB.txt", text});
  ASSERT_TRUE(content.ok());
  const Concept* ambulance = find_concept(*content, "hcpcs", "A0021");
  EXPECT_EQ(ambulance->display, "Ambulance service, outside state per mile, transport (medicaid only)");
  EXPECT_EQ(ambulance->status, Status::Inactive);
  EXPECT_EQ(property(*ambulance, "terminated"), "2018-12-31");
}

TEST(HcpcsFixedTest, EveryWrongLineIsToldByItsNumberAndReason) {
  const std::string text = fixture_text("hcpcs_broken.txt");
  const Result<SourceContent> content = read_hcpcs_fixed(SourceFile{"hcpcs.txt", text});
  ASSERT_TRUE(content.ok());
  EXPECT_EQ(told(content->report),
            "2: A continuation of code \"E0600\" does not follow its first row.\n"
            "3: The code \"E0601\" is already in line 1.\n"
            "4: A continuation of code \"E0601\", whose first row was refused.\n"
            "5: Columns 1-11 are not a code, a sequence and a record id: \"this is not\"\n"
            "6: The line of code \"E0602\" ends in column 200, before the date added (269-276).\n"
            "7: The date \"added\" of code \"E0603\" is not YYYYMMDD: \"20190231\"\n"
            "8: The long description of code \"E0604\" is missing.\n");
  EXPECT_EQ(content->release, "2014-01") << "without a year in the name, the latest date tells the release";
}

TEST(HcpcsCsvTest, RowsAreReadWithDatesAndStatus) {
  const std::string text = fixture_text("hcpcs_2026_january.csv");
  const SourceFile file{"hcpcs_2026_january.csv", text};
  ASSERT_TRUE(is_hcpcs_csv(file));
  const Result<SourceContent> content = read_hcpcs_csv(file);
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->release, "2026-01");
  EXPECT_EQ(content->report.read, 3U);
  EXPECT_EQ(find_concept(*content, "hcpcs", "E0601")->status, Status::Active);
  EXPECT_EQ(find_concept(*content, "hcpcs", "J0120")->status, Status::Inactive);
  EXPECT_EQ(find_concept(*content, "hcpcs", "G0008")->status, Status::Active) << "terminated after the release";
  EXPECT_EQ(property(*find_concept(*content, "hcpcs", "J0120"), "terminated"), "2025-12-31");
}

TEST(HcpcsCsvTest, EveryWrongRowIsToldByItsLineAndReason) {
  const std::string text = fixture_text("hcpcs_broken.csv");
  const Result<SourceContent> content = read_hcpcs_csv(SourceFile{"hcpcs.csv", text});
  ASSERT_TRUE(content.ok());
  EXPECT_EQ(told(content->report),
            "3: The code \"E0601\" is already in line 2.\n"
            "4: The code is not an HCPCS code: \"X12\"\n"
            "5: The row has 3 fields where the header has 7.\n"
            "6: The long description of code \"E0603\" is missing.\n"
            "7: The date \"added\" of code \"E0604\" is not YYYYMMDD: \"19881301\"\n");
}

TEST(HcpcsCsvTest, AHeaderWithoutRowsAndAWrongEncodingAreErrors) {
  const std::string header = "code,long_description,short_description,added\n";
  const Result<SourceContent> empty = read_hcpcs_csv(SourceFile{"a.csv", header});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::Empty);
  const std::string latin1 = header + "E0601,caf\xE9,x,20190101\n";
  const Result<SourceContent> wrong = read_hcpcs_csv(SourceFile{"a.csv", latin1});
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().code, ErrorCode::BadEncoding);
}

}  // namespace
}  // namespace medcode
