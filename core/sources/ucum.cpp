// Rows without keys: the place of a field comes from "config".
#include "core/sources/ucum.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/sources/bounded_json.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

using nlohmann::json;

constexpr std::size_t head_bytes = std::size_t{64} * 1024;  // licence and prefixes stand before the units

/// Returns the names of the fields; one that stands for two ("dim_", "dimVec_") has the first name.
std::vector<std::string> field_names(const json& config) {
  std::vector<std::string> names;
  for (const json& each : config) names.push_back(scalar_text(each.is_array() && !each.empty() ? each.front() : each));
  return names;
}

/// Is one row seen through the names of its fields.
struct UnitRow {
  const std::vector<std::string>& names;
  const json& values;

  std::string text(std::string_view name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto place = static_cast<std::size_t>(found - names.begin());
    return place < values.size() ? cleaned(scalar_text(values[place])) : std::string();
  }
};

/// Returns the text without "<sup>", "</i>" and the like.
std::string without_markup(std::string_view text) {
  std::string plain;
  bool inside = false;
  for (const char letter : text) {
    if (letter == '<') inside = true;
    if (!inside) plain.push_back(letter);
    if (letter == '>') inside = false;
  }
  return cleaned(plain);
}

void add_name(Concept& unit, DesignationUse use, std::string text) {
  const auto same = [&](const Designation& each) { return each.text == text; };
  if (text.empty() || text == unit.display || text == unit.code) return;
  if (std::any_of(unit.designations.begin(), unit.designations.end(), same)) return;
  unit.designations.push_back({use, std::move(text)});
}

void add_property(Concept& unit, const std::string& name, std::string value) {
  if (!value.empty()) unit.properties.push_back({name, std::move(value)});
}

Concept read_unit(const UnitRow& row) {
  Concept unit;
  unit.system = "ucum";
  unit.code = row.text("csCode_");
  unit.display = row.text("name_");
  const std::vector<std::string> synonyms = split_values(row.text("synonyms_"), ';');
  if (unit.display.empty()) unit.display = synonyms.empty() ? unit.code : synonyms.front();
  for (const std::string& synonym : synonyms) add_name(unit, DesignationUse::Synonym, synonym);
  add_name(unit, DesignationUse::Short, without_markup(row.text("printSymbol_")));
  add_property(unit, "dimension", row.text("property_"));
  add_property(unit, "category", row.text("category_"));
  add_property(unit, "loinc-property", row.text("loincProperty_"));
  if (row.text("category_") == "Obsolete") unit.status = Status::Inactive;
  std::string guidance = without_markup(row.text("guidance_"));
  if (!guidance.empty()) unit.notes.push_back({NoteKind::Other, std::move(guidance)});
  return unit;
}

}  // namespace

bool is_ucum(const SourceFile& file) {
  const std::string_view head = trimmed(without_byte_order_mark(file.bytes.substr(0, head_bytes)));
  // The package also has its table inside of a script.
  return head.starts_with('{') && head.find("\"units\"") != std::string_view::npos && head.find("\"csCode_\"") != std::string_view::npos;
}

Result<SourceContent> read_ucum(const SourceFile& file) {
  const Result<json> tree = parse_bounded_json(file);
  if (!tree) return tree.error();
  const json& units = member(*tree, "units");
  const std::vector<std::string> names = field_names(array_member(units, "config"));
  const std::string advice = "Give ucumDefs.min.json as the npm package @lhncbc/ucum-lhc ships it.";
  for (const char* needed : {"csCode_", "name_", "synonyms_"}) {
    if (std::find(names.begin(), names.end(), needed) != names.end()) continue;
    return bad_format(file, 0, "The config of the units has no field " + medcode::quoted(needed) + ".", advice);
  }
  if (array_member(units, "data").empty()) return bad_format(file, 0, "The units have no data.", advice);
  SourceContent content = start_content(file, "UCUM units", SourceRole::CodeList);
  content.systems.push_back(system_with_version("ucum", ""));
  std::unordered_set<std::string> seen;
  std::size_t place = 0;
  for (const json& values : array_member(units, "data")) {
    const std::string which = "units.data[" + std::to_string(place++) + "]";
    if (!values.is_array() || values.size() != names.size()) {
      refuse(content.report, 0, which + " has " + std::to_string(values.size()) + " fields instead of " + std::to_string(names.size()) + ".");
      continue;
    }
    Concept unit = read_unit({names, values});
    if (unit.code.empty()) {
      refuse(content.report, 0, which + " has no csCode_.");
    } else if (!seen.insert(unit.code).second) {
      refuse(content.report, 0, which + " repeats the unit " + medcode::quoted(unit.code) + ".");
    } else {
      content.concepts.push_back(std::move(unit));
      ++content.report.read;
    }
  }
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  return content;
}

}  // namespace medcode
