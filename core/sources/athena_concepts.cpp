// One row of CONCEPT.csv becomes one concept; repeated codes are settled by sorting.
#include "core/sources/athena_concepts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

enum Column : std::size_t { Id, Name, Domain, Vocabulary, Class, Code, Start, End, Invalid };
constexpr std::array<std::string_view, 9> columns{"concept_id",   "concept_name",     "domain_id",
                                                  "vocabulary_id", "concept_class_id", "concept_code",
                                                  "valid_start_date", "valid_end_date", "invalid_reason"};
constexpr std::uint32_t open_end = 20991231;  // OMOP's date for "still valid"
constexpr std::size_t bytes_of_a_row = 120;   // about; only how much is reserved depends on it

std::optional<std::uint32_t> number_of(std::string_view field) {
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), number);
  if (field.empty() || fault != std::errc() || end != field.data() + field.size()) return std::nullopt;
  return number;
}

/// Returns a date "20240101" or "2024-01-01" as number, or nothing.
std::optional<std::uint32_t> date_number(std::string_view field) {
  std::string digits(field);
  if (field.size() == 10 && field[4] == '-' && field[7] == '-') {
    digits = std::string(field.substr(0, 4)) + std::string(field.substr(5, 2)) + std::string(field.substr(8, 2));
  }
  return iso_date(digits) ? number_of(digits) : std::nullopt;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

Billing billing_of(std::string_view system, std::string_view concept_class) {
  if (system == "icd10cm" || system == "icd9cm" || system == "icd9proc") {
    if (concept_class.find("nonbill") != std::string_view::npos) return Billing::Header;
    if (concept_class.find("billing") != std::string_view::npos) return Billing::Billable;
  }
  if (system == "icd10pcs") return concept_class == "ICD10PCS Hierarchy" ? Billing::Header : Billing::Billable;
  return Billing::NotApplicable;
}

/// Returns what is wrong with a row, empty when nothing is.
std::string fault_of(const PlainTable& row) {
  if (!number_of(row[Id])) return "The concept_id " + quoted(row[Id]) + " is no number.";
  const std::string which = "The concept " + std::string(row[Id]);
  if (row[Vocabulary].empty()) return which + " has no vocabulary_id.";
  if (row[Code].empty()) return which + " has no concept_code.";
  if (!date_number(row[Start])) return which + " has the valid_start_date " + quoted(row[Start]) + ", which is no date YYYYMMDD.";
  if (!date_number(row[End])) return which + " has the valid_end_date " + quoted(row[End]) + ", which is no date YYYYMMDD.";
  if (row[Invalid].size() > 1) return which + " has the invalid_reason " + quoted(row[Invalid]) + "; it is D, U or empty.";
  if (row[Name].empty() && row[Vocabulary] != "CPT4") return which + " has no concept_name.";
  return {};
}

std::uint32_t as_number(const std::string& iso) {
  if (iso.size() != 10) return 0;
  return number_of(iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2)).value_or(0);
}

}  // namespace

std::optional<std::uint32_t> concept_id_of(std::string_view field) { return number_of(field); }

bool AthenaConcepts::is_cut(const Concept& entry) {
  return !entry.properties.empty() && entry.properties.back().name == "cut";
}

Result<SourceContent> AthenaConcepts::read(const SourceFile& file) {
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "Athena CONCEPT", SourceRole::CodeList);
  content.release = vocabularies_.release;
  const std::size_t expected = concepts_.size() + file.bytes.size() / bytes_of_a_row;
  concepts_.reserve(expected);
  place_of_id_.reserve(expected);
  while (table->next(content.report)) {
    if (add(*table, content.report)) ++content.report.read;
  }
  return content;
}

