// How are a catalog's bytes taken apart and put together again with right checksums, however wrong their content is?
//
// Exports CatalogBytes. An input of the fuzzer is a catalog, and behind it, where it has one, its companion. Damage that no
// checksum tells gets as far as a hostile file would.
#pragma once

#include <string>
#include <string_view>

#include "core/catalog/container.hpp"

namespace medcode::fuzz {

/// Is the parts of an input.
struct CatalogBytes {
  catalog::Sections sections;
  std::string companion;  ///< behind magic, version and checksum: id, mappings, notes; empty when there is none

  /// Takes apart what it can: a section outside the bytes is empty, and no checksum is compared.
  static CatalogBytes take_apart(std::string_view bytes);

  /// Returns the input with offsets and checksums as the content wants them, the companion's claim of its catalog too.
  std::string put_together() const;
};

/// Returns the catalog's part of an input and the companion's, which is empty when there is none.
std::pair<std::string_view, std::string_view> split_input(std::string_view bytes);

}  // namespace medcode::fuzz
