// Do the publishers' real releases give the figures the publishers state?
//
// Registered only where cmake was given MEDCODE_SOURCES, a folder with the releases.
#include <gtest/gtest.h>

#include <iostream>
#include <string>
#include <vector>

#include "tests/full_size/official_reading.hpp"

namespace medcode {
namespace {

using testing::official;

const SystemCount& count_of(const std::string& system) {
  for (const SystemCount& count : official().catalog.report.counts) {
    if (count.system == system) return count;
  }
  static const SystemCount none;
  return none;
}

TEST(OfficialSourcesTest, EveryFileIsReadOrSkippedWithoutAnError) {
  for (const Error& error : official().errors) ADD_FAILURE() << to_string(error);
  std::cout << "read in " << official().read_seconds << " s, merged in " << official().merge_seconds << " s\n";
  for (const SourceReport& report : official().reports) {
    std::cout << report.file << ": " << report.format << ", read " << report.read << ", skipped " << report.skipped << ", refused "
              << report.refused << ", warned " << report.warned << "\n";
  }
  for (const MergeFinding& finding : official().catalog.report.findings) {
    std::cout << finding.file << " " << sentence_of(finding.kind) << ": " << finding.count << " of " << finding.system << ", such as "
              << finding.examples.front() << "\n";
  }
}

TEST(OfficialSourcesTest, NothingIsRefusedAndEveryRowIsReadOrSkippedWithAReason) {
  struct Rows {
    std::string file;
    std::size_t read, skipped;
  };
  // The publishers' figures: rows of lists, nodes of XML. A sum is that of the file where headings and remarks are skipped.
  const std::vector<Rows> table = {
      {"icd10cm-order-2026.txt", 98'186, 0},    {"icd10cm_tabular_2023.xml", 46'187, 0},  {"icd10cm_tabular_2017.xml", 44'226, 0},
      {"icd10cm_index_2017.xml", 68'990, 8'209}, {"icd10cm_eindex_2017.xml", 6'718, 854},  {"icd10cm_eindex_2022.xml", 6'925, 875},
      {"icd10cm_neoplasm_2017.xml", 1'868, 62},  {"icd10cm_neoplasm_2022.xml", 1'877, 62}, {"icd10cm_drug_2017.xml", 7'282, 134},
      {"icd10cm_drug_2022.xml", 7'289, 134},     {"icd10cm-drug-April-2025.csv", 7'268, 138}, {"ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx", 5'624, 272},
      {"icd10pcs_order_2026.txt", 80'029, 0},    {"icd10pcs_tables_2023.xml", 2'544, 0},   {"icd10pcs_definitions_2023.xml", 896, 60},
      {"icd10pcs_index_2023.xml", 18'485, 5'717}, {"hcpcs_2026_january.csv", 8'623, 1},     {"HCPC2019_CONTR_ANWEB.txt", 11'622, 8},
      {"CMS32_DESC_LONG_DX.txt", 14'567, 0},     {"CMS32_DESC_SHORT_DX.txt", 14'567, 0},   {"CMS32_DESC_LONG_SG.txt", 3'882, 0},
      {"CMS32_DESC_SHORT_SG.txt", 3'882, 0},     {"2018_I10gem.txt", 81'593, 0},           {"2018_I9gem.txt", 24'860, 0},
      {"icd10pcstoicd9gem.csv", 82'571, 0},      {"icd9toicd10pcsgem.csv", 69'366, 0},     {"cvx.xml", 288, 0},
      {"tradename.xml", 223, 0},                 {"msdrg_v41.csv", 766, 0},                {"rxterms_2026_06.csv", 8'474, 847},
      {"LOINC_1.6_Top2000CommonLabResultsUS.csv", 2'181, 0}};
  EXPECT_EQ(official().reports.size(), table.size());
  for (const Rows& rows : table) {
    bool is_found = false;
    for (const SourceReport& report : official().reports) {
      if (!report.file.ends_with("/" + rows.file) && !report.file.ends_with(":" + rows.file)) continue;
      is_found = true;
      EXPECT_EQ(report.read, rows.read) << rows.file;
      EXPECT_EQ(report.skipped, rows.skipped) << rows.file;
      EXPECT_EQ(report.refused, 0U) << rows.file;
    }
    EXPECT_TRUE(is_found) << rows.file;
  }
}

TEST(OfficialSourcesTest, CodeListsHaveThePublishersCountsAndRefuseNothing) {
  for (const SourceReport& report : official().reports) {
    const bool list = report.format.find("order file") != std::string::npos || report.format.find("HCPCS") != std::string::npos;
    if (!list) continue;
    EXPECT_EQ(report.refused, 0U) << report.file;
    EXPECT_EQ(report.warned, 0U) << report.file;
  }
  EXPECT_EQ(count_of("icd10cm").listed, 98'186U);
  EXPECT_EQ(count_of("icd10pcs").listed, 80'029U);
  EXPECT_EQ(count_of("hcpcs").listed, 8'623U);
  EXPECT_EQ(count_of("hcpcs").active, 7'323U);
  EXPECT_EQ(count_of("hcpcsmod").listed, 360U);
  EXPECT_EQ(count_of("icd9cm").listed, 14'567U);
  EXPECT_EQ(count_of("icd9proc").listed, 3'882U);
  EXPECT_EQ(count_of("cvx").listed, 288U);
  EXPECT_EQ(count_of("msdrg").listed, 766U);
  EXPECT_EQ(count_of("loinc").listed, 2'177U) << "four numbers stand twice among the 2,181 rows";
}

TEST(OfficialSourcesTest, BillableCodesAreAsManyAsTheReadmeSays) {
  std::size_t diagnoses = 0;
  std::size_t procedures = 0;
  for (const Concept& each : official().catalog.concepts) {
    if (each.billing != Billing::Billable || each.status != Status::Active) continue;
    diagnoses += each.system == "icd10cm" ? 1U : 0U;
    procedures += each.system == "icd10pcs" ? 1U : 0U;
  }
  EXPECT_EQ(diagnoses, 74'719U);
  EXPECT_EQ(procedures, 79'115U);
}

TEST(OfficialSourcesTest, VersionsAreThoseOfTheNewestLists) {
  for (const CodeSystem& system : official().catalog.systems) {
    const bool icd10 = system.id == "icd10cm" || system.id == "icd10pcs";
    const std::string expected = icd10 ? "2026" : system.id == "hcpcs" ? "2026-01" : system.id == "hcpcsmod" ? "2019" : system.version;
    EXPECT_EQ(system.version, expected) << system.id;
  }
}

}  // namespace
}  // namespace medcode
