#include "core/sources/gems.hpp"

#include <gtest/gtest.h>

#include "core/sources/icd9cm.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Result<SourceContent> read_text(const std::string& fixture) {
  const std::string text = testing::fixture_text("gems/" + fixture);
  return read_gem_text(SourceFile{fixture, text});
}

Result<SourceContent> read_csv(const std::string& fixture) {
  const std::string text = testing::fixture_text("gems/" + fixture);
  return read_gem_csv(SourceFile{fixture, text});
}

TEST(Gems, TextAndCsvAreRecognised) {
  EXPECT_TRUE(is_gem_text(SourceFile{"x", "A000    0010  00000\r\n"}));
  EXPECT_TRUE(is_gem_text(SourceFile{"x", "0010  A000    00000\n"}));
  EXPECT_FALSE(is_gem_text(SourceFile{"x", "0010  Cholera due to vibrio cholerae\n"}));
  EXPECT_FALSE(is_gem_text(SourceFile{"x", ""}));
  EXPECT_TRUE(is_gem_csv(SourceFile{"x", testing::fixture_text("gems/pcs.csv")}));
  EXPECT_FALSE(is_gem_csv(SourceFile{"x", "icd10cm,icd9cm\n"}));
}

TEST(Gems, EachFlagIsSaidInWords) {
  const Result<SourceContent> content = read_text("2018_I10gem.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->role, SourceRole::Mapping);
  EXPECT_EQ(content->release, "2018");
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "A00.0")), Lines{"maps-to icd9cm 001.0"});
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "A15.0")),
            (Lines{"maps-to icd9cm 011.90 [approximate] [combination] [scenario 1] [choice list 2]",
                   "maps-to icd9cm 011.91 [approximate] [combination] [scenario 1] [choice list 1]"}));
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "T50.8X6A")), Lines{"maps-to icd9cm  [approximate] [no-map]"});
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd10cm", "V54.13")), Lines{"maps-to icd9cm V54.89 [approximate]"});
}

TEST(Gems, TheOtherDirectionIsToldByItsColumns) {
  const Result<SourceContent> content = read_text("2018_I9gem.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd9cm", "001.0")), Lines{"maps-to icd10cm A00.0"});
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*content, "icd9cm", "365.70")), Lines{"maps-to icd10cm  [approximate] [no-map]"});
}

TEST(Gems, ProceduresMapBetweenTheirOwnSystems) {
  const Result<SourceContent> pcs = read_csv("pcs.csv");
  ASSERT_TRUE(pcs.ok()) << testing::complaint(pcs);
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*pcs, "icd10pcs", "0016070")), Lines{"maps-to icd9proc 02.31 [approximate]"});
  const Result<SourceContent> icd9 = read_csv("i9proc.csv");
  ASSERT_TRUE(icd9.ok()) << testing::complaint(icd9);
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*icd9, "icd9proc", "00.01")), Lines{"maps-to icd10pcs 6A750Z4 [approximate]"});
  EXPECT_EQ(testing::relation_lines(*testing::find_concept(*icd9, "icd9proc", "00.16")), Lines{"maps-to icd10pcs  [approximate] [no-map]"});
}

TEST(Gems, BadRowsAreRefusedWithTheirLine) {
  const Result<SourceContent> content = read_text("broken.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  Lines lines;
  for (const Refusal& each : content->report.refusals) lines.push_back(std::to_string(each.line) + ": " + each.reason);
  EXPECT_EQ(lines, (Lines{"2: \"A001    0011  0000\" does not have source, target and flags in their columns.",
                          "3: \"NoDx\" is not a code to map to (or not the \"NoDx\" or \"NoPCS\" that the flags say).",
                          "4: \"A00     0010\" does not have source, target and flags in their columns.",
                          "5: \"A!03\" is not a code to map from."}));
}

TEST(Gems, BadCsvRowsAreRefusedAndAnEmptyFileIsAnError) {
  const std::string text = testing::fixture_text("gems/pcs.csv");
  const auto complaint = [&](const testing::Damage& damage) {
    const std::string bytes = testing::damaged(text, damage);
    return testing::complaint(read_gem_csv(SourceFile{"pcs.csv", bytes}));
  };
  EXPECT_EQ(complaint({"\"10000\"", "\"1000\"", ""}).find("pcs.csv:2: None of the 1 rows"), 0U);
  EXPECT_NE(complaint({"\"10000\"", "\"1000\"", ""}).find("\"1000\" are not five flags; expected five digits such as \"10000\"."), std::string::npos);
  EXPECT_NE(complaint({",1,0,0,0,0", ",1", ""}).find("The row has 4 fields; the header has 8."), std::string::npos);
  EXPECT_EQ(testing::complaint(read_gem_csv(SourceFile{"pcs.csv", ""})),
            "pcs.csv: The General Equivalence Mapping has no rows. Download the file again; it may have been cut off.");
  EXPECT_EQ(testing::complaint(read_gem_text(SourceFile{"a.txt", "x\n"})),
            "a.txt:1: The first line is not a row of a General Equivalence Mapping. Give the publisher's file as it is: source, target and "
            "five flags in fixed columns.");
}

}  // namespace
}  // namespace medcode
