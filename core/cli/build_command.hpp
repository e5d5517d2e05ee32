// How do folders of sources become a catalog file?
//
// Exports run_build: walk, read, merge, pack, write. Held by tests/cli/build_program_test.cpp.
#pragma once

#include <string>
#include <vector>

namespace medcode {

struct BuildOptions {
  std::vector<std::string> sources;  ///< files and folders
  std::string out;                   ///< FILE.medcat.gz, or FILE.medcat uncompressed
  std::vector<std::string> systems;  ///< ids to keep; empty: all
  std::string details;               ///< folder for the detail packs; empty: beside the catalog
  std::string lexicon;               ///< folder instead of the built-in lexicon; empty: built in
  std::string report;                ///< file for the report as JSON; empty: none
  bool keep_going = false;           ///< build without the files that cannot be read
  bool is_quiet = false;
};

/// Builds and writes; returns the exit code. Messages go to the error stream, the summary to the output stream. The former
/// output stays in place until the new one is complete.
int run_build(const BuildOptions& options);

}  // namespace medcode
