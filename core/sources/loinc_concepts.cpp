// One row of Loinc.csv is one test; its six parts are the axes of its name.
#include "core/sources/loinc_concepts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <utility>

#include "core/sources/csv_rows.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/loinc.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

/// Related names kept of one test. They are in alphabetical order, and most tests have fewer; beyond that they repeat
/// translations of the axes.
constexpr std::size_t max_related_names = 60;

/// Usage is this less the rank: LOINC ranks its 20,000 commonest tests, 1 being the commonest.
constexpr std::uint32_t usage_above_all_ranks = 30'000;

struct NamePart {
  std::string_view column;
  std::string_view title;
  std::string_view part_type;  ///< PartTypeName of LoincPartLink
};

constexpr std::array<NamePart, 6> name_parts{{{"COMPONENT", "Component", "COMPONENT"},
                                                  {"PROPERTY", "Property", "PROPERTY"},
                                                  {"TIME_ASPCT", "Time", "TIME"},
                                                  {"SYSTEM", "System", "SYSTEM"},
                                                  {"SCALE_TYP", "Scale", "SCALE"},
                                                  {"METHOD_TYP", "Method", "METHOD"}}};

constexpr std::array<std::string_view, 4> statuses{"ACTIVE", "TRIAL", "DISCOURAGED", "DEPRECATED"};

struct FactColumn {
  std::string_view column;
  const char* name;
};

constexpr std::array<FactColumn, 4> fact_columns{{{"CLASS", "class"},
                                                  {"ORDER_OBS", "order-or-observation"},
                                                  {"EXAMPLE_UCUM_UNITS", "example-units"},
                                                  {"VersionFirstReleased", "added"}}};

void add_name(Concept& entry, DesignationUse use, std::string text) {
  const auto same = [&](const Designation& each) { return same_without_case(each.text, text); };
  if (text.empty() || same_without_case(text, entry.display)) return;
  if (std::any_of(entry.designations.begin(), entry.designations.end(), same)) return;
  entry.designations.push_back({use, std::move(text)});
}

void add_related_names(Concept& entry, std::string_view related) {
  std::size_t kept = 0;
  for (const std::string& name : split_values(related, ';')) {
    if (kept++ == max_related_names) break;
    add_name(entry, DesignationUse::Synonym, cleaned(name));
  }
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Returns whether version "2.9" is older than "2.78": compared number by number.
bool is_older(std::string_view one, std::string_view other) {
  while (!one.empty() || !other.empty()) {
    const std::size_t one_dot = std::min(one.size(), one.find('.'));
    const std::size_t other_dot = std::min(other.size(), other.find('.'));
    const std::uint32_t left = number_of(one.substr(0, one_dot));
    const std::uint32_t right = number_of(other.substr(0, other_dot));
    if (left != right) return left < right;
    one.remove_prefix(std::min(one.size(), one_dot + 1));
    other.remove_prefix(std::min(other.size(), other_dot + 1));
  }
  return false;
}

/// Returns what is wrong with a row of Loinc.csv, empty when nothing is.
std::string fault_of(const Columns& columns, const Row& row) {
  const std::string_view number = columns.value(row, "LOINC_NUM");
  if (!is_loinc_number(number)) return "The LOINC_NUM " + quoted(number) + " is no LOINC number, or its check digit is wrong.";
  const std::string_view status = columns.value(row, "STATUS");
  if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) {
    return "The test " + std::string(number) + " has the STATUS " + quoted(status) + "; it is ACTIVE, TRIAL, DISCOURAGED or DEPRECATED.";
  }
  const std::string_view rank = columns.value(row, "COMMON_TEST_RANK");
  if (rank.find_first_not_of("0123456789") != std::string_view::npos) {
    return "The test " + std::string(number) + " has the COMMON_TEST_RANK " + quoted(rank) + ", which is no number.";
  }
  if (columns.value(row, "LONG_COMMON_NAME").empty() && columns.value(row, "COMPONENT").empty()) {
    return "The test " + std::string(number) + " has neither a LONG_COMMON_NAME nor a COMPONENT.";
  }
  return {};
}

