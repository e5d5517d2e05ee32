// Where do catalogs and their detail packs lie on disk?
//
// Exports opening a catalog file and reading the detail packs beside it. Held by tests/cli/program_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/engine.hpp"

namespace medcode {

/// Opens a .medcat or .medcat.gz file. Errors name the file.
Result<Engine> open_catalog_file(const std::string& path);

/// Returns where the detail packs of a catalog go when nothing else is said: `dir/name.medcat.gz` -> `dir/name.details`.
std::string default_details_folder(const std::string& catalog_path);

/// Returns the JSON of one detail pack; an empty text for a pack without name. `folder` may be empty: then the folder beside
/// the catalog, else `details` beside it. Errors: NotFound when the pack is missing, Damaged.
Result<std::string> read_pack(const std::string& catalog_path, const std::string& folder, std::string_view pack);

/// Loads the mappings and notes that lie with the detail packs; a catalog without them stays as it is. Errors: as
/// Engine::load_companion, naming the file.
Result<Done> load_companion_file(Engine& engine, const std::string& catalog_path);

}  // namespace medcode
