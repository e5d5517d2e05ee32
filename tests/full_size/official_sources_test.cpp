// Do the publishers' real releases give the figures the publishers state?
//
// Registered only where cmake was given MEDCODE_SOURCES, a folder with the releases.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "core/cli/source_files.hpp"
#include "core/sources/merge.hpp"
#include "core/sources/readers.hpp"

namespace medcode {
namespace {

/// Reads the folder once for all tests and keeps what every file said.
struct OfficialReading {
  std::vector<SourceReport> reports;
  std::vector<Error> errors;
  MergedCatalog catalog;
  double read_seconds = 0;
  double merge_seconds = 0;
};

OfficialReading read_official() {
  using Clock = std::chrono::steady_clock;
  OfficialReading reading;
  std::vector<SourceContent> contents;
  const auto start = Clock::now();
  const Result<std::vector<FolderPath>> paths = find_source_folders(MEDCODE_SOURCES);
  if (!paths) {
    reading.errors.push_back(paths.error());
    return reading;
  }
  for (const FolderPath& path : *paths) {
    Result<std::vector<SourceFolder>> folders = read_source_folder(path);
    if (!folders) {
      reading.errors.push_back(folders.error());
      continue;
    }
    for (const SourceFolder& folder : *folders) {
      FolderReading read = read_folder(folder.files());
      for (SourceContent& content : read.contents) {
        reading.reports.push_back(content.report);
        contents.push_back(std::move(content));
      }
      reading.errors.insert(reading.errors.end(), read.errors.begin(), read.errors.end());
    }
  }
  const auto middle = Clock::now();
  reading.catalog = merge(std::move(contents));
  reading.read_seconds = std::chrono::duration<double>(middle - start).count();
  reading.merge_seconds = std::chrono::duration<double>(Clock::now() - middle).count();
  return reading;
}

const OfficialReading& official() {
  static const OfficialReading reading = read_official();
  return reading;
}

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
