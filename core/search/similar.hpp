// Which concepts are like this one?
//
// Exports group_likeness, rank_likeness and explain_likeness. Of the
// concepts that share words with the profile of the concept (likeness_profile.hpp) the most promising are weighed:
//
//   likeness = 0.70 asked + 0.30 covered - penalties
//
// asked: how much of what the profile asks for stands in any name of the other or of those above it; covered: how much of
// the other's best name the profile accounts for, so that a long name does not win by length. What differs from a likelier
// one by side, encounter or approach alone is a variant of it and stands on the same line. RANKING.md has the weights.
// Held by tests/search/similar_test.cpp and tests/relevance/similar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"
#include "core/search/likeness_profile.hpp"
#include "core/search/ranking.hpp"
#include "core/search/scratch.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::search {

/// Is a concept that is like another, and those that differ from it by side, encounter or approach alone.
struct LikenessLine {
  Ranked best;                   ///< Score::coverage is the likeness, in [0, 1]
  std::vector<Ranked> variants;  ///< likeliest first; their tier is Relaxed
  std::string why;               ///< "shares: biliary, duct; stent read as intraluminal device"
};

/// Is the concepts of one system that are like another concept.
struct LikenessGroup {
  std::size_t system = 0;  ///< index into the catalog's systems
  std::vector<LikenessLine> lines;
};

/// Limit of concepts of one system that are weighed.
inline constexpr std::size_t max_weighed = 400;

/// Returns the concepts most like `number` that are allowed, likeliest first, variants after all others; at most
/// max_weighed of a system. Score::coverage is the likeness.
std::vector<Ranked> rank_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, const std::optional<ConceptSet>& allowed);

/// Returns the words that both share, most telling first, and what was read otherwise.
std::string explain_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, std::uint32_t other);

/// Returns for each system, or only for `in`, the `limit` likeliest lines. Groups stand in the order of their likeliest
/// member, the concept's own system first.
std::vector<LikenessGroup> group_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, std::optional<std::size_t> in, std::size_t limit);

}  // namespace medcode::search
