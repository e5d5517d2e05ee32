// Which concepts are like this one?
//
// Exports rank_likeness and explain_likeness. The words of all names of a concept, weighed by how telling they are and
// by the use of the name, are a query of its own; another concept is as like as the weight that its best name shares,
// divided by what both weigh together (weighted Jaccard), so that a long name does not win by length.
// Held by tests/search/similar_test.cpp and tests/relevance/similar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"
#include "core/search/ranking.hpp"
#include "core/search/scratch.hpp"

namespace medcode::search {

/// Returns the concepts most like `number`, best first, without itself. Score::coverage is the likeness, in [0, 1].
std::vector<Ranked> rank_likeness(const Index& index, Scratch& scratch, std::uint32_t number, const std::optional<ConceptSet>& allowed, std::size_t limit);

/// Returns the words that both share, most telling first: "shares: biliary, drainage, percutaneous".
std::string explain_likeness(const Index& index, std::uint32_t number, std::uint32_t other);

/// Is the concepts of one system that are like another concept.
struct LikenessGroup {
  std::size_t system = 0;  ///< index into the catalog's systems
  std::vector<Ranked> best;
};

/// Returns for each system, or only for `in`, the `limit` concepts most like `number`; at most two with the same parent.
/// Groups stand in the order of their best member, the concept's own system first.
std::vector<LikenessGroup> group_likeness(const Index& index, Scratch& scratch, std::uint32_t number, std::optional<std::size_t> in, std::size_t limit);

}  // namespace medcode::search
