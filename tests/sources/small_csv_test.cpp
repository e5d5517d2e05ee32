#include "core/sources/small_csv.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::fixture_text;

Result<SourceContent> read(Result<SourceContent> (*reader)(const SourceFile&), const std::string& name, const std::string& text) {
  return reader(SourceFile{name, text});
}

TEST(SmallCsv, EachTableIsRecognisedByItsHeader) {
  const std::string drg = fixture_text("small/msdrg_v41.csv");
  const std::string drugs = fixture_text("small/rxterms_2026_06.csv");
  const std::string tests = fixture_text("small/loinc_top.csv");
  EXPECT_TRUE(is_msdrg(SourceFile{"x", drg}));
  EXPECT_TRUE(is_rxterms(SourceFile{"x", drugs}));
  EXPECT_TRUE(is_loinc_top(SourceFile{"x", tests}));
  EXPECT_FALSE(is_msdrg(SourceFile{"x", drugs}));
  EXPECT_FALSE(is_rxterms(SourceFile{"x", tests}));
  EXPECT_FALSE(is_loinc_top(SourceFile{"x", drg}));
}

TEST(SmallCsv, GroupsKeepTheirTitleAndSayTheirKind) {
  const Result<SourceContent> content = read(read_msdrg, "msdrg_v41.csv", fixture_text("small/msdrg_v41.csv"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->release, "41");
  const Concept* sepsis = testing::find_concept(*content, "msdrg", "872");
  ASSERT_NE(sepsis, nullptr);
  EXPECT_EQ(sepsis->display, "SEPTICEMIA, WITHOUT MV");
  EXPECT_EQ(sepsis->billing, Billing::Billable);
  EXPECT_EQ(testing::property(*sepsis, "mdc"), "18");
  EXPECT_EQ(testing::property(*sepsis, "type"), "medical");
  EXPECT_EQ(testing::property(*testing::find_concept(*content, "msdrg", "001"), "type"), "surgical");
}

TEST(SmallCsv, DrugsGetSynonymsAndStrengths) {
  const Result<SourceContent> content = read(read_rxterms, "rxterms_2026_06.csv", fixture_text("small/rxterms_2026_06.csv"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_TRUE(content->partial);
  EXPECT_EQ(content->release, "2026");
  const Concept* drug = testing::find_concept(*content, "rxnorm", "1163059");
  ASSERT_NE(drug, nullptr);
  EXPECT_TRUE(testing::has_designation(*drug, DesignationUse::Synonym, "3TC"));
  EXPECT_TRUE(testing::has_designation(*drug, DesignationUse::Synonym, "AZT"));
  EXPECT_EQ(testing::property(*drug, "strengths"), "300-150-300 mg");
  EXPECT_TRUE(testing::has_designation(*testing::find_concept(*content, "rxnorm", "1164764"), DesignationUse::Synonym, "Second name (Oral Pill)"));
  ASSERT_EQ(content->report.skip_reasons.size(), 1U);
  EXPECT_EQ(content->report.skip_reasons[0].reason, "has no RXCUI");
}

TEST(SmallCsv, TestsAreUsedTheMoreTheLowerTheirRank) {
  const Result<SourceContent> content = read(read_loinc_top, "loinc.csv", fixture_text("small/loinc_top.csv"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  const Concept* creatinine = testing::find_concept(*content, "loinc", "2160-0");
  EXPECT_EQ(creatinine->usage, 2181U);
  EXPECT_EQ(testing::property(*creatinine, "class"), "Chem");
  EXPECT_TRUE(testing::has_designation(*creatinine, DesignationUse::Short, "Creat SerPl-mCnc"));
  EXPECT_EQ(testing::find_concept(*content, "loinc", "38473-5")->usage, 0U);
  EXPECT_TRUE(testing::has_designation(*testing::find_concept(*content, "loinc", "5902-2"), DesignationUse::Synonym, "Prothrombin time (PT)"));
  EXPECT_NE(content->systems.front().notice.find("Regenstrief"), std::string::npos);
}

TEST(SmallCsv, BadRowsAreRefusedWithTheirLine) {
  const auto complaint = [](Result<SourceContent> (*reader)(const SourceFile&), const std::string& fixture, const testing::Damage& damage) {
    return testing::complaint(read(reader, "t.csv", testing::damaged(fixture_text(fixture), damage)));
  };
  EXPECT_EQ(complaint(read_msdrg, "small/msdrg_v41.csv", {"001,", "01,", ""}),
            "t.csv:2: The group \"01\" has the title \"HEART TRANSPLANT WITH MCC\"; expected three digits and a title.");
  EXPECT_EQ(complaint(read_msdrg, "small/msdrg_v41.csv", {"872,", "001,", ""}), "t.csv:3: The group \"001\" stands twice; the first one counts.");
  EXPECT_EQ(complaint(read_msdrg, "small/msdrg_v41.csv", {",M,", ",", ""}), "t.csv:3: The row has 3 fields; the header has 4.");
  EXPECT_EQ(complaint(read_rxterms, "small/rxterms_2026_06.csv", {"1163059", "x", ""}),
            "t.csv:2: The drug \"Abacavir/lamiVUDine/Zidovudine (Oral Pill)\" has the RXCUI \"x\"; expected a number and a name.");
  EXPECT_EQ(complaint(read_loinc_top, "small/loinc_top.csv", {"2160-0", "2160", ""}),
            "t.csv:2: The test \"Creatinine [Mass/volume] in Serum or Plasma\" has the code \"2160\" and the rank \"1\"; expected a code such as "
            "\"2160-0\", a name and a number.");
  EXPECT_EQ(complaint(read_loinc_top, "small/loinc_top.csv", {"2160-0", "\xFF", ""}).find("t.csv:2: The file is not UTF-8"), 0U);
  EXPECT_EQ(complaint(read_loinc_top, "small/loinc_top.csv", {"", "", ""}),
            "t.csv: The LOINC commonest laboratory tests has no rows. Download the file again; it may have been cut off.");
}

}  // namespace
}  // namespace medcode
