// What does a column of a table mean, and how does a cell become part of a concept?
//
// Exports the column names of FORMATS.md and the reading of one row, shared by tables of one's own and tables
// with a columns file. Held by tests/sources/table_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sources/delimited.hpp"
#include "core/systems/concept.hpp"

namespace medcode {

enum class ColumnKind : std::uint8_t { System, Code, Display, Billing, Status, Parent, Usage, Designation, Note, Property };

/// Says that the field at `index` of a row means `kind`.
struct ColumnMeaning {
  ColumnKind kind = ColumnKind::Code;
  DesignationUse use = DesignationUse::Synonym;  ///< of a Designation
  std::string property;                          ///< name of a Property
  std::size_t index = 0;
};

/// Returns what a column of this name means ("synonym", "property:ward"), or nothing.
std::optional<ColumnMeaning> meaning_of_column(std::string_view name);

/// Names the columns a table may have, for error texts.
std::string_view column_names();

/// Makes a concept of one row. `system` is used where no column names one. Returns why the row is wrong, or
/// an empty text after filling `made`.
std::string concept_of_row(const std::vector<ColumnMeaning>& columns, const Row& row, std::string_view system, Concept& made);

}  // namespace medcode
