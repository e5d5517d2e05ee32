// What does one row of a General Equivalence Mapping say?
//
// Exports the step that gem_text.cpp and gem_csv.cpp share. Held by tests/sources/gems_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Is the pair of systems a mapping file goes between.
struct GemDirection {
  std::string_view from;
  std::string_view to;
};

/// Is one row as it stands in the file.
struct GemRow {
  std::size_t line = 0;
  std::string_view source;
  std::string_view target;
  std::string_view flags;  ///< five digits
};

/// Adds the row as a relation of its source code, or refuses it.
void add_gem_row(const GemRow& row, GemDirection direction, ConceptGatherer& codes, SourceReport& report);

/// Returns the start of the content of a mapping file.
SourceContent start_gem(const SourceFile& file, GemDirection direction);

}  // namespace medcode
