// What do the publishers' releases say, read once for all tests at full size?
//
// Exports official(): every file's report, every error and the merged catalog.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/cli/source_files.hpp"
#include "core/sources/merge.hpp"
#include "core/sources/readers.hpp"

namespace medcode::testing {

/// Reads the folder once for all tests and keeps what every file said.
struct OfficialReading {
  std::vector<SourceReport> reports;
  std::vector<Error> errors;
  MergedCatalog catalog;
  double read_seconds = 0;
  double merge_seconds = 0;
};

/// Returns all that is read below `path`, errors noted in `reading`.
inline std::vector<SourceContent> read_below(const std::string& path, OfficialReading& reading) {
  std::vector<SourceContent> contents;
  const Result<std::vector<FolderPath>> paths = find_source_folders(path);
  if (!paths) {
    reading.errors.push_back(paths.error());
    return contents;
  }
  for (const FolderPath& folder_path : *paths) {
    Result<std::vector<SourceFolder>> folders = read_source_folder(folder_path);
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
  return contents;
}

inline OfficialReading read_official() {
  using Clock = std::chrono::steady_clock;
  OfficialReading reading;
  const auto start = Clock::now();
  std::vector<SourceContent> contents = read_below(MEDCODE_SOURCES, reading);
  const auto middle = Clock::now();
  reading.catalog = merge(std::move(contents));
  reading.read_seconds = std::chrono::duration<double>(middle - start).count();
  reading.merge_seconds = std::chrono::duration<double>(Clock::now() - middle).count();
  return reading;
}

inline const OfficialReading& official() {
  static const OfficialReading reading = read_official();
  return reading;
}

/// Returns one concept of the official releases, or null.
inline const Concept* find_official(std::string_view system, std::string_view code) {
  static const std::unordered_map<std::string, const Concept*> concepts = [] {
    std::unordered_map<std::string, const Concept*> by_code;
    for (const Concept& each : official().catalog.concepts) by_code.emplace(each.system + " " + code_identity(each.system, each.code), &each);
    return by_code;
  }();
  const auto found = concepts.find(std::string(system) + " " + code_identity(system, code));
  return found == concepts.end() ? nullptr : found->second;
}

}  // namespace medcode::testing
