// Which concepts answer best when some words of the query cannot be met?
#include <algorithm>
#include <bit>
#include <utility>

#include "core/search/best_first.hpp"
#include "core/search/gallop.hpp"
#include "core/search/order.hpp"
#include "core/search/ranking.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// What a name has gained is never exactly nothing once it was touched.
constexpr float least_sum = 1e-6F;

/// Gathers for every name what the segments give it.
class RelaxedScoring {
 public:
  RelaxedScoring(const Index& index, Scratch& scratch, std::span<const Segment> segments) : index_(index), scratch_(scratch) {
    for (const Segment& segment : segments) {
      order_.push_back(&segment);
      importance_ += segment.importance;
      if (!segment.names.empty()) known_ += segment.importance;
    }
    order_by(order_, [](const Segment* segment) { return greatest_first(segment->importance); });
    // A word that no name has cannot be met, and so the least share is one of the others.
    least_satisfaction_ = weights::least_relaxed_share * known_;
  }

  RelaxedRanking rank(const std::optional<ConceptSet>& allowed, const std::optional<ConceptSet>& chosen, std::size_t limit) {
    gather(least_satisfaction_);
    if (!is_reached(allowed)) {  // most of the query is unknown: what meets most of the rest
      for (const std::uint32_t name : scratch_.touched) scratch_.sums[name] = {};
      scratch_.touched.clear();
      gather(open_all);
      least_satisfaction_ = strongest(allowed);
    }
    RelaxedRanking ranking;
    BestFirst best(limit);
    const Catalog& catalog = index_.catalog();
    std::vector<std::uint32_t>& touched = scratch_.touched;
    for (std::size_t i = 0; i < touched.size();) {
      const std::uint32_t number = catalog.concept_of_name(touched[i]);
      Ranked ranked{number, {}};
      float best_total = -1;
      for (; i < touched.size() && touched[i] < catalog.end_name(number); ++i) {
        const Scratch::Sum sum = std::exchange(scratch_.sums[touched[i]], {});
        if (sum.satisfaction < least_satisfaction_) continue;
        const Score score = score_name(touched[i], number, sum);
        if (const float total = score.total(); total > best_total) {
          best_total = total;
          ranked.score = score;
        }
      }
      if (best_total < 0 || (allowed && !allowed->contains(number))) continue;
      ranking.candidates.push_back(number);
      if (chosen && !chosen->contains(number)) continue;
      if (best.may_enter(best_total)) best.push(ranked);
    }
    touched.clear();
    ranking.best = best.take();
    return ranking;
  }

 private:
  /// As `least` of gather(): every name of every segment is touched.
  static constexpr float open_all = -1;

  bool counts(std::uint32_t name, const std::optional<ConceptSet>& allowed) const { return !allowed || allowed->contains(index_.catalog().concept_of_name(name)); }

  /// Says whether a name of an allowed concept meets the least share.
  bool is_reached(const std::optional<ConceptSet>& allowed) const {
    return std::any_of(scratch_.touched.begin(), scratch_.touched.end(), [&](std::uint32_t name) { return scratch_.sums[name].satisfaction >= least_satisfaction_ && counts(name, allowed); });
  }

  /// Returns the most that a name of an allowed concept meets.
  float strongest(const std::optional<ConceptSet>& allowed) const {
    float most = 0;
    for (const std::uint32_t name : scratch_.touched) {
      if (scratch_.sums[name].satisfaction > most && counts(name, allowed)) most = scratch_.sums[name].satisfaction;
    }
    return most;
  }

  /// Visits the segments from the most telling on. A name is touched only by a reading that, with all that is left, can carry
  /// it over `least`; once none can, only the names already touched are looked up, so that the long lists of common words are
  /// passed in few looks.
  void gather(float least) {
    std::vector<std::uint32_t>& touched = scratch_.touched;
    float left = known_;
    std::size_t next = 0;
    for (; next < order_.size() && left >= least; ++next) {
      const Segment& segment = *order_[next];
      if (!segment.names.empty()) left -= segment.importance;
      open_names(segment, least - left);
    }
    scratch_.marks.take([&touched](std::uint32_t name) { touched.push_back(name); });
    for (; next < order_.size(); ++next) {
      const Segment& segment = *order_[next];
      std::size_t i = 0;
      for (const std::uint32_t name : touched) {
        i = gallop(segment.names, i, name);
        if (i == segment.names.size()) break;
        if (segment.names[i] == name) add(segment, i);
      }
    }
  }

  /// Adds what `segment` gives to the names touched before, and to those that it gives at least `least`, which are marked.
  void open_names(const Segment& segment, float least) {
    constexpr float rounding = 1e-4F;
    std::vector<bool> opens;
    for (const Alternative& alternative : segment.alternatives) opens.push_back(segment.importance * alternative.quality + rounding >= least);
    for (std::size_t i = 0; i < segment.names.size(); ++i) {
      const std::uint32_t name = segment.names[i];
      if (scratch_.sums[name].satisfaction == 0) {
        if (!opens[segment.best[i]]) continue;
        scratch_.marks.mark(name);
      }
      add(segment, i);
    }
  }

  void add(const Segment& segment, std::size_t i) {
    Scratch::Sum& sum = scratch_.sums[segment.names[i]];
    sum.gain += segment.gain(i);
    sum.satisfaction += std::max(least_sum, segment.importance * segment.alternative_at(i).quality);
  }

  Score score_name(std::uint32_t name, std::uint32_t number, const Scratch::Sum& sum) const {
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(name))];
    Score score;
    score.tier = Tier::Relaxed;
    score.name = name;
    score.prior = index_.prior(number);
    score.satisfaction = importance_ > 0 ? use * std::min(1.0F, sum.satisfaction / importance_) : 0;
    score.coverage = use * std::min(1.0F, sum.gain / std::max(index_.name_weight(name), least_sum));
    return score;
  }

  const Index& index_;
  Scratch& scratch_;
  std::vector<const Segment*> order_;
  float importance_ = 0;
  float known_ = 0;  ///< importance of the segments that any name meets
  float least_satisfaction_ = 0;
};

}  // namespace

RelaxedRanking rank_relaxed(const Index& index, Scratch& scratch, std::span<const Segment> segments, const std::optional<ConceptSet>& allowed, const std::optional<ConceptSet>& chosen, std::size_t limit) {
  return RelaxedScoring(index, scratch, segments).rank(allowed, chosen, limit);
}

}  // namespace medcode::search
