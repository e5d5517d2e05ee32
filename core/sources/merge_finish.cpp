// The steps that need all concepts at once. Held by tests/sources/merge_test.cpp.
#include "core/sources/merge_finish.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/release_order.hpp"

namespace medcode {
namespace {

std::string folded(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lower;
}

/// Returns the newest release of a complete code list, by system.
std::unordered_map<std::string, std::string> newest_lists(const std::vector<MergedConcept>& concepts, const std::vector<Origin>& origins) {
  std::unordered_map<std::string, std::string> newest;
  for (const MergedConcept& known : concepts) {
    const Origin& origin = origins[known.definer];
    if (origin.role != SourceRole::CodeList || origin.partial) continue;
    const auto [place, fresh] = newest.emplace(known.value.system, origin.release);
    if (!fresh && release_before(place->second, origin.release)) place->second = origin.release;
  }
  return newest;
}

void drop_equal_designations(Concept& value, std::unordered_set<std::string>& seen, MergeReport& report) {
  seen.clear();
  seen.insert(folded(value.display));
  const auto kept = std::remove_if(value.designations.begin(), value.designations.end(),
                                   [&](const Designation& designation) { return !seen.insert(folded(designation.text)).second; });
  report.designations_dropped += static_cast<std::size_t>(value.designations.end() - kept);
  value.designations.erase(kept, value.designations.end());
  report.designations += value.designations.size();
}

std::string text_of(const Relation& relation) {
  std::string text = relation.kind + '\x1F' + relation.system + '\x1F' + relation.code;
  for (const std::string& flag : relation.flags) text += '\x1F' + flag;
  return text;
}

void drop_equal_relations(Concept& value, std::unordered_set<std::string>& seen) {
  seen.clear();
  const auto kept = std::remove_if(value.relations.begin(), value.relations.end(),
                                   [&](const Relation& relation) { return !seen.insert(text_of(relation)).second; });
  value.relations.erase(kept, value.relations.end());
}

constexpr std::size_t no_parent = static_cast<std::size_t>(-1);

/// Returns for each concept the index of its parent, and clears parents that do not exist.
std::vector<std::size_t> find_parents(ConceptMerger& merger, const std::vector<Origin>& origins, FindingCollector& findings) {
  std::vector<MergedConcept>& concepts = merger.concepts();
  std::vector<std::size_t> parents(concepts.size(), no_parent);
  for (std::size_t index = 0; index < concepts.size(); ++index) {
    Concept& value = concepts[index].value;
    if (value.parent.empty()) continue;
    const MergedConcept* const parent = merger.find(value.system, value.parent);
    if (parent == nullptr) {
      findings.add(FindingKind::UnknownParent, origins[concepts[index].definer].file, value.system,
                   value.code + " under " + quoted(value.parent));
      value.parent.clear();
    } else {
      parents[index] = static_cast<std::size_t>(parent - concepts.data());
      value.parent = parent->value.code;
    }
  }
  return parents;
}

}  // namespace

void retire_codes(ConceptMerger& merger, const std::vector<Origin>& origins, FindingCollector& findings) {
  const std::unordered_map<std::string, std::string> newest = newest_lists(merger.concepts(), origins);
  for (MergedConcept& known : merger.concepts()) {
    const auto list = newest.find(known.value.system);
    if (list == newest.end()) continue;
    const Origin& origin = origins[known.definer];
    if (origin.role == SourceRole::Local) {
      findings.add(FindingKind::NotInCodeList, origin.file, known.value.system, known.value.code + " " + quoted(known.value.display));
      continue;
    }
    if (!releases_comparable(origin.release, list->second) || !release_before(origin.release, list->second)) continue;
    known.retired = true;
    known.value.status = Status::Inactive;
    known.value.properties.push_back(Property{"retired", origin.release});
    findings.add(FindingKind::RetiredCode, origin.file, known.value.system, known.value.code + " " + quoted(known.value.display));
  }
}

void drop_duplicates(std::vector<MergedConcept>& concepts, MergeReport& report) {
  std::unordered_set<std::string> seen;
  for (MergedConcept& known : concepts) {
    if (!known.value.designations.empty()) drop_equal_designations(known.value, seen, report);
    if (known.value.relations.size() > 1) drop_equal_relations(known.value, seen);
  }
}

void check_parents(ConceptMerger& merger, const std::vector<Origin>& origins, FindingCollector& findings) {
  enum class Walk : std::uint8_t { NotYet, Now, Done };
  std::vector<MergedConcept>& concepts = merger.concepts();
  std::vector<std::size_t> parents = find_parents(merger, origins, findings);
  std::vector<Walk> walks(concepts.size(), Walk::NotYet);
  std::vector<std::size_t> path;
  for (std::size_t start = 0; start < concepts.size(); ++start) {
    path.clear();
    std::size_t index = start;
    while (index != no_parent && walks[index] == Walk::NotYet) {
      walks[index] = Walk::Now;
      path.push_back(index);
      index = parents[index];
    }
    if (index != no_parent && walks[index] == Walk::Now) {
      MergedConcept& last = concepts[path.back()];
      findings.add(FindingKind::ParentCycle, origins[last.definer].file, last.value.system,
                   last.value.code + " under " + quoted(last.value.parent));
      last.value.parent.clear();
      parents[path.back()] = no_parent;
    }
    for (const std::size_t walked : path) walks[walked] = Walk::Done;
  }
}

}  // namespace medcode
