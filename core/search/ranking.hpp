// Which of the candidates answer best?
//
// Exports rank_strict (every required segment is met) and rank_relaxed (some are not). The quality of an answer is
//
//   0.45 satisfaction + 0.45 coverage + 0.10 prior
//
// satisfaction: how well the words of the query were met; coverage: which share of the best name's weight they account
// for, so that "Pneumonia" beats "Pneumonia due to Streptococcus"; prior: active, usual, billable. The tier is added:
// an exact code beats a beginning of a code beats an exact name beats all words beats some. RANKING.md shows a sum.
// Held by tests/search/ranking_test.cpp against tests/support/reference_search.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"
#include "core/search/scratch.hpp"
#include "core/search/segment.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {

enum class Tier : std::uint8_t { Relaxed, AllWords, ExactName, CodePrefix, ExactCode };

/// Is the sum that makes an answer's place; quality is in [0, 1] and score is tier plus quality.
struct Score {
  Tier tier = Tier::AllWords;
  float satisfaction = 0;
  float coverage = 0;
  float prior = 0;
  std::uint32_t name = 0;  ///< the name that answers best

  float quality() const { return weights::satisfaction * satisfaction + weights::coverage * coverage + weights::prior * prior; }
  float total() const { return static_cast<float>(tier) + quality(); }
};

struct Ranked {
  std::uint32_t number = 0;  ///< of the concept
  Score score;
};

/// Says whether `a` stands before `b`: higher total, then lower number.
bool stands_before(const Ranked& a, const Ranked& b);

/// Returns the `limit` best of `candidates` (ascending), best first. Requires: the segments' lists are made for them.
std::vector<Ranked> rank_strict(const Index& index, std::span<const Segment> segments, std::span<const std::uint32_t> candidates, std::size_t limit);

/// Is the outcome of the relaxed reading.
struct RelaxedRanking {
  std::vector<Ranked> best;                ///< best first
  std::vector<std::uint32_t> candidates;   ///< every concept that meets enough of the query, ascending
};

/// Ranks the concepts one name of which meets at least weights::least_relaxed_share of the query by weight; where none
/// does, those that meet most of it. Only those in `chosen` are among the best; all that are allowed are candidates.
RelaxedRanking rank_relaxed(const Index& index, Scratch& scratch, std::span<const Segment> segments, const std::optional<ConceptSet>& allowed, const std::optional<ConceptSet>& chosen,
                            std::size_t limit);

}  // namespace medcode::search
