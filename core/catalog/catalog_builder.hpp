// How do concepts become one file?
//
// Exports build_catalog. The same content always gives the same bytes. Its counterpart, the frozen reader, is
// catalog.hpp. Held by tests/catalog/catalog_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/systems/code_system.hpp"
#include "core/systems/concept.hpp"

namespace medcode::catalog {

/// Says in which detail pack the concepts from `first` on lie.
struct PackEntry {
  std::uint32_t first = 0;  ///< number of the first concept
  std::string file;         ///< file name in the details folder
};

/// Is everything a catalog is made of. The spans must outlive the call.
struct CatalogContent {
  std::span<const CodeSystem> systems;
  std::span<const Concept> concepts;            ///< in the order of `systems`, within one sorted by compact code, no code twice
  std::span<const Group> groups;
  std::span<const std::uint32_t> with_article;  ///< numbers of the concepts that have an article, ascending
  std::span<const PackEntry> packs;
  std::string lexicon;                          ///< text of core/text/lexicon.hpp
};

/// Says whether the names of this use are searched in `system`; what is not lies in the detail packs only. The short
/// titles of ICD-10-CM and -PCS are their titles cut to 60 characters and add nothing to find.
bool is_searchable(const std::string& system, DesignationUse use);

/// Returns the catalog's bytes, not compressed. Errors: BadFormat (a control character in a code), Duplicate,
/// UnknownReference (a concept of no system or out of order), TooLarge.
Result<std::string> build_catalog(const CatalogContent& content);

}  // namespace medcode::catalog
