// Sort the sources by precedence, let every record join, put right what remains, take everything out in order.
#include "core/sources/merge.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/sources/merge_concepts.hpp"
#include "core/sources/merge_finish.hpp"
#include "core/sources/release_order.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// Says whether a role may define codes.
bool defines(SourceRole role) { return role == SourceRole::CodeList || role == SourceRole::Tabular || role == SourceRole::Local; }

/// Sorts contents by precedence: role, complete before partial, newest first, then by file name.
void sort_contents(std::vector<SourceContent>& contents) {
  std::stable_sort(contents.begin(), contents.end(), [](const SourceContent& left, const SourceContent& right) {
    if (left.role != right.role) return left.role < right.role;
    if (left.partial != right.partial) return right.partial;
    if (release_before(right.release, left.release)) return true;
    if (release_before(left.release, right.release)) return false;
    return left.report.file < right.report.file;
  });
}

/// Gives every record to the merger: those that define before those that only add.
void merge_records(std::vector<SourceContent>& contents, ConceptMerger& merger) {
  for (std::size_t origin = 0; origin < contents.size(); ++origin) {
    if (!defines(contents[origin].role)) continue;
    for (Concept& record : contents[origin].concepts) {
      if (record.display.empty()) continue;
      merger.define(std::exchange(record, {}), origin);  // without a code the second round passes it over
    }
  }
  std::set<std::string> counted;
  for (std::size_t origin = 0; origin < contents.size(); ++origin) {
    const bool usage = contents[origin].role == SourceRole::Usage;
    for (Concept& record : contents[origin].concepts) {
      if (record.code.empty()) continue;
      if (usage && counted.insert(record.system).second) merger.clear_usage(record.system);
      merger.add(std::move(record), origin);
    }
    contents[origin].concepts = {};
  }
}

/// Returns the place of each system that has concepts: known systems first, others by id.
std::vector<std::string> order_systems(const std::vector<MergedConcept>& concepts) {
  std::set<std::string> present;
  for (const MergedConcept& known : concepts) present.insert(known.value.system);
  std::vector<std::string> order;
  for (const CodeSystem& system : known_systems()) {
    if (present.erase(system.id) != 0) order.push_back(system.id);
  }
  order.insert(order.end(), present.begin(), present.end());
  return order;
}

/// Describes a system by the first content, in order of precedence, that speaks of it and knows its version.
CodeSystem describe_system(const std::string& id, const std::vector<SourceContent>& contents) {
  CodeSystem described = system_with_version(id, "");
  bool found = false;
  for (const SourceContent& content : contents) {
    for (const CodeSystem& system : content.systems) {
      if (system.id != id) continue;
      if (!found) described = system;
      if (described.version.empty()) described.version = system.version;
      if (described.uri.empty()) described.uri = system.uri;
      found = true;
    }
  }
  return described;
}

using SystemOrder = std::unordered_map<std::string, std::size_t>;

/// Moves the concepts out in their final order and counts them.
void take_concepts(std::vector<MergedConcept>& concepts, const SystemOrder& order, MergedCatalog& catalog) {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // of system, of concept
  places.reserve(concepts.size());
  for (std::size_t index = 0; index < concepts.size(); ++index) places.emplace_back(order.at(concepts[index].value.system), index);
  std::sort(places.begin(), places.end(), [&](const auto& left, const auto& right) {
    if (left.first != right.first) return left.first < right.first;
    const MergedConcept& one = concepts[left.second];
    const MergedConcept& other = concepts[right.second];
    return one.compact != other.compact ? one.compact < other.compact : one.value.code < other.value.code;
  });
  catalog.concepts.reserve(concepts.size());
  for (const auto& [system, index] : places) {
    SystemCount& count = catalog.report.counts[system];
    MergedConcept& known = concepts[index];
    ++count.concepts;
    count.retired += known.retired ? 1U : 0U;
    count.listed += known.retired ? 0U : 1U;
    count.active += known.value.status == Status::Active ? 1U : 0U;
    catalog.concepts.push_back(std::move(known.value));
  }
}

