// What does a person learn about a build?
//
// Exports BuildReport with its text and its JSON form. Held by tests/cli/program_test.cpp.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "core/sources/formats.hpp"
#include "core/sources/merge_report.hpp"

namespace medcode {

/// Is one file that was read, and what came of it before the merging.
struct ReadSource {
  SourceReport report;
  std::size_t concepts = 0;
  std::vector<std::string> systems;  ///< ids
};

struct BuildReport {
  std::vector<ReadSource> read;
  std::vector<SkippedFile> skipped;
  std::vector<Error> errors;
  MergeReport merged;
};

/// Writes what was read, skipped and refused, each refusal with file and line (the first `most` of a file), and the counts.
void write_report(std::ostream& out, const BuildReport& report, std::size_t most);

/// Returns all of it as JSON.
std::string report_json(const BuildReport& report);

}  // namespace medcode
