// Is every line of an order file read, or told by line and reason?
#include "core/sources/order_file.hpp"

#include <gtest/gtest.h>

#include "core/sources/report.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::fixture_text;

Result<SourceContent> read(const std::string& name) {
  const std::string text = fixture_text(name);
  return read_order_file(SourceFile{name, text});
}

TEST(OrderFileTest, Icd10CmHasDotsParentsAndShortNames) {
  const Result<SourceContent> content = read("icd10cm_order_2026.txt");
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->release, "2026");
  EXPECT_EQ(content->report.format, "ICD-10-CM order file");
  EXPECT_EQ(content->report.read, 8U);
  ASSERT_EQ(content->systems.size(), 1U);
  EXPECT_EQ(content->systems[0].version, "2026");
  const Concept* nephropathy = testing::find_concept(*content, "icd10cm", "E11.21");
  ASSERT_NE(nephropathy, nullptr);
  EXPECT_EQ(nephropathy->parent, "E11.2");
  EXPECT_EQ(nephropathy->billing, Billing::Billable);
  EXPECT_TRUE(nephropathy->designations.empty());
  EXPECT_EQ(testing::find_concept(*content, "icd10cm", "E11")->billing, Billing::Header);
  const Concept* meniere = testing::find_concept(*content, "icd10cm", "H81.09");
  ASSERT_NE(meniere, nullptr);
  EXPECT_EQ(meniere->display, "Ménière's disease, unspecified ear");
  EXPECT_TRUE(testing::has_designation(*meniere, DesignationUse::Short, "Meniere's disease, unsp ear"));
  EXPECT_EQ(testing::find_concept(*content, "icd10cm", "S82.01XA")->parent, "S82");
  EXPECT_EQ(content->report.warned, 0U);
}

TEST(OrderFileTest, Icd10PcsIsToldByItsCodesEvenWithoutALineEnd) {
  const Result<SourceContent> content = read("icd10pcs_order.txt");
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->systems[0].id, "icd10pcs");
  EXPECT_EQ(content->release, "");
  EXPECT_EQ(testing::find_concept(*content, "icd10pcs", "0F9930Z")->parent, "0F9");
}

TEST(OrderFileTest, ACodeWithoutItsHeaderIsTakenAndTold) {
  const Result<SourceContent> content = read("icd10pcs_order.txt");
  ASSERT_TRUE(content.ok());
  ASSERT_EQ(content->report.warnings.size(), 1U);
  EXPECT_EQ(content->report.warnings[0].line, 3U);
  EXPECT_EQ(content->report.warnings[0].reason, "No header of this file is the parent of code \"B020ZZZ\".");
}

TEST(OrderFileTest, EveryWrongLineIsToldByItsNumberAndReason) {
  const Result<SourceContent> content = read("order_broken.txt");
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->report.read, 2U);
  EXPECT_EQ(content->report.refused, 6U);
  std::string told;
  for (const Refusal& refusal : content->report.refusals) told += std::to_string(refusal.line) + ": " + refusal.reason + "\n";
  EXPECT_EQ(told,
            "2: The line ends in column 31, before the long title in column 78: \"00002 E119    1 Type 2 diabetes\"\n"
            "3: The code \"E11\" is already in line 1.\n"
            "4: Column 15 is neither 0 (header) nor 1 (billable): \"7\"\n"
            "6: Columns 1-5 are not an order number: \"0000x\"\n"
            "7: Columns 7-13 are not a code: \"k8     \"\n"
            "8: The long title in column 78 is missing for code \"E110\".\n");
  EXPECT_EQ(content->report.warnings.at(0).reason, "No header of this file is the parent of code \"K810\".");
}

TEST(OrderFileTest, AWrongEncodingIsAnErrorOfTheFile) {
  std::string text = fixture_text("icd10cm_order_2026.txt");
  text.replace(text.find("Ménière"), 3, "M\xE9");
  const Result<SourceContent> content = read_order_file(SourceFile{"a.txt", text});
  ASSERT_FALSE(content.ok());
  EXPECT_EQ(content.error().code, ErrorCode::BadEncoding);
  EXPECT_EQ(content.error().place.line, 6U);
}

TEST(OrderFileTest, AFileWithoutAnyGoodLineIsAnError) {
  const Result<SourceContent> content = read_order_file(SourceFile{"a.txt", "00001 E11     0 cut"});
  ASSERT_FALSE(content.ok());
  EXPECT_EQ(to_string(content.error()),
            "a.txt:1: None of the 1 rows of the ICD-10-CM order file could be read. The first: The line ends in column 19, before "
            "the long title in column 78: \"00001 E11     0 cut\" Check that the file is the publisher's own, unchanged.");
  const Result<SourceContent> empty = read_order_file(SourceFile{"a.txt", "\n\n"});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(to_string(empty.error()), "a.txt: The ICD-10-CM order file has no rows. Download the file again; it may have been cut off.");
}

TEST(OrderFileTest, TheYearIsTakenFromTheNameNearestToTheFile) {
  EXPECT_EQ(year_in_name("dir/icd10cm-order-2026.txt"), "2026");
  EXPECT_EQ(year_in_name("d2019/cms_2026_pr.zip:order.txt"), "2026");
  EXPECT_EQ(year_in_name("a/20250401_x.csv"), "2025");
  EXPECT_EQ(year_in_name("CMS32_DESC.txt"), "");
  EXPECT_EQ(year_in_name(""), "");
}

}  // namespace
}  // namespace medcode
