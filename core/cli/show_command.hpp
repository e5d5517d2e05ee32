// What does a person learn of one concept? `medcode show FILE SYSTEM CODE`
//
// Exports run_show. Held by tests/cli/program_test.cpp and tests/full_size/official_concepts_test.cpp.
#pragma once

#include <iosfwd>
#include <string>

#include "core/engine.hpp"

namespace medcode {

struct ShowOptions {
  std::string file;     ///< the catalog
  std::string system;
  std::string code;
  std::string details;  ///< folder of the detail packs; empty: beside the catalog
  bool is_json = false;
};

/// Prints the whole concept: what the catalog knows, its details, and the official notes of the codes and chapters above it.
/// Returns 0, or 1 when there is no such concept or its details cannot be read; what is known is printed all the same.
int run_show(const ShowOptions& options, std::ostream& out, std::ostream& problems);

}  // namespace medcode