void add_axes(Concept& entry, const Columns& columns, const Row& row) {
  for (const NamePart& axis : name_parts) {
    entry.axes.push_back({std::string(axis.title), "", cleaned(columns.value(row, axis.column)), ""});
  }
}

/// Returns the formal name, "Component:Property:Time:System:Scale:Method", without empty parts.
std::string formal_name(const Concept& entry) {
  std::string name;
  for (const Axis& axis : entry.axes) {
    if (axis.label.empty()) continue;
    name += (name.empty() ? "" : ":") + axis.label;
  }
  return name;
}

Result<Done> require_columns(const SourceFile& file, std::span<const std::string_view> names) {
  DelimitedReader reader(file, Dialect{});
  Row row;
  const Result<bool> header = reader.next(row);
  if (!header) return header.error();
  const Columns columns(row.fields);
  for (const std::string_view name : names) {
    if (columns.find(name)) continue;
    return bad_format(file, 1, "The header has no column " + quoted(name) + ".", "Give the file as LOINC ships it, header included.");
  }
  return check_utf8(file.name, file.bytes);
}

/// Walks a table beside Loinc.csv, all of whose rows may rightly be skipped.
Result<Done> walk_rows(const SourceFile& file, SourceContent& content, const std::function<void(const Columns&, const Row&)>& take) {
  Result<Done> walked = for_each_row(file, content, take);
  const SourceReport& report = content.report;
  if (!walked && report.read == 0 && report.refused == 0 && report.skipped > 0) return Done{};
  return walked;
}

}  // namespace

Concept* LoincConcepts::find(std::string_view number) {
  const auto found = place_of_code_.find(std::string(number));
  return found == place_of_code_.end() ? nullptr : &concepts_[found->second];
}

void LoincConcepts::add_term(const Columns& columns, const Row& row, SourceReport& report) {
  std::string fault = fault_of(columns, row);
  const std::string number(columns.value(row, "LOINC_NUM"));
  if (fault.empty() && !place_of_code_.emplace(number, concepts_.size()).second) fault = "The test " + number + " stands twice in this file.";
  if (!fault.empty()) return refuse(report, row.line, std::move(fault));
  Concept entry;
  entry.system = "loinc";
  entry.code = number;
  add_axes(entry, columns, row);
  entry.display = cleaned(columns.value(row, "LONG_COMMON_NAME"));
  if (entry.display.empty()) entry.display = formal_name(entry);
  add_name(entry, DesignationUse::Short, cleaned(columns.value(row, "SHORTNAME")));
  add_name(entry, DesignationUse::Lay, cleaned(columns.value(row, "CONSUMER_NAME")));
  add_name(entry, DesignationUse::Synonym, cleaned(columns.value(row, "DisplayName")));
  add_related_names(entry, columns.value(row, "RELATEDNAMES2"));
  const std::string_view status = columns.value(row, "STATUS");
  if (status == "DEPRECATED") entry.status = Status::Inactive;
  if (status != "ACTIVE") entry.properties.push_back({"status", std::string(status)});
  for (const FactColumn& fact : fact_columns) {
    std::string value = cleaned(columns.value(row, fact.column));
    if (!value.empty()) entry.properties.push_back({fact.name, std::move(value)});
  }
  const std::uint32_t rank = number_of(columns.value(row, "COMMON_TEST_RANK"));
  if (rank > 0) entry.usage = rank < usage_above_all_ranks ? usage_above_all_ranks - rank : 1;
  std::string definition = cleaned(columns.value(row, "DefinitionDescription"));
  if (!definition.empty()) entry.notes.push_back({NoteKind::Definition, std::move(definition)});
  std::string notice = cleaned(columns.value(row, "EXTERNAL_COPYRIGHT_NOTICE"));
  if (!notice.empty()) entry.notes.push_back({NoteKind::Other, std::move(notice)});
  const std::string_view version = columns.value(row, "VersionLastChanged");
  if (is_older(release_, version)) release_ = std::string(version);
  concepts_.push_back(std::move(entry));
  ++report.read;
}

