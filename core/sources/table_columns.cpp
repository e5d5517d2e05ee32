// The names of columns and what a cell does to its concept. Held by tests/sources/table_test.cpp.
#include "core/sources/table_columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {
namespace {

/// Bytes of a code: the longest official one, a UCUM unit, has some 30.
constexpr std::size_t max_code_bytes = 64;

struct NamedColumn {
  std::string_view name;
  ColumnKind kind;
  DesignationUse use = DesignationUse::Synonym;
};

constexpr std::array<NamedColumn, 14> named_columns = {{
    {"system", ColumnKind::System},
    {"code", ColumnKind::Code},
    {"display", ColumnKind::Display},
    {"billing", ColumnKind::Billing},
    {"status", ColumnKind::Status},
    {"parent", ColumnKind::Parent},
    {"usage", ColumnKind::Usage},
    {"note", ColumnKind::Note},
    {"short", ColumnKind::Designation, DesignationUse::Short},
    {"synonym", ColumnKind::Designation, DesignationUse::Synonym},
    {"lay", ColumnKind::Designation, DesignationUse::Lay},
    {"abbreviation", ColumnKind::Designation, DesignationUse::Abbreviation},
    {"inclusion", ColumnKind::Designation, DesignationUse::Inclusion},
    {"index", ColumnKind::Designation, DesignationUse::Index},
}};

struct NamedNote {
  std::string_view name;
  NoteKind kind;
};

constexpr std::array<NamedNote, 8> named_notes = {{
    {"includes", NoteKind::Includes},
    {"excludes1", NoteKind::Excludes1},
    {"excludes2", NoteKind::Excludes2},
    {"code first", NoteKind::CodeFirst},
    {"use additional code", NoteKind::UseAdditionalCode},
    {"code also", NoteKind::CodeAlso},
    {"seventh character", NoteKind::SeventhCharacter},
    {"definition", NoteKind::Definition},
}};

/// Returns "excludes1: pain" as a note of that kind; text without a known kind before a colon is Other.
Note note_of(const std::string& text) {
  const std::size_t colon = text.find(':');
  for (const NamedNote& named : named_notes) {
    if (colon != std::string::npos && same_without_case(trimmed(std::string_view(text).substr(0, colon)), named.name)) {
      return Note{named.kind, cleaned(std::string_view(text).substr(colon + 1))};
    }
  }
  return Note{NoteKind::Other, text};
}

std::string set_billing(Concept& made, std::string_view cell) {
  if (cell == "billable") {
    made.billing = Billing::Billable;
  } else if (cell == "header") {
    made.billing = Billing::Header;
  } else if (!cell.empty() && cell != "none") {
    return "The billing is not billable, header or none: " + quoted(cell);
  }
  return {};
}

std::string set_status(Concept& made, std::string_view cell) {
  if (cell == "inactive") {
    made.status = Status::Inactive;
  } else if (!cell.empty() && cell != "active") {
    return "The status is not active or inactive: " + quoted(cell);
  }
  return {};
}

std::string set_usage(Concept& made, std::string_view cell) {
  if (cell.empty()) return {};
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), made.usage);
  if (problem == std::errc() && end == cell.data() + cell.size()) return {};
  return "The usage is not a whole number up to 4294967295: " + quoted(cell);
}

std::string set_code(std::string& place, std::string_view cell, std::string_view system) {
  const bool visible = std::all_of(cell.begin(), cell.end(), [](char letter) { return static_cast<unsigned char>(letter) > ' '; });
  if (cell.size() > max_code_bytes || !visible) return "The code is longer than 64 bytes or has a blank in it: " + quoted(cell);
  place = canonical_code(system, cell);
  return {};
}

std::string take_cell(const ColumnMeaning& column, std::string_view cell, Concept& made) {
  switch (column.kind) {
    case ColumnKind::System: return {};  // taken before the other cells, which depend on it
    case ColumnKind::Code: return set_code(made.code, cell, made.system);
    case ColumnKind::Parent: return set_code(made.parent, cell, made.system);
    case ColumnKind::Display: made.display = cleaned(cell); return {};
    case ColumnKind::Billing: return set_billing(made, cell);
    case ColumnKind::Status: return set_status(made, cell);
    case ColumnKind::Usage: return set_usage(made, cell);
    case ColumnKind::Designation:
      for (std::string& text : split_values(cell, '|')) made.designations.push_back(Designation{column.use, std::move(text)});
      return {};
    case ColumnKind::Note:
      for (const std::string& text : split_values(cell, '|')) made.notes.push_back(note_of(text));
      return {};
    case ColumnKind::Property:
      for (std::string& text : split_values(cell, '|')) made.properties.push_back(Property{column.property, std::move(text)});
      return {};
  }
  return {};
}

std::string_view cell_of(const ColumnMeaning& column, const Row& row) {
  return column.index < row.fields.size() ? trimmed(row.fields[column.index]) : std::string_view();
}

std::string take_system(const std::vector<ColumnMeaning>& columns, const Row& row, std::string_view system, Concept& made) {
  made.system = std::string(system);
  for (const ColumnMeaning& column : columns) {
    const std::string_view cell = cell_of(column, row);
    if (column.kind == ColumnKind::System && !cell.empty()) {
      made.system = system_id_of(cell);
      if (made.system.empty()) return "This is not the id of one code system: " + quoted(cell);
    }
  }
  return made.system.empty() ? "The row names no code system." : "";
}

}  // namespace

std::optional<ColumnMeaning> meaning_of_column(std::string_view name) {
  constexpr std::string_view property = "property:";
  const std::string_view wanted = trimmed(name);
  for (const NamedColumn& named : named_columns) {
    if (same_without_case(wanted, named.name)) return ColumnMeaning{named.kind, named.use, {}, 0};
  }
  if (same_without_case(wanted.substr(0, property.size()), property) && wanted.size() > property.size()) {
    return ColumnMeaning{ColumnKind::Property, DesignationUse::Synonym, cleaned(wanted.substr(property.size())), 0};
  }
  return std::nullopt;
}

std::string_view column_names() {
  return "system, code, display, billing, status, parent, usage, note, short, synonym, lay, abbreviation, inclusion, index and "
         "property:NAME";
}

std::string concept_of_row(const std::vector<ColumnMeaning>& columns, const Row& row, std::string_view system, Concept& made) {
  std::string reason = take_system(columns, row, system, made);
  for (const ColumnMeaning& column : columns) {
    if (reason.empty()) reason = take_cell(column, cell_of(column, row), made);
  }
  if (!reason.empty()) return reason;
  if (made.code.empty()) return "The row has no code.";
  const bool adds = !made.designations.empty() || !made.notes.empty() || !made.properties.empty() || made.usage != 0;
  if (made.display.empty() && !adds) return "The code " + quoted(made.code) + " has neither a display nor anything to add.";
  return {};
}

}  // namespace medcode
