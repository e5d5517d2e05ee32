// What do the tests of releases that come as several files share? A release in memory by file name, its reading by a
// group reader, and ways to damage one of its files.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/sources/readers.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode::testing {

using Lines = std::vector<std::string>;
using Release = std::map<std::string, std::string>;  ///< bytes by file name

/// Returns the fixtures of these names in one folder of tests/sources/fixtures.
inline Release release_of(const std::string& folder, const std::vector<std::string>& names) {
  Release release;
  for (const std::string& name : names) release[name] = fixture_text(folder + "/" + name);
  return release;
}

inline std::vector<SourceFile> files_of(const Release& release) {
  std::vector<SourceFile> files;
  for (const auto& [name, text] : release) files.push_back({name, text});
  return files;
}

/// Returns the group reader of this format; `format` as in the table of readers.
inline const GroupReader& reader_of(std::string_view format) {
  for (const GroupReader& reader : all_formats().groups) {
    if (reader.format == format) return reader;
  }
  ADD_FAILURE() << "no reader of " << format;
  return all_formats().groups.front();
}

/// Returns what the reader makes of the files it takes.
inline Result<std::vector<SourceContent>> read_release(std::string_view format, const Release& release) {
  const GroupReader& reader = reader_of(format);
  const std::vector<SourceFile> files = files_of(release);
  std::vector<SourceFile> taken;
  for (const std::size_t place : reader.takes(files)) taken.push_back(files[place]);
  return reader.read(taken);
}

/// Returns the content that holds the concepts.
inline SourceContent main_content_of(std::string_view format, const Release& release) {
  const auto contents = read_release(format, release);
  EXPECT_TRUE(contents.ok());
  for (std::size_t place = 0; contents && place < contents->size(); ++place) {
    if (!(*contents)[place].concepts.empty()) return (*contents)[place];
  }
  return {};
}

/// Returns {read, skipped, refused} of each file.
inline std::vector<std::vector<std::size_t>> rows_of(std::string_view format, const Release& release) {
  std::vector<std::vector<std::size_t>> rows;
  const auto contents = read_release(format, release);
  for (std::size_t place = 0; contents && place < contents->size(); ++place) {
    const SourceReport& report = (*contents)[place].report;
    rows.push_back({report.read, report.skipped, report.refused});
  }
  return rows;
}

/// Damages one file after the other and expects the complaint of each.
inline void expect_complaints(std::string_view format, const Release& whole, const std::vector<std::pair<std::string, Damage>>& damages) {
  EXPECT_GE(damages.size(), 10U) << "every format is damaged in ten ways";
  for (const auto& [file, damage] : damages) {
    Release release = whole;
    release[file] = damaged(release[file], damage);
    const std::string complaint = complaints(read_release(format, release));
    EXPECT_NE(complaint.find(damage.complaint), std::string::npos) << damage.complaint << "\n got: " << complaint;
  }
}

}  // namespace medcode::testing
