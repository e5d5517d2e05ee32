// Which names may stand before a colon, and what after it?
//
// Exports the one table of fields, used by the grammar, the checks, the printer and the plain reading.
// Held by tests/query/fields_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/query/ast.hpp"

namespace medcode::query {

/// Says what kind of value a field takes.
enum class ValueShape : std::uint8_t {
  Words,  ///< a word, a phrase or a group
  Codes,  ///< codes, patterns or `system/code`, separated by commas
  Names,  ///< system ids or names of states, separated by commas
};

/// Describes one field.
struct Field {
  std::string_view name;
  NodeKind kind;
  ValueShape shape;
  std::string_view example;                 ///< a whole example for advice: "title:stent"
  std::span<const std::string_view> known;  ///< the only values it takes; empty when any
};

/// Returns all fields in the order of LANGUAGE.md.
std::span<const Field> all_fields();

/// Returns the field whose name and colon `rest` begins with, in any case, or null.
const Field* field_at(std::string_view rest);

/// Returns the field that makes nodes of this kind. Requires: kind is one of the table other than Field.
const Field& field_of(NodeKind kind);

/// Returns the one of `names` that is fewest edits away from `typed`, or an empty view when none is near.
std::string_view nearest_name(std::span<const std::string_view> names, std::string_view typed);

}  // namespace medcode::query
