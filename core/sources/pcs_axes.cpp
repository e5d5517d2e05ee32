#include "core/sources/pcs_axes.hpp"

#include <algorithm>
#include <utility>

namespace medcode {
namespace {

constexpr std::size_t code_length = 7;
constexpr std::size_t head_length = 3;

std::string prefix_of(const AxisTable& table) {
  std::string prefix;
  for (const AxisColumn& column : table.head) prefix += column.values.empty() ? std::string() : column.values.front().value;
  return prefix;
}

const AxisValue* find_value(const AxisColumn& column, char value) {
  for (const AxisValue& each : column.values) {
    if (each.value.size() == 1 && each.value.front() == value) return &each;
  }
  return nullptr;
}

std::string label_key(std::string_view prefix, std::size_t position, std::string_view value) {
  return std::string(prefix) + ':' + std::to_string(position) + std::string(value);
}

std::string title_key(std::string_view section, std::size_t position) { return std::string(section) + std::to_string(position); }

std::string definition_key(std::string_view section, std::size_t position, std::string_view label) {
  return title_key(section, position) + '\t' + std::string(label);
}

}  // namespace

PcsAxes::PcsAxes(std::span<const AxisTable> tables, std::span<const AxisDefinition> definitions) {
  for (const AxisDefinition& each : definitions) definitions_.try_emplace(definition_key(each.section, each.position, each.label), each.text);
  for (const AxisTable& table : tables) {
    const std::string prefix = prefix_of(table);
    if (prefix.size() != head_length) continue;
    tables_[prefix].push_back(&table);
    for (const AxisColumn& column : table.head) index_column(prefix, column);
    for (const AxisRow& row : table.rows) {
      for (const AxisColumn& column : row.columns) index_column(prefix, column);
    }
  }
}

/// Files each value under the table, the body system and the section; the first table that has it counts.
void PcsAxes::index_column(std::string_view prefix, const AxisColumn& column) {
  titles_.try_emplace(title_key(prefix.substr(0, 1), column.position), column.title);
  for (const AxisValue& value : column.values) {
    for (std::size_t length = head_length; length > 0; --length) {
      labels_.try_emplace(label_key(prefix.substr(0, length), column.position, value.value), Label{column.title, value.label, column.definition});
    }
  }
}

const AxisRow* PcsAxes::row_of(std::string_view code) const {
  if (code.size() != code_length) return nullptr;
  const auto found = tables_.find(std::string(code.substr(0, head_length)));
  if (found == tables_.end()) return nullptr;
  for (const AxisTable* table : found->second) {
    for (const AxisRow& row : table->rows) {
      const bool makes_code = std::all_of(row.columns.begin(), row.columns.end(), [&](const AxisColumn& column) {
        return column.position >= 1 && column.position <= code.size() && find_value(column, code[column.position - 1u]) != nullptr;
      });
      if (makes_code) return &row;
    }
  }
  return nullptr;
}

Axis PcsAxes::axis_at(std::string_view code, std::size_t position, const AxisRow* row) const {
  const std::string_view section = code.substr(0, 1);
  Axis axis;
  axis.value = std::string(1, code[position - 1]);
  const auto title = titles_.find(title_key(section, position));
  if (title != titles_.end()) axis.title = title->second;
  const AxisValue* sure = nullptr;
  if (row != nullptr && position > head_length && row->columns.size() >= position - head_length) {
    const AxisColumn& column = row->columns[position - head_length - 1];
    sure = find_value(column, axis.value.front());
    if (sure != nullptr) axis.title = column.title;
  }
  if (sure != nullptr) axis.label = sure->label;
  for (std::size_t length = std::min(head_length, code.size()); axis.label.empty() && length > 0; --length) {
    const auto label = labels_.find(label_key(code.substr(0, length), position, axis.value));
    if (label == labels_.end()) continue;
    axis.title = label->second.title;
    axis.label = label->second.text;
    axis.definition = label->second.definition;
  }
  const auto definition = definitions_.find(definition_key(section, position, axis.label));
  if (definition != definitions_.end()) axis.definition = definition->second;
  return axis;
}

std::vector<Axis> PcsAxes::decompose(std::string_view code) const {
  std::vector<Axis> axes;
  if (code.empty() || code.size() > code_length) return axes;
  const AxisRow* row = row_of(code);
  for (std::size_t position = 1; position <= code.size(); ++position) axes.push_back(axis_at(code, position, row));
  return axes;
}

std::size_t fill_pcs_axes(std::span<const AxisTable> tables, std::span<const AxisDefinition> definitions, std::vector<Concept>& concepts) {
  const PcsAxes pcs(tables, definitions);
  std::size_t without_label = 0;
  for (Concept& each : concepts) {
    if (each.system != "icd10pcs") continue;
    std::vector<Axis> axes = pcs.decompose(each.code);
    const auto unnamed = static_cast<std::size_t>(std::count_if(axes.begin(), axes.end(), [](const Axis& axis) { return axis.label.empty(); }));
    without_label += unnamed;
    if (unnamed < axes.size()) each.axes = std::move(axes);
  }
  return without_label;
}

std::vector<std::string> codes_of_table(const AxisTable& table) {
  std::vector<std::string> codes;
  for (const AxisRow& row : table.rows) {
    std::vector<std::string> made = {prefix_of(table)};
    for (const AxisColumn& column : row.columns) {
      std::vector<std::string> longer;
      for (const std::string& start : made) {
        for (const AxisValue& value : column.values) {
          if (codes.size() + longer.size() < max_codes_of_table) longer.push_back(start + value.value);
        }
      }
      made = std::move(longer);
    }
    codes.insert(codes.end(), made.begin(), made.end());
  }
  return codes;
}

}  // namespace medcode
