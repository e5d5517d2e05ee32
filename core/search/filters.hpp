// Which concepts does a filter let through?
//
// Exports one function for each filter of the language (system:, code:, under:, is:, has:, chapter:).
// Held by tests/search/plan_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"
#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"

namespace medcode::search {

/// Returns the concepts of the systems listed by id or alias. Error: a name that is neither.
Result<ConceptSet> filter_systems(const catalog::Catalog& catalog, const query::Node& node);

/// Returns the concepts with this code, or whose code matches the pattern with * and ?, in any spelling.
ConceptSet filter_code(const catalog::Catalog& catalog, std::string_view pattern);

/// Returns the concepts between two codes, both included with what stands under them.
ConceptSet filter_code_range(const catalog::Catalog& catalog, std::string_view lower, std::string_view upper);

/// Returns the concept numbers that `reference` names: a code in any system, or `system/code`.
std::vector<std::uint32_t> find_references(const catalog::Catalog& catalog, std::string_view reference);

/// Returns the concepts named by `reference` and everything under them.
ConceptSet filter_under(const catalog::Catalog& catalog, std::string_view reference);

/// Returns the concepts that are mapped to one of `targets`; `mappings` as in catalog::Companion.
ConceptSet filter_maps_to(const catalog::Catalog& catalog, std::string_view mappings, std::span<const std::uint32_t> targets);

/// Returns the concepts one of whose official notes has these words one after the other; the last one may be a beginning
/// when `is_prefix`.
ConceptSet filter_notes(const catalog::Catalog& catalog, std::string_view notes, std::string_view words, bool is_prefix);

/// Returns the concepts of a state: billable, header, active, inactive; article for `has`.
ConceptSet filter_state(const catalog::Catalog& catalog, std::string_view state);

/// Returns the first concept of a chapter or section and the one after its last.
std::pair<std::uint32_t, std::uint32_t> concepts_of(const catalog::Catalog& catalog, const Group& group);

/// Returns the concepts of the chapters and sections whose title has all words, or whose id is `text`.
ConceptSet filter_chapter(const catalog::Catalog& catalog, std::string_view text);

}  // namespace medcode::search
