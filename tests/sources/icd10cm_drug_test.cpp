#include "core/sources/icd10cm_drug.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Lines names_by_code(const SourceContent& content) {
  Lines lines;
  for (const Concept& each : content.concepts) {
    for (const Designation& name : each.designations) lines.push_back(each.code + " " + name.text);
  }
  return lines;
}

Result<SourceContent> read_xml(const std::string& text) { return read_icd10cm_drug_xml(SourceFile{"drug_2022.xml", text}); }
Result<SourceContent> read_csv(const std::string& text) { return read_icd10cm_drug_csv(SourceFile{"drug-April-2025.csv", text}); }

TEST(Icd10cmDrug, BothFormsAreRecognised) {
  const std::string xml = testing::fixture_text("icd10cm/drug.xml");
  const std::string csv = testing::fixture_text("icd10cm/drug.csv");
  EXPECT_TRUE(is_icd10cm_drug_xml(SourceFile{"x", xml}));
  EXPECT_FALSE(is_icd10cm_drug_csv(SourceFile{"x", xml}));
  EXPECT_TRUE(is_icd10cm_drug_csv(SourceFile{"x", csv}));
  EXPECT_FALSE(is_icd10cm_drug_xml(SourceFile{"x", csv}));
}

TEST(Icd10cmDrug, EachColumnSaysItsEvent) {
  const Result<SourceContent> content = read_xml(testing::fixture_text("icd10cm/drug.xml"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->release, "2022");
  EXPECT_EQ(names_by_code(*content),
            (Lines{"T39.311 Aleve poisoning, accidental", "T39.311 Naproxen poisoning, accidental", "T39.312 Aleve poisoning, self-harm",
                   "T39.312 Naproxen poisoning, self-harm", "T39.314 Aleve poisoning, undetermined", "T39.314 Naproxen poisoning, undetermined",
                   "T39.315 Aleve adverse effect", "T39.315 Naproxen adverse effect", "T39.316 Aleve underdosing", "T39.316 Naproxen underdosing",
                   "T52.8X3 Acetic acid ester (solvent) (vapor) poisoning, assault", "T54.2X1 Acetic acid poisoning, accidental"}));
}

TEST(Icd10cmDrug, TheCsvSaysTheSameWords) {
  const Result<SourceContent> xml = read_xml(testing::fixture_text("icd10cm/drug.xml"));
  const Result<SourceContent> csv = read_csv(testing::fixture_text("icd10cm/drug.csv"));
  ASSERT_TRUE(csv.ok()) << testing::complaint(csv);
  EXPECT_EQ(csv->release, "2025");
  EXPECT_EQ(names_by_code(*csv), names_by_code(*xml));
  EXPECT_EQ(csv->report.read, 4U);
  EXPECT_EQ(csv->report.skipped, 4U);
}

TEST(Icd10cmDrug, BadRowsAreRefusedWithTheirLine) {
  const Result<SourceContent> content = read_csv(testing::fixture_text("icd10cm/drug_broken.csv"));
  ASSERT_TRUE(content.ok());
  Lines lines;
  for (const Refusal& each : content->report.refusals) lines.push_back(std::to_string(each.line) + ": " + each.reason);
  EXPECT_EQ(lines, (Lines{"3: \"acid\" has 1 dashes before it, more than can stand below nothing.", "4: \"Txx\" under \"Naproxen\" is not an ICD-10-CM code.",
                          "5: The row of \"Naproxen\" has 2 fields; a substance and six codes are expected.",
                          "6: A row with codes names no substance."}));
  EXPECT_EQ(names_by_code(*content), Lines{"T39.011 Aspirin poisoning, accidental"});
}

TEST(Icd10cmDrug, AFileWithoutSubstancesIsAnError) {
  EXPECT_EQ(testing::complaint(read_csv("")),
            "drug-April-2025.csv: The ICD-10-CM table of drugs and chemicals has no rows. Download the file again; it may have been cut off.");
  EXPECT_EQ(testing::complaint(read_csv("\"a,b\n")).substr(0, 21), "drug-April-2025.csv:1");
}

}  // namespace
}  // namespace medcode