bool AthenaConcepts::add(PlainTable& row, SourceReport& report) {
  std::string fault = fault_of(row);
  if (fault.empty() && place_of_id_.count(*number_of(row[Id])) > 0 && !row[Name].empty()) {
    fault = "The concept_id " + std::string(row[Id]) + " stands for two concepts.";
  }
  if (!fault.empty()) {
    refuse(report, row.line(), std::move(fault));
    return false;
  }
  Concept entry;
  entry.system = system_of_vocabulary(row[Vocabulary], row[Class]);
  if (entry.system.empty()) {
    skip(report, "is OMOP's own bookkeeping, not a code", row.line(), row[Name]);
    return false;
  }
  if (row[Name].empty()) {
    skip(report, "has no name: run cpt.sh of the Athena download, which fetches the names of CPT codes", row.line(), row[Code]);
    return false;
  }
  entry.code = canonical_code(entry.system, row[Code]);
  entry.display = cleaned(row[Name]);
  entry.billing = billing_of(entry.system, row[Class]);
  const std::uint32_t end = *date_number(row[End]);
  const bool ended = end < as_number(vocabularies_.release);
  if (!row[Invalid].empty() || ended) entry.status = Status::Inactive;
  const bool cut = characters(entry.display) + 1 >= omop_name_characters;
  entry.properties.reserve(std::size_t{3} + (end == open_end ? 0 : 1) + (cut ? 1 : 0));
  entry.properties.push_back({"domain", std::string(row[Domain])});
  entry.properties.push_back({"class", std::string(row[Class])});
  entry.properties.push_back({"omop-concept-id", std::string(row[Id])});
  if (end != open_end) entry.properties.push_back({"valid-until", *iso_date(std::to_string(end))});
  if (cut) entry.properties.push_back({"cut", std::to_string(omop_name_characters)});
  note_system(entry.system, row[Vocabulary]);
  place_of_id_.emplace(*number_of(row[Id]), static_cast<std::uint32_t>(concepts_.size()));
  concepts_.push_back(std::move(entry));
  end_dates_.push_back(end);
  return true;
}

void AthenaConcepts::note_system(const std::string& system, std::string_view vocabulary) {
  if (system == last_system_) return;
  last_system_ = system;
  const auto same = [&](const CodeSystem& each) { return each.id == system; };
  if (std::any_of(systems_.begin(), systems_.end(), same)) return;
  const auto described = vocabularies_.by_id.find(vocabulary);
  const bool known = described != vocabularies_.by_id.end();
  systems_.push_back(system_with_version(system, known ? described->second.version : std::string()));
  if (!known || systems_.back().title != system) return;
  systems_.back().title = described->second.name;
}

bool AthenaConcepts::is_better(std::size_t one, std::size_t other) const {
  const auto merit = [&](std::size_t place) {
    return std::tuple(concepts_[place].status == Status::Active, end_dates_[place], place);
  };
  return merit(one) > merit(other);
}

void AthenaConcepts::settle_repeated_codes(SourceReport& report) {
  order_.resize(concepts_.size());
  std::iota(order_.begin(), order_.end(), std::uint32_t{0});
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t one, std::uint32_t other) {
    const int systems = concepts_[one].system.compare(concepts_[other].system);
    const int codes = systems != 0 ? systems : concepts_[one].code.compare(concepts_[other].code);
    return codes != 0 ? codes < 0 : is_better(one, other);
  });
  std::unordered_map<std::uint32_t, std::uint32_t> kept_of;
  for (std::size_t place = 1; place < order_.size(); ++place) {
    const Concept& kept = concepts_[order_[place - 1]];
    const Concept& next = concepts_[order_[place]];
    if (kept.code != next.code || kept.system != next.system) continue;
    kept_of[order_[place]] = order_[place - 1];
    --report.read;
    skip(report, "is an earlier meaning of a code that is used again", 0, next.system + " " + next.code + " " + next.display);
    order_[place] = order_[place - 1];
  }
  for (auto& [id, place] : place_of_id_) {
    if (const auto kept = kept_of.find(place); kept != kept_of.end()) place = kept->second;
  }
}

Concept* AthenaConcepts::find(std::uint32_t concept_id) {
  const auto found = place_of_id_.find(concept_id);
  return found == place_of_id_.end() ? nullptr : &concepts_[found->second];
}

void AthenaConcepts::move_into(SourceContent& content) {
  content.concepts.reserve(concepts_.size());
  std::uint32_t last = static_cast<std::uint32_t>(concepts_.size());
  for (const std::uint32_t place : order_) {
    if (place != last) content.concepts.push_back(std::move(concepts_[place]));
    last = place;
  }
  content.systems = std::move(systems_);
}

}  // namespace medcode
