// How do the publishers' files come into a folder? `medcode fetch SYSTEM... --out DIR`
//
// Exports run_fetch. Held by tests/cli/fetch_command_test.cpp.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "core/sources/source_table.hpp"

namespace medcode {

/// Is what a person asked to be fetched.
struct FetchOptions {
  std::vector<std::string> systems;  ///< ids or aliases; "all" is everything that is free
  std::string folder;                ///< files go to folder/SYSTEM/
  std::string base_url;              ///< a mirror: base_url/FILE instead of the publisher's address; empty for none
  std::string program = "curl";
  bool shows_progress = false;
};

/// Downloads what is free of licence and says in a sentence what was done about each system and file. A file that is
/// there already is left; one that was cut off is continued; one whose checksum or kind is wrong is not kept.
/// Returns 0 when everything asked for is there, otherwise 1.
int run_fetch(const FetchOptions& options, std::span<const OfficialSource> table, std::ostream& out, std::ostream& problems);

}  // namespace medcode
