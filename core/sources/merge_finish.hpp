// What remains to be put right once every record has joined its concept?
//
// Exports the last steps of merge(): retired codes, designations once, parents that exist, the order. Held by
// tests/sources/merge_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/sources/merge_concepts.hpp"
#include "core/sources/merge_report.hpp"

namespace medcode {

/// Makes a code inactive, with property "retired", that only a code list or tabular older than the newest
/// complete code list of its system has; reports local codes that the code list does not have.
void retire_codes(ConceptMerger& merger, const std::vector<Origin>& origins, FindingCollector& findings);

/// Drops designations equal, without case, to the display or to one before them, and equal relations.
void drop_duplicates(std::vector<MergedConcept>& concepts, MergeReport& report);

/// Clears parents that are no concept of the system or lead back to the concept itself, and spells the others
/// as the concept they name does.
void check_parents(ConceptMerger& merger, const std::vector<Origin>& origins, FindingCollector& findings);

}  // namespace medcode
