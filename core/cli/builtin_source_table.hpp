// Which table of official sources does the program carry?
//
// Exports builtin_source_table, the text of data/sources.json as it was when the program was built
// (core/cli/embed_source_table.cmake). Held by tests/cli/sources_command_test.cpp.
#pragma once

#include <string_view>

namespace medcode {

/// Returns the JSON text; it lives as long as the program.
std::string_view builtin_source_table();

}  // namespace medcode
