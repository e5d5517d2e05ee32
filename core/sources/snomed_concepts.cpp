// Concept, language and description files: which codes there are and how they are called.
#include "core/sources/snomed_concepts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::string_view us_english = "900000000000509007";
constexpr std::string_view preferred = "900000000000548007";
constexpr std::string_view fully_specified_name = "900000000000003001";
constexpr std::string_view text_definition = "900000000000550004";

/// Returns where the tag " (disorder)" at the end of a fully specified name begins, or its size.
std::size_t tag_begin(std::string_view name) {
  const std::size_t open = name.rfind(" (");
  return name.ends_with(')') && open != std::string_view::npos ? open : name.size();
}

bool sort_unique(std::vector<std::uint64_t>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return !ids.empty();
}

}  // namespace

std::optional<std::uint64_t> snomed_identifier(std::string_view field) {
  std::uint64_t number = 0;
  if (field.size() < 6 || field.size() > 18) return std::nullopt;
  const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (fault != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return number;
}

Concept* SnomedConcepts::find(const PlainTable& row, std::size_t column, SourceReport& report) {
  const auto id = snomed_identifier(row[column]);
  if (!id) {
    refuse(report, row.line(), quoted(row[column]) + " is no SNOMED CT identifier.");
    return nullptr;
  }
  const auto found = place_of_id_.find(*id);
  if (found != place_of_id_.end()) return &concepts_[found->second];
  skip(report, "speaks of a concept that is not in this release", row.line(), row[column]);
  return nullptr;
}

Result<SourceContent> SnomedConcepts::read_language(const SourceFile& file) {
  enum Column : std::size_t { Active, Refset, Description, Acceptability };
  static constexpr std::array<std::string_view, 4> columns{"active", "refsetId", "referencedComponentId", "acceptabilityId"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "SNOMED CT language reference set", SourceRole::CodeList);
  while (table->next(content.report)) {
    const PlainTable& row = *table;
    const auto id = snomed_identifier(row[Description]);
    if (!id) {
      refuse(content.report, row.line(), quoted(row[Description]) + " is no SNOMED CT identifier.");
    } else if (row[Active] != "1" || row[Acceptability] != preferred) {
      skip(content.report, "does not make a term the preferred one", row.line(), row[Description]);
    } else {
      (row[Refset] == us_english ? preferred_us_ : preferred_any_).push_back(*id);
      ++content.report.read;
    }
  }
  sort_unique(preferred_us_);
  sort_unique(preferred_any_);
  return content;
}

bool SnomedConcepts::is_preferred(std::uint64_t description) const {
  const std::vector<std::uint64_t>& ids = preferred_us_.empty() ? preferred_any_ : preferred_us_;
  return std::binary_search(ids.begin(), ids.end(), description);
}

Result<SourceContent> SnomedConcepts::read_concepts(const SourceFile& file) {
  enum Column : std::size_t { Id, Time, Active };
  static constexpr std::array<std::string_view, 4> columns{"id", "effectiveTime", "active", "definitionStatusId"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "SNOMED CT concepts", SourceRole::CodeList);
  while (table->next(content.report)) {
    const PlainTable& row = *table;
    const auto id = snomed_identifier(row[Id]);
    if (!id) {
      refuse(content.report, row.line(), quoted(row[Id]) + " is no SNOMED CT identifier.");
    } else if (!iso_date(row[Time])) {
      refuse(content.report, row.line(), "The effectiveTime " + quoted(row[Time]) + " is no date YYYYMMDD.");
    } else if (row[Active] != "0" && row[Active] != "1") {
      refuse(content.report, row.line(), "The field active is " + quoted(row[Active]) + "; it is 0 or 1.");
    } else if (!place_of_id_.emplace(*id, static_cast<std::uint32_t>(concepts_.size())).second) {
      refuse(content.report, row.line(), "The concept " + std::string(row[Id]) + " has a second row; give the Snapshot files, not the Full ones.");
    } else {
      Concept entry;
      entry.system = "snomed";
      entry.code = std::string(row[Id]);
      entry.status = row[Active] == "1" ? Status::Active : Status::Inactive;
      concepts_.push_back(std::move(entry));
      release_ = std::max(release_, std::string(row[Time]));
      ++content.report.read;
    }
  }
  ranks_.resize(concepts_.size(), NameRank::None);
  return content;
}

void SnomedConcepts::add_name(Concept& entry, NameRank rank, std::string text) {
  NameRank& best = ranks_[static_cast<std::size_t>(&entry - concepts_.data())];
  if (text == entry.display) {
    best = std::max(best, rank);
    return;
  }
  if (rank > best) {
    std::swap(entry.display, text);
    best = rank;
    const auto same = [&](const Designation& each) { return each.text == entry.display; };
    std::erase_if(entry.designations, same);
  }
  const auto same = [&](const Designation& each) { return each.text == text; };
  if (text.empty() || std::any_of(entry.designations.begin(), entry.designations.end(), same)) return;
  entry.designations.push_back({DesignationUse::Synonym, std::move(text)});
}

void SnomedConcepts::add_description(Concept& entry, const PlainTable& row, SourceReport& report) {
  enum Column : std::size_t { Id, Active, ConceptId, Type, Term };
  std::string term = cleaned(row[Term]);
  ++report.read;
  if (row[Type] == text_definition) {
    entry.notes.push_back({NoteKind::Definition, std::move(term)});
    return;
  }
  if (row[Type] != fully_specified_name) {
    const auto id = snomed_identifier(row[Id]);
    return add_name(entry, id && is_preferred(*id) ? NameRank::Preferred : NameRank::Any, std::move(term));
  }
  const std::size_t begin = tag_begin(term);
  const bool tagged = entry.properties.empty() && begin < term.size();
  if (tagged) entry.properties.push_back({"semantic-tag", term.substr(begin + 2, term.size() - begin - 3)});
  term.resize(begin);
  add_name(entry, NameRank::FullySpecified, std::move(term));
}

Result<SourceContent> SnomedConcepts::read_descriptions(const SourceFile& file) {
  enum Column : std::size_t { Id, Active, ConceptId, Type, Term };
  static constexpr std::array<std::string_view, 5> columns{"id", "active", "conceptId", "typeId", "term"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "SNOMED CT descriptions", SourceRole::CodeList);
  while (table->next(content.report)) {
    const PlainTable& row = *table;
    if (row[Active] != "1") {
      skip(content.report, "is an inactive description", row.line(), row[Term]);
    } else if (row[Term].empty()) {
      refuse(content.report, row.line(), "The description " + std::string(row[Id]) + " has no term.");
    } else if (Concept* entry = find(row, ConceptId, content.report)) {
      add_description(*entry, row, content.report);
    }
  }
  return content;
}

void SnomedConcepts::move_into(SourceContent& content) {
  content.release = iso_date(release_).value_or(std::string());
  content.systems.push_back(system_with_version("snomed", content.release));
  content.concepts.reserve(concepts_.size());
  for (Concept& entry : concepts_) {
    if (!entry.display.empty()) {
      content.concepts.push_back(std::move(entry));
      continue;
    }
    if (content.report.read > 0) --content.report.read;
    refuse(content.report, 0, "The concept " + entry.code + " has no active description.");
  }
  concepts_.clear();
}

}  // namespace medcode