Result<SourceContent> LoincConcepts::read_terms(const SourceFile& file) {
  static constexpr std::array<std::string_view, 9> needed{"LOINC_NUM", "COMPONENT",  "PROPERTY", "TIME_ASPCT",      "SYSTEM",
                                                          "SCALE_TYP", "METHOD_TYP", "STATUS",   "LONG_COMMON_NAME"};
  const Result<Done> usable = require_columns(file, needed);
  if (!usable) return usable.error();
  SourceContent content = start_content(file, "LOINC table", SourceRole::CodeList);
  const Result<Done> walked = for_each_row(file, content, [&](const Columns& columns, const Row& row) {
    add_term(columns, row, content.report);
  });
  if (!walked) return walked.error();
  return content;
}

Result<SourceContent> LoincConcepts::read_part_links(const SourceFile& file) {
  static constexpr std::array<std::string_view, 5> needed{"LoincNumber", "PartNumber", "PartName", "PartTypeName", "LinkTypeName"};
  const Result<Done> usable = require_columns(file, needed);
  if (!usable) return usable.error();
  SourceContent content = start_content(file, "LOINC part links", SourceRole::CodeList);
  SourceReport& report = content.report;
  const Result<Done> walked = walk_rows(file, content, [&](const Columns& columns, const Row& row) {
    const std::string_view type = columns.value(row, "PartTypeName");
    const std::string_view part = columns.value(row, "PartNumber");
    const auto axis = std::find_if(name_parts.begin(), name_parts.end(), [&](const NamePart& each) { return each.part_type == type; });
    Concept* entry = find(columns.value(row, "LoincNumber"));
    if (columns.value(row, "LinkTypeName") != "Primary" || axis == name_parts.end()) {
      skip(report, "links a part that is not one of the six axes", row.line, type);
    } else if (!part.starts_with("LP")) {
      refuse(report, row.line, "The PartNumber " + quoted(part) + " does not begin with LP.");
    } else if (entry == nullptr) {
      skip(report, "speaks of a test that is not in Loinc.csv", row.line, columns.value(row, "LoincNumber"));
    } else {
      Axis& linked = entry->axes[static_cast<std::size_t>(axis - name_parts.begin())];
      linked.value = std::string(part);
      linked.label = cleaned(columns.value(row, "PartName"));
      ++report.read;
    }
  });
  if (!walked) return walked.error();
  return content;
}

Result<SourceContent> LoincConcepts::read_replacements(const SourceFile& file) {
  SourceContent content = start_content(file, "LOINC replacements", SourceRole::CodeList);
  SourceReport& report = content.report;
  const Result<Done> usable = check_utf8(file.name, file.bytes);
  if (!usable) return usable.error();
  const Result<Done> walked = walk_rows(file, content, [&](const Columns& columns, const Row& row) {
    const std::string_view target = columns.value(row, "MAP_TO");
    Concept* entry = find(columns.value(row, "LOINC"));
    if (!is_loinc_number(target)) {
      refuse(report, row.line, "The MAP_TO " + quoted(target) + " is no LOINC number, or its check digit is wrong.");
    } else if (entry == nullptr) {
      skip(report, "speaks of a test that is not in Loinc.csv", row.line, columns.value(row, "LOINC"));
    } else {
      entry->relations.push_back({"replaced-by", "loinc", std::string(target), {}});
      ++report.read;
    }
  });
  if (!walked) return walked.error();
  return content;
}

void LoincConcepts::move_into(SourceContent& content) {
  content.release = release_;
  content.systems.push_back(system_with_version("loinc", release_));
  content.concepts = std::move(concepts_);
}

}  // namespace medcode
