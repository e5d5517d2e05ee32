// Where do the code systems come from? `medcode sources [--json]`
//
// Exports run_sources. Held by tests/cli/sources_command_test.cpp.
#pragma once

#include <iosfwd>
#include <string_view>

namespace medcode {

/// Prints the table of official sources, given as the text of data/sources.json: as it is, or for reading. Returns 0,
/// or 1 with a sentence on `problems` when the table is damaged.
int run_sources(std::string_view table_json, bool as_json, std::ostream& out, std::ostream& problems);

}  // namespace medcode
