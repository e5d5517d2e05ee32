// Relationship and extended map files: the hierarchy, and where ICD-10-CM has the same thing.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"
#include "core/sources/snomed_concepts.hpp"

namespace medcode {
namespace {

constexpr std::string_view is_a = "116680003";
constexpr std::string_view inferred = "900000000000011006";
constexpr std::string_view icd10cm_map = "6011000124106";

enum MapColumn : std::size_t { MapActive, Refset, Source, MapGroup, Priority, Rule, Advice, Target };

/// Returns the relation a map row makes. A target such as "S72.00?" leaves characters to the coder.
Relation map_relation(const PlainTable& row) {
  std::string target = cleaned(row[Target]);
  Relation relation{"maps-to", "icd10cm", {}, {}};
  relation.flags.push_back("group " + std::string(row[MapGroup]));
  relation.flags.push_back("priority " + std::string(row[Priority]));
  if (target.find('?') != std::string::npos) {
    target.erase(std::remove(target.begin(), target.end(), '?'), target.end());
    relation.flags.emplace_back("incomplete");
  }
  if (target.empty()) relation.flags.emplace_back("no-map");
  if (!row[Rule].empty() && row[Rule] != "TRUE") relation.flags.push_back("rule " + cleaned(row[Rule]));
  if (!row[Advice].empty() && row[Advice] != "ALWAYS " + target) relation.flags.push_back("advice " + cleaned(row[Advice]));
  relation.code = canonical_code("icd10cm", target);
  return relation;
}

}  // namespace

Result<SourceContent> SnomedConcepts::read_relationships(const SourceFile& file) {
  enum Column : std::size_t { Active, Child, Parent, Type, Characteristic };
  static constexpr std::array<std::string_view, 5> columns{"active", "sourceId", "destinationId", "typeId", "characteristicTypeId"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "SNOMED CT relationships", SourceRole::CodeList);
  SourceReport& report = content.report;
  while (table->next(report)) {
    const PlainTable& row = *table;
    if (row[Active] != "1") {
      skip(report, "is an inactive relationship", row.line(), row[Child]);
    } else if (row[Type] != is_a) {
      skip(report, "is an attribute, not an is-a relationship", row.line(), row[Type]);
    } else if (row[Characteristic] != inferred) {
      skip(report, "is a stated relationship; the inferred ones make the hierarchy", row.line(), row[Child]);
    } else {
      Concept* child = find(row, Child, report);
      const Concept* parent = child == nullptr ? nullptr : find(row, Parent, report);
      if (parent == nullptr) continue;
      if (child->parent.empty()) {
        child->parent = parent->code;
      } else {
        child->relations.push_back({"is-a", "snomed", parent->code, {}});
      }
      ++report.read;
    }
  }
  return content;
}

Result<SourceContent> SnomedConcepts::read_maps(const SourceFile& file) {
  static constexpr std::array<std::string_view, 8> columns{"active",      "refsetId", "referencedComponentId", "mapGroup",
                                                           "mapPriority", "mapRule",  "mapAdvice",             "mapTarget"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "SNOMED CT extended map", SourceRole::CodeList);
  SourceReport& report = content.report;
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  while (table->next(report)) {
    const PlainTable& row = *table;
    if (row[MapActive] != "1") {
      skip(report, "is an inactive map", row.line(), row[Source]);
    } else if (row[Refset] != icd10cm_map) {
      skip(report, "is a map to another system than ICD-10-CM", row.line(), row[Refset]);
    } else if (!is_number(row[MapGroup]) || !is_number(row[Priority])) {
      refuse(report, row.line(), "The mapGroup " + quoted(row[MapGroup]) + " or mapPriority " + quoted(row[Priority]) + " is no number.");
    } else if (Concept* entry = find(row, Source, report)) {
      entry->relations.push_back(map_relation(row));
      ++report.read;
    }
  }
  return content;
}

}  // namespace medcode
