// Does every file of the licensed and structured releases find its reader, even when all lie in one folder?
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "core/sources/readers.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode::testing {
namespace {

/// Returns the fixtures of all releases by path, as if a person had put them into one folder.
std::map<std::string, std::string> all_releases() {
  std::map<std::string, std::string> files;
  for (const char* release : {"athena", "fhir", "loinc", "ndc", "rxnorm_rrf", "snomed_rf2", "ucum"}) {
    const std::string folder = std::string(MEDCODE_ROOT) + "/tests/sources/fixtures/" + release;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = std::string(release) + "/" + entry.path().filename().string();
      files[name] = fixture_text(name);
    }
  }
  return files;
}

std::vector<SourceFile> views(const std::map<std::string, std::string>& files) {
  std::vector<SourceFile> all;
  for (const auto& [name, bytes] : files) all.push_back({name, bytes});
  return all;
}

TEST(LicensedReaders, AMixOfAllReleasesIsReadByTheReaderOfEachFile) {
  const std::map<std::string, std::string> files = all_releases();
  const FolderReading reading = read_folder(views(files));
  EXPECT_TRUE(reading.errors.empty()) << to_string(reading.errors.front());
  EXPECT_TRUE(reading.skipped.empty()) << reading.skipped.front().file;
  EXPECT_EQ(reading.contents.size(), files.size());
  std::map<std::string, std::string> word_of = {{"athena", "Athena"},    {"fhir", "FHIR"},           {"loinc", "LOINC"}, {"ndc", "NDC"},
                                                {"rxnorm_rrf", "RxNorm"}, {"snomed_rf2", "SNOMED CT"}, {"ucum", "UCUM"}};
  for (const SourceContent& content : reading.contents) {
    const std::string release = content.report.file.substr(0, content.report.file.find('/'));
    EXPECT_TRUE(content.report.format.starts_with(word_of[release])) << content.report.file << " as " << content.report.format;
    EXPECT_EQ(content.report.refused, 0U) << content.report.file << ": " << content.report.refusals.front().reason;
  }
}

TEST(LicensedReaders, CodesAndTextsAreClean) {
  const std::map<std::string, std::string> files = all_releases();
  const FolderReading reading = read_folder(views(files));
  for (const SourceContent& content : reading.contents) {
    std::set<std::string> systems;
    for (const CodeSystem& system : content.systems) EXPECT_TRUE(systems.insert(system.id).second) << system.id;
    for (const Concept& entry : content.concepts) {
      EXPECT_EQ(systems.count(entry.system), 1U) << content.report.file << " does not describe " << entry.system;
      EXPECT_FALSE(entry.code.empty());
      EXPECT_EQ(entry.display.find("  "), std::string::npos) << entry.display;
      EXPECT_EQ(entry.display.find('\r'), std::string::npos) << entry.display;
    }
  }
}

}  // namespace
}  // namespace medcode::testing
