// Columns are numbered as in the RxNorm technical documentation, counted from 0.
#include "core/sources/rxnorm_concepts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

/// Fields of a row, the empty one after the last pipe included.
constexpr std::size_t conso_fields = 19;
constexpr std::size_t rel_fields = 17;
constexpr std::size_t sat_fields = 14;
constexpr std::size_t sab_fields = 26;

enum Conso : std::size_t { Rxcui = 0, Language = 1, Source = 11, TermType = 12, Name = 14, Restriction = 15, Suppress = 16 };

constexpr std::array<std::string_view, 4> synonym_types{"SY", "TMSY", "PSN", "ET"};

/// Limits of what one concept keeps: the most real ones stay below, a damaged file does not.
constexpr std::size_t max_synonyms = 100;
constexpr std::size_t max_ndcs = 500;

struct Kind {
  std::string_view rela;
  std::string_view ours;
};

constexpr std::array<Kind, 9> kinds{{
    {"has_ingredient", "has-ingredient"},
    {"has_precise_ingredient", "has-precise-ingredient"},
    {"tradename_of", "tradename-of"},
    {"has_dose_form", "has-dose-form"},
    {"consists_of", "consists-of"},
    {"contains", "contains"},
    {"form_of", "form-of"},
    {"quantified_form_of", "quantified-form-of"},
    {"reformulation_of", "reformulation-of"},
}};

std::optional<std::uint32_t> rxcui_of(std::string_view field) {
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (field.empty() || fault != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return number;
}

bool is_synonym_type(std::string_view type) {
  return std::find(synonym_types.begin(), synonym_types.end(), type) != synonym_types.end();
}

/// Returns what is wrong with a row of RXNCONSO, empty when nothing is.
std::string fault_of_name(const PlainTable& row) {
  if (!rxcui_of(row[Rxcui])) return "The RXCUI " + quoted(row[Rxcui]) + " is no number.";
  const std::string which = "The atom of RXCUI " + std::string(row[Rxcui]);
  if (row[Source].empty()) return which + " has no source (SAB).";
  if (row[TermType].empty()) return which + " has no term type (TTY).";
  if (row[Name].empty()) return which + " has no name (STR).";
  if (row[Suppress].size() != 1 || std::string_view("NOYE").find(row[Suppress]) == std::string_view::npos) {
    return which + " has SUPPRESS " + quoted(row[Suppress]) + "; it is N, O, Y or E.";
  }
  return {};
}

bool has_designation(const Concept& entry, const std::string& text) {
  return std::any_of(entry.designations.begin(), entry.designations.end(),
                     [&](const Designation& each) { return same_without_case(each.text, text); });
}

}  // namespace

Concept* RxnormConcepts::find(std::string_view rxcui) {
  const auto number = rxcui_of(rxcui);
  const auto found = number ? place_of_id_.find(*number) : place_of_id_.end();
  return found == place_of_id_.end() ? nullptr : &concepts_[found->second];
}

void RxnormConcepts::add_concept(const PlainTable& row, SourceReport& report) {
  if (!place_of_id_.emplace(*rxcui_of(row[Rxcui]), static_cast<std::uint32_t>(concepts_.size())).second) {
    Concept& first = *find(row[Rxcui]);
    if (first.status == Status::Inactive && row[Suppress] == "N") {  // an obsolete name stood first
      first.status = Status::Active;
      std::string former = std::exchange(first.display, cleaned(row[Name]));
      if (former != first.display) first.designations.push_back({DesignationUse::Synonym, std::move(former)});
    } else if (first.display != row[Name] && !has_designation(first, cleaned(row[Name]))) {
      first.designations.push_back({DesignationUse::Synonym, cleaned(row[Name])});
    }
    ++report.read;
    return;
  }
  Concept entry;
  entry.system = "rxnorm";
  entry.code = std::string(row[Rxcui]);
  entry.display = cleaned(row[Name]);
  entry.status = row[Suppress] == "O" ? Status::Inactive : Status::Active;
  entry.properties.push_back({"term-type", std::string(row[TermType])});
  concepts_.push_back(std::move(entry));
  ++report.read;
}

void RxnormConcepts::add_synonym(const PlainTable& row, SourceReport& report) {
  Concept* entry = find(row[Rxcui]);
  std::string name = cleaned(row[Name]);
  if (entry == nullptr) {
    skip(report, "names a concept that RxNorm itself has no name for", row.line(), row[Name]);
  } else if (row[Source] != "RXNORM" && row[Restriction] != "0") {
    skip(report, "is a name from a vocabulary with a licence of its own", row.line(), row[Source]);
  } else if (row[Suppress] != "N") {
    skip(report, "is a suppressed synonym", row.line(), row[Name]);
  } else if (same_without_case(name, entry->display) || has_designation(*entry, name)) {
    skip(report, "is a synonym that repeats another name", row.line(), row[Name]);
  } else if (entry->designations.size() >= max_synonyms) {
    skip(report, "is a synonym beyond the 100 kept of one concept", row.line(), row[Name]);
  } else {
    entry->designations.push_back({DesignationUse::Synonym, std::move(name)});
    ++report.read;
  }
}

