// What is searched so seldom that a page loads it only then? The mappings and the official notes.
//
// Exports build_companion and Companion: a file of its own beside the detail packs, so that the catalog stays smaller than
// the codes' own compressed text. FORMAT.md shows it. Held by tests/catalog/companion_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/catalog/catalog.hpp"
#include "core/catalog/catalog_builder.hpp"

namespace medcode::catalog {

/// Name of the file in the details folder, gzip.
inline constexpr std::string_view companion_file = "mappings-and-notes.bin.gz";

/// Returns the companion's bytes, not compressed. Requires: `content` is what the catalog with this id was built of.
std::string build_companion(const CatalogContent& content, std::string_view catalog_id);

/// Holds what was read; each number is checked when a query walks over it.
struct Companion {
  std::string mappings;
  std::string notes;

  /// Errors: BadFormat, WrongVersion, Damaged, and UnknownReference when it belongs to another catalog.
  static Result<Companion> open(std::string_view bytes, std::string_view catalog_id);
};

}  // namespace medcode::catalog