/// Takes the groups of each system from the first content that has any.
void take_groups(std::vector<SourceContent>& contents, const SystemOrder& order, FindingCollector& findings, MergedCatalog& catalog) {
  std::map<std::string, std::size_t> owners;
  for (std::size_t origin = 0; origin < contents.size(); ++origin) {
    for (Group& group : contents[origin].groups) {
      const std::string& file = contents[origin].report.file;
      if (order.count(group.system) == 0) {
        findings.add(FindingKind::UnknownCode, file, group.system, group.id);
      } else if (owners.emplace(group.system, origin).first->second != origin) {
        findings.add(FindingKind::OlderGroups, file, group.system, group.id);
      } else {
        catalog.groups.push_back(std::move(group));
      }
    }
  }
  std::stable_sort(catalog.groups.begin(), catalog.groups.end(),
                   [&](const Group& left, const Group& right) { return order.at(left.system) < order.at(right.system); });
}

void take_articles(std::vector<SourceContent>& contents, ConceptMerger& merger, const SystemOrder& order, FindingCollector& findings,
                   MergedCatalog& catalog) {
  std::map<std::pair<std::size_t, std::string>, Article> articles;
  for (SourceContent& content : contents) {
    for (Article& article : content.articles) {
      const MergedConcept* const known = merger.find(article.system, article.code);
      if (known == nullptr) {
        findings.add(FindingKind::UnknownCode, content.report.file, article.system, article.code + " (article)");
        continue;
      }
      article.code = known->value.code;
      const auto key = std::make_pair(order.at(article.system), known->compact);
      const auto place = articles.find(key);
      if (place == articles.end()) {
        articles.emplace(key, std::move(article));
        continue;
      }
      findings.add(FindingKind::DuplicateArticle, content.report.file, article.system, article.code);
      if (place->second.reviewed < article.reviewed) place->second = std::move(article);
    }
  }
  for (auto& [key, article] : articles) catalog.articles.push_back(std::move(article));
}

/// Takes what is kept beside the concepts: synonyms once, axis tables and definitions of the newest source each.
void take_axes_and_synonyms(std::vector<SourceContent>& contents, MergedCatalog& catalog) {
  std::map<std::string, std::size_t> table_owners;
  std::map<std::string, std::size_t> definition_owners;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (std::size_t origin = 0; origin < contents.size(); ++origin) {
    SourceContent& content = contents[origin];
    for (TermSynonym& synonym : content.synonyms) {
      if (seen.emplace(synonym.system, synonym.from, synonym.to).second) catalog.synonyms.push_back(std::move(synonym));
    }
    for (AxisTable& table : content.axis_tables) {
      if (table_owners.emplace(table.system, origin).first->second == origin) catalog.axis_tables.push_back(std::move(table));
    }
    for (AxisDefinition& definition : content.axis_definitions) {
      const bool owner = definition_owners.emplace(definition.system, origin).first->second == origin;
      if (owner) catalog.axis_definitions.push_back(std::move(definition));
    }
  }
}

}  // namespace

MergedCatalog merge(std::vector<SourceContent> contents) {
  sort_contents(contents);
  std::vector<Origin> origins;
  origins.reserve(contents.size());
  for (const SourceContent& content : contents) {
    origins.push_back(Origin{content.role, content.partial, content.release, content.report.file});
  }
  MergedCatalog catalog;
  FindingCollector findings;
  ConceptMerger merger(origins, findings);
  merge_records(contents, merger);
  retire_codes(merger, origins, findings);
  drop_duplicates(merger.concepts(), catalog.report);
  check_parents(merger, origins, findings);
  SystemOrder order;
  for (const std::string& id : order_systems(merger.concepts())) {
    order.emplace(id, catalog.systems.size());
    catalog.systems.push_back(describe_system(id, contents));
    catalog.report.counts.push_back(SystemCount{id, 0, 0, 0, 0});
  }
  take_groups(contents, order, findings, catalog);
  take_articles(contents, merger, order, findings, catalog);
  take_axes_and_synonyms(contents, catalog);
  take_concepts(merger.concepts(), order, catalog);
  catalog.report.findings = findings.take();
  return catalog;
}

}  // namespace medcode
