// Holds the table of fields and finds the name that was probably meant.
#include "core/query/fields.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "core/query/characters.hpp"

namespace medcode::query {
namespace {

constexpr std::array<std::string_view, 4> states{"billable", "active", "inactive", "header"};
constexpr std::array<std::string_view, 1> belongings{"article"};

constexpr std::array<Field, 11> fields{{
    {"title", NodeKind::Field, ValueShape::Words, "title:stent", {}},
    {"synonym", NodeKind::Field, ValueShape::Words, "synonym:\"heart attack\"", {}},
    {"note", NodeKind::Field, ValueShape::Words, "note:dialysis", {}},
    {"chapter", NodeKind::Field, ValueShape::Words, "chapter:injury", {}},
    {"system", NodeKind::System, ValueShape::Names, "system:hcpcs,cpt4", {}},
    {"code", NodeKind::Code, ValueShape::Codes, "code:E11*", {}},
    {"under", NodeKind::Under, ValueShape::Codes, "under:E11", {}},
    {"similar", NodeKind::Similar, ValueShape::Codes, "similar:icd10cm/E11.9", {}},
    {"maps-to", NodeKind::MapsTo, ValueShape::Codes, "maps-to:icd10cm/K81.0", {}},
    {"is", NodeKind::Is, ValueShape::Names, "is:billable", states},
    {"has", NodeKind::Has, ValueShape::Names, "has:article", belongings},
}};

/// Most edits at which a name still counts as meant.
constexpr std::size_t max_name_edits = 3;

/// Returns the Levenshtein distance, one row at a time; names are short.
std::size_t edits_between(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t column = 0; column < row.size(); ++column) row[column] = column;
  for (std::size_t line = 0; line < left.size(); ++line) {
    std::size_t diagonal = row[0];
    row[0] = line + 1;
    for (std::size_t column = 1; column < row.size(); ++column) {
      const std::size_t replaced = diagonal + (left[line] == right[column - 1] ? 0 : 1);
      diagonal = row[column];
      row[column] = std::min({replaced, row[column] + 1, row[column - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::span<const Field> all_fields() { return fields; }

const Field* field_at(std::string_view rest) {
  for (const Field& field : fields) {
    const std::size_t size = field.name.size();
    if (rest.size() > size && rest[size] == ':' && lower_ascii(rest.substr(0, size)) == field.name) return &field;
  }
  return nullptr;
}

const Field& field_of(NodeKind kind) {
  const NodeKind listed = kind == NodeKind::CodeRange ? NodeKind::Code : kind;
  const Field* found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.kind == listed; });
  assert(found != fields.end());
  return *found;
}

std::string_view nearest_name(std::span<const std::string_view> names, std::string_view typed) {
  std::string_view nearest;
  std::size_t fewest = std::min(max_name_edits, typed.size() / 2) + 1;
  for (const std::string_view name : names) {
    if (typed.size() > name.size() + max_name_edits) continue;
    const std::size_t edits = edits_between(name, typed);
    if (edits < fewest) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace medcode::query
