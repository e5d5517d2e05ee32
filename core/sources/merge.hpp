// How do many sources of the same systems become one catalog?
//
// Exports merge(). The rules, in the order in which they are applied:
//
//   role      defines codes   adds to codes that exist
//   CodeList  yes             newest complete list first; an older one keeps its extra codes alive as inactive
//   Tabular   yes             notes and inclusion terms of the newest tabular that has the code
//   Local     yes             designations, notes, properties; its name becomes a synonym of the official one
//   Index     no              designations
//   Mapping   no              relations
//   Usage     no              counts, which replace all others of that system
//
// Nothing is left out unreported: MergeReport counts it by kind, file and system. The result does not depend on
// the order of the sources. Held by tests/sources/merge_test.cpp.
#pragma once

#include <vector>

#include "core/sources/merge_report.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Is what all sources together say: the input of the catalog builder.
struct MergedCatalog {
  std::vector<CodeSystem> systems;  ///< with the version of the winning code list; known systems first, others by id
  std::vector<Concept> concepts;    ///< sorted by system (as `systems`), then by compact code; each code once
  std::vector<Group> groups;        ///< by system, within it as in the newest source that has groups
  std::vector<Article> articles;    ///< sorted as the concepts; at most one a concept
  std::vector<TermSynonym> synonyms;
  std::vector<AxisTable> axis_tables;
  std::vector<AxisDefinition> axis_definitions;
  MergeReport report;
};

/// Merges everything that was read. A code that only an older release knows becomes Inactive with property
/// "retired" (the release that still had it). Cost: linear, some 1 s for 250,000 concepts and 300,000 additions.
MergedCatalog merge(std::vector<SourceContent> contents);

}  // namespace medcode
