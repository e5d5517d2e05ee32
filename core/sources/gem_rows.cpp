#include "core/sources/gem_rows.hpp"

#include <algorithm>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::size_t flag_count = 5;

bool is_code_letter(char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'); }

/// One official row writes a code in lower case.
bool is_code(std::string_view text) {
  return text.size() >= 3 && text.size() <= 7 && std::all_of(text.begin(), text.end(), is_code_letter);
}

bool is_no_map(std::string_view target) { return same_without_case(target, "NoDx") || same_without_case(target, "NoPCS") || same_without_case(target, "NoPx"); }

}  // namespace

void add_gem_row(const GemRow& row, GemDirection direction, ConceptGatherer& codes, SourceReport& report) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (!is_code(row.source)) return refuse(report, row.line, quoted(row.source) + " is not a code to map from.");
  if (row.flags.size() != flag_count || !std::all_of(row.flags.begin(), row.flags.end(), is_digit)) {
    return refuse(report, row.line, quoted(row.flags) + " are not five flags; expected five digits such as \"10000\".");
  }
  const bool no_map = row.flags[1] == '1';
  if (no_map != is_no_map(row.target) || (!no_map && !is_code(row.target))) {
    return refuse(report, row.line, quoted(row.target) + " is not a code to map to (or not the \"NoDx\" or \"NoPCS\" that the flags say).");
  }
  Relation relation;
  relation.kind = "maps-to";
  relation.system = std::string(direction.to);
  if (!no_map) relation.code = canonical_code(direction.to, compact_code(row.target));
  if (row.flags[0] == '1') relation.flags.emplace_back("approximate");
  if (no_map) relation.flags.emplace_back("no-map");
  if (row.flags[2] == '1') relation.flags.emplace_back("combination");
  if (row.flags[3] != '0') relation.flags.push_back(std::string("scenario ") + row.flags[3]);
  if (row.flags[4] != '0') relation.flags.push_back(std::string("choice list ") + row.flags[4]);
  codes.of(canonical_code(direction.from, compact_code(row.source))).relations.push_back(std::move(relation));
  ++report.read;
}

SourceContent start_gem(const SourceFile& file, GemDirection direction) {
  SourceContent content = start_content(file, "General Equivalence Mapping", SourceRole::Mapping);
  content.release = year_in_name(file.name);
  content.systems.push_back(system_with_version(direction.from, {}));
  content.systems.push_back(system_with_version(direction.to, {}));
  return content;
}

}  // namespace medcode
