// Each row names concepts by concept_id; rows of concepts that are not in the download are skipped and counted.
#include "core/sources/athena_relations.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::string_view not_here = "speaks of a concept that is not in this download";

/// Limit of synonyms of one concept: the most any SNOMED CT concept has is below 100.
constexpr std::size_t max_synonyms = 200;

struct Kind {
  std::string_view omop;
  std::string_view ours;
  std::string_view flag;
};

/// The relationships that are kept, each in one direction only. "Is a" is apart, since it makes the hierarchy.
constexpr std::array<Kind, 14> kinds{{
    {"Maps to", "maps-to", ""},
    {"Maps to value", "maps-to", "value"},
    {"Concept replaced by", "replaced-by", ""},
    {"Concept same_as to", "same-as", ""},
    {"Concept poss_eq to", "possibly-equivalent-to", "approximate"},
    {"Concept alt_to to", "alternative-to", "approximate"},
    {"Concept was_a to", "was-a", ""},
    {"RxNorm has ing", "has-ingredient", ""},
    {"RxNorm has dose form", "has-dose-form", ""},
    {"Consists of", "consists-of", ""},
    {"Tradename of", "tradename-of", ""},
    {"CPT4 - SNOMED eq", "equivalent-to", ""},
    {"CPT4 - LOINC eq", "equivalent-to", ""},
    {"ICD10PCS - SNOMED eq", "equivalent-to", ""},
}};

const Kind* find_kind(std::string_view relationship) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.omop == relationship; });
  return found == kinds.end() ? nullptr : &*found;
}

/// Sets the two concepts a row is about; counts the row and returns false when it cannot be used.
bool find_pair(const PlainTable& row, AthenaConcepts& concepts, SourceReport& report, Concept*& one, Concept*& other) {
  const auto first = concept_id_of(row[0]);
  const auto second = concept_id_of(row[1]);
  if (!first || !second) {
    refuse(report, row.line(), "The concept_id " + quoted(first ? row[1] : row[0]) + " is no number.");
    return false;
  }
  one = concepts.find(*first);
  other = concepts.find(*second);
  if (one != nullptr && other != nullptr) return true;
  skip(report, not_here, row.line(), one == nullptr ? row[0] : row[1]);
  return false;
}

void add_parent(Concept& child, const Concept& parent) {
  if (child.parent.empty()) {
    child.parent = parent.code;
  } else if (child.parent != parent.code) {
    child.relations.push_back({"is-a", parent.system, parent.code, {}});
  }
}

/// Takes one synonym; returns why not, empty when it was taken.
std::string_view add_synonym(Concept& entry, std::string text) {
  if (AthenaConcepts::is_cut(entry) && text.size() > entry.display.size() && text.starts_with(entry.display)) {
    entry.display = std::move(text);
    entry.properties.pop_back();
    return {};
  }
  const auto same = [&](const Designation& each) { return each.text == text; };
  if (text == entry.display || std::any_of(entry.designations.begin(), entry.designations.end(), same)) {
    return "is a synonym that repeats another name";
  }
  if (entry.designations.size() >= max_synonyms) return "is a synonym beyond the 200 kept of one concept";
  entry.designations.push_back({DesignationUse::Synonym, std::move(text)});
  return {};
}

}  // namespace

Result<SourceContent> read_athena_synonyms(const SourceFile& file, AthenaConcepts& concepts) {
  static constexpr std::array<std::string_view, 2> columns{"concept_id", "concept_synonym_name"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "Athena CONCEPT_SYNONYM", SourceRole::CodeList);
  SourceReport& report = content.report;
  while (table->next(report)) {
    const PlainTable& row = *table;
    const auto id = concept_id_of(row[0]);
    if (!id || row[1].empty()) {
      refuse(report, row.line(), id ? "The concept " + std::string(row[0]) + " has an empty concept_synonym_name."
                                    : "The concept_id " + quoted(row[0]) + " is no number.");
      continue;
    }
    Concept* entry = concepts.find(*id);
    const std::string_view reason = entry == nullptr ? not_here : add_synonym(*entry, cleaned(row[1]));
    if (reason.empty()) {
      ++report.read;
    } else {
      skip(report, reason, row.line(), row[1]);
    }
  }
  return content;
}

Result<SourceContent> read_athena_relationships(const SourceFile& file, AthenaConcepts& concepts) {
  enum Column : std::size_t { One, Other, Relationship, Invalid };
  static constexpr std::array<std::string_view, 4> columns{"concept_id_1", "concept_id_2", "relationship_id", "invalid_reason"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "Athena CONCEPT_RELATIONSHIP", SourceRole::CodeList);
  SourceReport& report = content.report;
  while (table->next(report)) {
    const PlainTable& row = *table;
    const bool is_a = row[Relationship] == "Is a";
    const Kind* kind = is_a ? nullptr : find_kind(row[Relationship]);
    Concept* one = nullptr;
    Concept* other = nullptr;
    if (row[Relationship].empty()) {
      refuse(report, row.line(), "The row has no relationship_id.");
    } else if (!is_a && kind == nullptr) {
      skip(report, "is an inverse relationship, or of a kind that is not kept", row.line(), row[Relationship]);
    } else if (!row[Invalid].empty()) {
      skip(report, "is a relationship that is no longer valid", row.line(), row[Relationship]);
    } else if (!find_pair(row, concepts, report, one, other)) {
      continue;
    } else if (one == other) {
      skip(report, "relates a concept to itself", row.line(), row[Relationship]);
    } else if (is_a && one->system == other->system) {
      add_parent(*one, *other);
      ++report.read;
    } else {
      Relation relation{std::string(is_a ? "is-a" : kind->ours), other->system, other->code, {}};
      if (!is_a && !kind->flag.empty()) relation.flags.emplace_back(kind->flag);
      one->relations.push_back(std::move(relation));
      ++report.read;
    }
  }
  return content;
}

Result<SourceContent> read_athena_ancestors(const SourceFile& file, AthenaConcepts& concepts) {
  enum Column : std::size_t { Ancestor, Descendant, Levels };
  static constexpr std::array<std::string_view, 3> columns{"ancestor_concept_id", "descendant_concept_id",
                                                           "min_levels_of_separation"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "Athena CONCEPT_ANCESTOR", SourceRole::CodeList);
  SourceReport& report = content.report;
  std::unordered_set<const Concept*> adopted;
  while (table->next(report)) {
    const PlainTable& row = *table;
    Concept* ancestor = nullptr;
    Concept* descendant = nullptr;
    if (!concept_id_of(row[Levels])) {
      refuse(report, row.line(), "The min_levels_of_separation " + quoted(row[Levels]) + " is no number.");
    } else if (row[Levels] != "1") {
      skip(report, "is an ancestor that follows from the parents", row.line(), row[Descendant]);
    } else if (!find_pair(row, concepts, report, ancestor, descendant)) {
      continue;
    } else if (ancestor == descendant || ancestor->system != descendant->system) {
      skip(report, "is an ancestor in another system, which its relations already tell", row.line(), row[Descendant]);
    } else if (!descendant->parent.empty() && adopted.count(descendant) == 0) {
      skip(report, "is a parent that is already known", row.line(), row[Descendant]);
    } else {
      adopted.insert(descendant);
      add_parent(*descendant, *ancestor);
      ++report.read;
    }
  }
  return content;
}

}  // namespace medcode