Result<SourceContent> RxnormConcepts::read_names(const SourceFile& file) {
  Result<PlainTable> table = PlainTable::without_header(file, '|', conso_fields);
  if (!table) return table.error();
  SourceContent content = start_content(file, "RxNorm RXNCONSO", SourceRole::CodeList);
  const auto makes_concept = [](const PlainTable& row) { return row[Source] == "RXNORM" && !is_synonym_type(row[TermType]); };
  while (table->next(content.report)) {
    std::string fault = fault_of_name(*table);
    if (!fault.empty()) {
      refuse(content.report, table->line(), std::move(fault));
      continue;
    }
    if ((*table)[Restriction] != "0") is_subset_ = false;
    if (makes_concept(*table)) add_concept(*table, content.report);
  }
  Result<PlainTable> again = PlainTable::without_header(file, '|', conso_fields);
  SourceReport already_counted;
  while (again && again->next(already_counted)) {
    if (fault_of_name(*again).empty() && !makes_concept(*again)) add_synonym(*again, content.report);
  }
  return content;
}

Result<SourceContent> RxnormConcepts::read_relations(const SourceFile& file) {
  enum Column : std::size_t { First = 0, Second = 4, Rela = 7, Vocabulary = 10, Suppressed = 14 };
  Result<PlainTable> table = PlainTable::without_header(file, '|', rel_fields);
  if (!table) return table.error();
  SourceContent content = start_content(file, "RxNorm RXNREL", SourceRole::CodeList);
  SourceReport& report = content.report;
  while (table->next(report)) {
    const PlainTable& row = *table;
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) { return each.rela == row[Rela]; });
    Concept* subject = find(row[Second]);
    const Concept* object = find(row[First]);
    if (row[Vocabulary] != "RXNORM" || row[First].empty() || row[Second].empty()) {
      skip(report, "relates names, or is from another vocabulary", row.line(), row[Vocabulary]);
    } else if (!rxcui_of(row[First]) || !rxcui_of(row[Second])) {
      refuse(report, row.line(), "The RXCUI " + quoted(rxcui_of(row[First]) ? row[Second] : row[First]) + " is no number.");
    } else if (kind == kinds.end() && row[Rela] != "isa") {
      skip(report, "is an inverse relationship, or of a kind that is not kept", row.line(), row[Rela]);
    } else if (subject == nullptr || object == nullptr) {
      skip(report, "speaks of a concept that is not in this release", row.line(), subject == nullptr ? row[Second] : row[First]);
    } else {
      if (row[Rela] == "isa" && subject->parent.empty()) {
        subject->parent = object->code;
      } else {
        subject->relations.push_back({kind == kinds.end() ? "is-a" : std::string(kind->ours), "rxnorm", object->code, {}});
      }
      ++report.read;
    }
  }
  return content;
}

Result<SourceContent> RxnormConcepts::read_attributes(const SourceFile& file) {
  enum Column : std::size_t { Subject = 0, Attribute = 8, Vocabulary = 9, Value = 10, Suppressed = 11 };
  Result<PlainTable> table = PlainTable::without_header(file, '|', sat_fields);
  if (!table) return table.error();
  SourceContent content = start_content(file, "RxNorm RXNSAT", SourceRole::CodeList);
  SourceReport& report = content.report;
  std::unordered_map<const Concept*, std::size_t> count_of;
  while (table->next(report)) {
    const PlainTable& row = *table;
    Concept* entry = find(row[Subject]);
    if (row[Attribute] != "NDC" || row[Vocabulary] != "RXNORM") {
      skip(report, "is an attribute other than RxNorm's own NDC numbers", row.line(), row[Attribute]);
    } else if (row[Value].empty() || row[Value].find_first_not_of("0123456789-*") != std::string_view::npos) {
      refuse(report, row.line(), "The NDC " + quoted(row[Value]) + " of RXCUI " + std::string(row[Subject]) + " is no number.");
    } else if (entry == nullptr) {
      skip(report, "speaks of a concept that is not in this release", row.line(), row[Subject]);
    } else if (row[Suppressed] == "O" || ++count_of[entry] > max_ndcs) {
      skip(report, "is an obsolete NDC, or one beyond the 500 kept of one concept", row.line(), row[Value]);
    } else {
      entry->relations.push_back({"has-ndc", "ndc", std::string(row[Value]), {}});
      ++report.read;
    }
  }
  return content;
}

Result<SourceContent> RxnormConcepts::read_versions(const SourceFile& file) {
  enum Column : std::size_t { Vocabulary = 3, Version = 6 };
  Result<PlainTable> table = PlainTable::without_header(file, '|', sab_fields);
  if (!table) return table.error();
  SourceContent content = start_content(file, "RxNorm RXNSAB", SourceRole::CodeList);
  while (table->next(content.report)) {
    const std::string_view version = (*table)[Version];
    const std::size_t date = version.find('_') + 1;  // "20AA_250707F"
    const auto iso = iso_date("20" + std::string(version.substr(date, 6)));
    if ((*table)[Vocabulary] != "RXNORM") {
      skip(content.report, "is the version of another vocabulary", table->line(), (*table)[Vocabulary]);
    } else if (date == 0 || !iso) {
      refuse(content.report, table->line(), "The version " + quoted(version) + " of RXNORM holds no date.");
    } else {
      release_ = *iso;
      ++content.report.read;
    }
  }
  return content;
}

void RxnormConcepts::move_into(SourceContent& content) {
  content.release = release_;
  content.partial = is_subset_;
  content.systems.push_back(system_with_version("rxnorm", release_));
  content.concepts = std::move(concepts_);
}

}  // namespace medcode
