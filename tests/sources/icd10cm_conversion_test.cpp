#include "core/sources/icd10cm_conversion.hpp"

#include <gtest/gtest.h>

#include "core/sources/former_codes.hpp"
#include "core/sources/workbook.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Result<SourceContent> read(const std::string& name, const std::string& bytes) { return read_icd10cm_conversion(SourceFile{name, bytes}); }

TEST(Icd10cmConversion, OnlyAWorkbookWithTheTableIsRecognised) {
  const std::string table = testing::fixture_text("icd10cm/conversion_2026.xlsx");
  EXPECT_TRUE(is_icd10cm_conversion(SourceFile{"x", table}));
  EXPECT_FALSE(is_icd10cm_conversion(SourceFile{"x", testing::fixture_text("icd10cm/other_workbook.xlsx")}));
  EXPECT_FALSE(is_icd10cm_conversion(SourceFile{"x", "Current code assignment"}));
  EXPECT_TRUE(is_icd10cm_conversion(SourceFile{"x", std::string_view(table).substr(0, 500)})) << "a damaged one is read to say what is wrong";
}

TEST(Icd10cmConversion, BothCodesKnowOfEachOther) {
  const Result<SourceContent> content = read("conversion_2026.xlsx", testing::fixture_text("icd10cm/conversion_2026.xlsx"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->role, SourceRole::Mapping);
  EXPECT_EQ(content->release, "2026");
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "A04.71")), Lines{"replaces icd10cm A04.7 [since 2017]"});
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "A04.7")),
            (Lines{"replaced-by icd10cm A04.71 [since 2017]", "replaced-by icd10cm A04.72 [since 2017]"}));
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "M96.A1")),
            (Lines{"replaces icd10cm M96.89 [combination] [since 2022]", "replaces icd10cm Y84.8 [combination] [since 2022]"}));
  EXPECT_EQ(testing::find_concept(*content, "icd10cm", "H02.151")->relations.size(), 4U);
}

TEST(Icd10cmConversion, DaysKeptAsNumbersAreDates) {
  EXPECT_EQ(date_of_serial("43922"), "2020-04-01");
  EXPECT_EQ(date_of_serial("44197"), "2021-01-01");
  EXPECT_EQ(date_of_serial("36585"), "2000-02-29");
  EXPECT_EQ(date_of_serial("2020"), std::nullopt) << "a year stays a year";
  EXPECT_EQ(date_of_serial("43922.5"), std::nullopt);
  EXPECT_EQ(date_of_serial(""), std::nullopt);
  EXPECT_EQ(date_of_serial("99999999999"), std::nullopt);
}

TEST(Icd10cmConversion, RowsWithoutAFormerCodeAreSkippedWithTheReason) {
  const Result<SourceContent> content = read("conversion_2026.xlsx", testing::fixture_text("icd10cm/conversion_2026.xlsx"));
  ASSERT_TRUE(content.ok());
  Lines reasons;
  for (const SkipReason& each : content->report.skip_reasons) reasons.push_back(std::to_string(each.count) + " " + each.reason);
  EXPECT_EQ(reasons, (Lines{"2 stands before the table", "1 is new without a former code", "2 names a whole run of former codes", "1 is blank"}));
  EXPECT_EQ(content->report.read, 4U);
}

TEST(Icd10cmConversion, BadRowsAreRefusedWithTheirRow) {
  const Result<SourceContent> content = read("broken.xlsx", testing::fixture_text("icd10cm/conversion_broken.xlsx"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  ASSERT_EQ(content->report.refused, 2U);
  EXPECT_EQ(content->report.refusals[0].line, 3U);
  EXPECT_EQ(content->report.refusals[0].reason, "\"not a code\" is not an ICD-10-CM code.");
  EXPECT_EQ(content->report.refusals[1].reason, "\"whatever it was\" before \"A04.72\" is not a list of ICD-10-CM codes.");
}

TEST(Icd10cmConversion, ADamagedOrOtherWorkbookIsAnError) {
  const std::string table = testing::fixture_text("icd10cm/conversion_2026.xlsx");
  EXPECT_EQ(testing::complaint(read("b.xlsx", testing::fixture_text("icd10cm/other_workbook.xlsx"))),
            "b.xlsx: The workbook has no row with the headings \"Current code assignment\" and \"Previous Code(s) Assignment\". Of workbooks "
            "only the ICD-10-CM conversion table is read; save other tables as CSV or TSV.");
  EXPECT_FALSE(read("c.xlsx", table.substr(0, 500)).ok());
  EXPECT_FALSE(read("d.xlsx", "").ok());
}

TEST(Workbook, CellsComeByColumnAndStringsInRunsAreJoined) {
  const std::string table = testing::fixture_text("icd10cm/conversion_2026.xlsx");
  const Result<std::vector<SheetRow>> rows = read_first_sheet(SourceFile{"a.xlsx", table});
  ASSERT_TRUE(rows.ok());
  ASSERT_GE(rows->size(), 4U);
  EXPECT_EQ((*rows)[2].cells, (Lines{"A04.71", "2017", "A04.7"}));
  EXPECT_EQ((*rows)[3].number, 4U);
}

TEST(FormerCodes, ListsRunsAndDescriptionsAreToldApart) {
  EXPECT_EQ(former_codes("H02.101-H02.103; H02.109").codes, (Lines{"H02.101", "H02.102", "H02.103", "H02.109"}));
  EXPECT_EQ(former_codes("S06.890A-S06.892A").codes, (Lines{"S06.890A", "S06.891A", "S06.892A"}));
  EXPECT_TRUE(former_codes("G56.01 AND G56.02").together);
  EXPECT_EQ(former_codes("I10-I15.9").shape, FormerCodes::Shape::Run);
  EXPECT_EQ(former_codes("S06.890D-S06.899S").shape, FormerCodes::Shape::Run);
  EXPECT_EQ(former_codes("K31.89 and a code from R11-").shape, FormerCodes::Shape::Run);
  EXPECT_EQ(former_codes("something").shape, FormerCodes::Shape::Unknown);
  EXPECT_EQ(former_codes("").shape, FormerCodes::Shape::Unknown);
}

}  // namespace
}  // namespace medcode
