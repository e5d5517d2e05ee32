// Do the publishers' notes, indexes, mappings and smaller tables give the counts they are known to have?
//
// Each file is read by itself; official_sources_test.cpp has what merging makes of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/source_files.hpp"
#include "core/sources/pcs_axes.hpp"
#include "core/sources/readers.hpp"

namespace medcode {
namespace {

using Contents = std::map<std::string, SourceContent>;  ///< by the name of the file without folders and zip

std::string last_part(const std::string& name) { return name.substr(name.find_last_of("/:") + 1); }

Contents read_all() {
  Contents contents;
  const Result<std::vector<FolderPath>> paths = find_source_folders(MEDCODE_SOURCES);
  if (!paths) return contents;
  for (const FolderPath& path : *paths) {
    const Result<std::vector<SourceFolder>> folders = read_source_folder(path);
    if (!folders) continue;
    for (const SourceFolder& folder : *folders) {
      for (const SourceFile& file : folder.files()) {
        const Reader* reader = recognise(file);
        if (reader == nullptr) continue;
        const auto start = std::chrono::steady_clock::now();
        Result<SourceContent> content = reader->read(file);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        std::cout << last_part(file.name) << ": " << took.count() << " ms\n";
        if (content) contents.emplace(last_part(file.name), std::move(*content));
      }
    }
  }
  return contents;
}

/// Returns what one file holds; an empty content when it was not read.
const SourceContent& of(const std::string& file) {
  static const Contents contents = read_all();
  static const SourceContent none;
  const auto found = contents.find(file);
  EXPECT_NE(found, contents.end()) << file;
  return found == contents.end() ? none : found->second;
}

std::size_t designations(const SourceContent& content) {
  std::size_t count = 0;
  for (const Concept& each : content.concepts) count += each.designations.size();
  return count;
}

std::size_t relations(const SourceContent& content) {
  std::size_t count = 0;
  for (const Concept& each : content.concepts) count += each.relations.size();
  return count;
}

const Concept* find(const SourceContent& content, std::string_view code) {
  for (const Concept& each : content.concepts) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

bool names(const SourceContent& content, std::string_view code, std::string_view text) {
  const Concept* found = find(content, code);
  return found != nullptr && std::any_of(found->designations.begin(), found->designations.end(),
                                         [&](const Designation& each) { return each.text == text; });
}

TEST(OfficialAdditions, NothingIsRefused) {
  for (const char* file : {"icd10cm_tabular_2017.xml", "icd10cm_tabular_2023.xml", "icd10cm_index_2017.xml", "icd10cm_eindex_2017.xml",
                           "icd10cm_eindex_2022.xml", "icd10cm_neoplasm_2017.xml", "icd10cm_neoplasm_2022.xml", "icd10cm_drug_2017.xml",
                           "icd10cm_drug_2022.xml", "icd10cm-drug-April-2025.csv", "ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx",
                           "icd10pcs_tables_2023.xml", "icd10pcs_definitions_2023.xml", "icd10pcs_index_2023.xml", "CMS32_DESC_LONG_DX.txt",
                           "CMS32_DESC_SHORT_DX.txt", "CMS32_DESC_LONG_SG.txt", "CMS32_DESC_SHORT_SG.txt", "2018_I10gem.txt", "2018_I9gem.txt",
                           "icd10pcstoicd9gem.csv", "icd9toicd10pcsgem.csv", "cvx.xml", "tradename.xml", "msdrg_v41.csv", "rxterms_2026_06.csv",
                           "LOINC_1.6_Top2000CommonLabResultsUS.csv"}) {
    EXPECT_EQ(of(file).report.refused, 0U) << file;
    EXPECT_GT(of(file).report.read, 0U) << file;
  }
}

TEST(OfficialAdditions, TheTabularListHasItsNodesAndInclusionTerms) {
  const SourceContent& content = of("icd10cm_tabular_2023.xml");
  EXPECT_EQ(content.concepts.size(), 45'869U);
  EXPECT_EQ(content.groups.size(), 318U);
  std::size_t inclusions = 0;
  std::size_t seventh = 0;
  for (const Concept& each : content.concepts) {
    std::set<std::string> includes;
    for (const Note& note : each.notes) {
      if (note.kind == NoteKind::Includes) includes.insert(note.text);
      if (note.kind == NoteKind::SeventhCharacter) ++seventh;
    }
    for (const Designation& name : each.designations) inclusions += includes.count(name.text) == 0 ? 1 : 0;
  }
  std::size_t of_groups = 0;
  for (const Group& group : content.groups) {
    of_groups += static_cast<std::size_t>(std::count_if(group.notes.begin(), group.notes.end(), [](const Note& note) {
      return note.kind == NoteKind::Includes;
    }));
  }
  EXPECT_EQ(inclusions, 12'059U) << "12,064 terms, 5 of them of sections";
  EXPECT_GE(of_groups, 5U);
  EXPECT_GE(seventh, 1'787U + 507U);
  EXPECT_EQ(of("icd10cm_tabular_2017.xml").concepts.size(), 43'910U);
}

TEST(OfficialAdditions, TheIndexesLeadToTheirCodes) {
  const SourceContent& index = of("icd10cm_index_2017.xml");
  EXPECT_EQ(index.report.read + index.report.skipped, 77'199U) << "7,973 main terms and 69,226 below them";
  EXPECT_GE(index.report.read, 59'412U) << "every coded entry, and those whose reference was followed";
  EXPECT_TRUE(names(index, "E11.40", "Diabetes, diabetic, type 2, with neuropathy"));
  EXPECT_TRUE(names(index, "R10.9", "Abdominalgia"));
  EXPECT_GE(of("icd10cm_eindex_2022.xml").report.read, 6'416U);
}

TEST(OfficialAdditions, NeoplasmsAndDrugsAreNamed) {
  const SourceContent& neoplasms = of("icd10cm_neoplasm_2022.xml");
  EXPECT_TRUE(names(neoplasms, "C50.4", "malignant primary neoplasm of breast, upper-outer quadrant"));
  EXPECT_EQ(neoplasms.report.read + neoplasms.report.skipped, 1'939U);
  for (const char* file : {"icd10cm_drug_2022.xml", "icd10cm-drug-April-2025.csv"}) {
    EXPECT_TRUE(names(of(file), "T39.1X1", "Acetaminophen poisoning, accidental")) << file;
    EXPECT_GE(designations(of(file)), 40'000U) << file;
  }
  EXPECT_EQ(of("icd10cm_drug_2022.xml").report.read + of("icd10cm_drug_2022.xml").report.skipped, 7'423U);
  EXPECT_EQ(of("icd10cm-drug-April-2025.csv").report.read + of("icd10cm-drug-April-2025.csv").report.skipped, 7'406U);
}

TEST(OfficialAdditions, MappingsHaveTheirRows) {
  EXPECT_EQ(relations(of("2018_I10gem.txt")), 81'593U);
  EXPECT_EQ(relations(of("2018_I9gem.txt")), 24'860U);
  EXPECT_EQ(relations(of("icd10pcstoicd9gem.csv")), 82'571U);
  EXPECT_EQ(relations(of("icd9toicd10pcsgem.csv")), 69'366U);
  const SourceContent& conversion = of("ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx");
  EXPECT_EQ(conversion.report.read + conversion.report.skipped, 5'896U);
  ASSERT_NE(find(conversion, "A04.7"), nullptr);
  EXPECT_EQ(find(conversion, "A04.7")->relations.size(), 2U);
}

TEST(OfficialAdditions, SmallerSystemsHaveTheirCodes) {
  EXPECT_EQ(of("CMS32_DESC_LONG_DX.txt").concepts.size(), 14'567U);
  EXPECT_EQ(of("CMS32_DESC_LONG_SG.txt").concepts.size(), 3'882U);
  EXPECT_EQ(designations(of("CMS32_DESC_SHORT_DX.txt")), 14'567U);
  EXPECT_EQ(designations(of("CMS32_DESC_SHORT_SG.txt")), 3'882U);
  EXPECT_EQ(of("cvx.xml").concepts.size(), 288U);
  EXPECT_EQ(of("msdrg_v41.csv").concepts.size(), 766U);
  EXPECT_EQ(of("rxterms_2026_06.csv").report.read + of("rxterms_2026_06.csv").report.skipped, 9'321U);
  EXPECT_EQ(of("LOINC_1.6_Top2000CommonLabResultsUS.csv").report.read, 2'181U);
}

TEST(OfficialAdditions, TheTablesOfProceduresMakeTheirCodesAndTakeThemApart) {
  const SourceContent& tables = of("icd10pcs_tables_2023.xml");
  std::set<std::string> codes;
  for (const AxisTable& table : tables.axis_tables) {
    for (std::string& code : codes_of_table(table)) codes.insert(std::move(code));
  }
  EXPECT_EQ(codes.size(), 78'530U);
  std::vector<Concept> concepts = of("icd10pcs_order_2026.txt").concepts;
  const std::size_t without_label = fill_pcs_axes(tables.axis_tables, of("icd10pcs_definitions_2023.xml").axis_definitions, concepts);
  EXPECT_LE(without_label, 400U) << "values that came after the tables of 2023";
  const Concept* drainage = nullptr;
  for (const Concept& each : concepts) {
    EXPECT_EQ(each.axes.size(), each.code.size());
    if (each.code == "0F9930Z") drainage = &each;
  }
  ASSERT_NE(drainage, nullptr);
  EXPECT_EQ(drainage->axes[3].label, "Common Bile Duct");
  EXPECT_EQ(drainage->axes[5].title, "Device");
}

TEST(OfficialAdditions, EverydayWordsStandForTermsOfProcedures) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const char* file : {"icd10pcs_definitions_2023.xml", "icd10pcs_index_2023.xml"}) {
    for (const TermSynonym& each : of(file).synonyms) pairs.emplace(each.from, each.to);
  }
  EXPECT_TRUE(pairs.count({"choledocholithotomy", "extirpation"}) != 0);
  EXPECT_TRUE(pairs.count({"abdominohysterectomy", "resection uterus"}) != 0);
  EXPECT_TRUE(pairs.count({"hallux", "1st toe"}) != 0);
  EXPECT_TRUE(names(of("icd10pcs_index_2023.xml"), "10A07ZW", "Abortion, Laminaria"));
}

}  // namespace
}  // namespace medcode
