#include "core/search/ranking.hpp"

#include <algorithm>

#include "core/search/best_first.hpp"
#include "core/search/gallop.hpp"
#include "core/search/polarity.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// A name that is met wholly but for rounding counts as exact.
constexpr float whole_name = 0.999F;

/// Below this coverage, which includes the use of the name, no name is exact.
const float least_exact_coverage = whole_name * *std::min_element(weights::name_use.begin(), weights::name_use.end());

/// What a name has gained is never exactly nothing once it was met, be its words ever so common.
constexpr float least_satisfaction = 1e-6F;

bool has_code(const Segment& segment) {
  return std::any_of(segment.alternatives.begin(), segment.alternatives.end(), [](const Alternative& alternative) { return alternative.kind <= MatchKind::CodePrefix; });
}

/// Sums up what one name of a concept gains.
struct NameGain {
  std::uint32_t name = 0;
  float gain = 0;          ///< weight of the terms met, times quality
  float satisfaction = 0;  ///< importance of the segments met, times quality
  std::uint32_t required_met = 0;
  std::uint32_t told_met = 0;  ///< segments that the query tells: all but function words
  bool is_literal = true;  ///< by the words as typed, not by another reading
};

/// Scores concepts one after the other, ascending.
class StrictScoring {
 public:
  StrictScoring(const Index& index, std::span<const Segment> segments) : index_(index), segments_(segments), at_(segments.size()), best_of_segment_(segments.size()) {
    for (const Segment& segment : segments) {
      importance_ += segment.importance;
      required_ += segment.is_required ? 1U : 0U;
      told_ += is_told(segment) ? 1U : 0U;
      largest_gain_ += segment.gains.empty() ? 0 : *std::max_element(segment.gains.begin(), segment.gains.end());
      has_code_ |= has_code(segment);
    }
  }

  /// Says whether the concept could have `least_total` if its lightest name were met by the best of every segment.
  bool may_reach(std::uint32_t number, float least_total) const {
    constexpr float rounding = 1e-4F;
    if (least_total < 0 || has_code_) return true;
    float coverage = 0;
    for (std::uint32_t name = index_.catalog().first_name(number); name < index_.catalog().end_name(number); ++name) {
      coverage = std::max(coverage, largest_gain_ * index_.name_coverage(name));
    }
    if (coverage >= least_exact_coverage) return true;
    const float reachable = static_cast<float>(Tier::AllWords) + weights::satisfaction + weights::coverage * coverage + weights::prior * index_.prior(number);
    return reachable + rounding >= least_total;
  }

  Score score(std::uint32_t number) {
    collect(number);
    Score best;
    best.name = index_.catalog().first_name(number);
    best.prior = index_.prior(number);
    float best_total = -1;
    for (const NameGain& gain : gains_) {
      const Score candidate = score_name(gain, best.prior);
      if (const float total = candidate.total(); total > best_total) {
        best_total = total;
        best = candidate;
      }
    }
    if (code_kind_ == MatchKind::ExactCode) best.tier = Tier::ExactCode;
    if (code_kind_ == MatchKind::CodePrefix) best.tier = Tier::CodePrefix;
    return best;
  }

 private:
  /// Gathers the gains of the names of one concept from every segment's list.
  void collect(std::uint32_t number) {
    const std::uint32_t first = index_.catalog().first_name(number);
    const std::uint32_t end = index_.catalog().end_name(number);
    gains_.clear();
    code_kind_ = MatchKind::Exact;
    std::fill(best_of_segment_.begin(), best_of_segment_.end(), 0.0F);
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      const std::vector<std::uint32_t>& names = segments_[s].names;
      if (at_[s] < names.size() && names[at_[s]] < first) at_[s] = gallop(names, at_[s], first);
    }
    for (std::uint32_t name = first; name < end; ++name) {
      NameGain gain{name};
      for (std::size_t s = 0; s < segments_.size(); ++s) {
        const std::vector<std::uint32_t>& names = segments_[s].names;
        if (at_[s] < names.size() && names[at_[s]] == name) add(s, at_[s]++, gain);
      }
      if (gain.satisfaction > 0) gains_.push_back(gain);
    }
  }

  static bool is_told(const Segment& segment) { return segment.is_required || segment.is_negated || segment.is_negator; }

  void add(std::size_t s, std::size_t at, NameGain& gain) {
    const Segment& segment = segments_[s];
    const Alternative& alternative = segment.alternative_at(at);
    if (is_contrary(index_, segment, alternative, gain.name)) return;
    const float satisfaction = std::max(least_satisfaction, segment.importance * alternative.quality);
    gain.gain += segment.gain(at);
    gain.satisfaction += satisfaction;
    gain.required_met += segment.is_required ? 1U : 0U;
    gain.told_met += is_told(segment) ? 1U : 0U;
    gain.is_literal &= alternative.kind == MatchKind::Exact || alternative.kind == MatchKind::Phrase;
    best_of_segment_[s] = std::max(best_of_segment_[s], satisfaction);
    if (alternative.kind <= MatchKind::CodePrefix && code_kind_ != MatchKind::ExactCode) code_kind_ = alternative.kind;
  }

  Score score_name(const NameGain& gain, float prior) const {
    Score score;
    score.name = gain.name;
    score.prior = prior;
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(gain.name))];
    score.coverage = std::min(use, gain.gain * index_.name_coverage(gain.name));
    const bool is_complete = gain.required_met == required_;
    float satisfaction = gain.satisfaction;
    if (!is_complete) {
      float all = 0;
      for (const float best : best_of_segment_) all += best;
      satisfaction += weights::other_name * std::max(0.0F, all - gain.satisfaction);
    }
    score.satisfaction = importance_ > 0 ? std::min(1.0F, satisfaction / importance_) * use : 0;
    const bool is_exact = gain.told_met == told_ && gain.is_literal && gain.gain * index_.name_coverage(gain.name) >= whole_name * use;
    score.tier = is_exact ? Tier::ExactName : Tier::AllWords;
    return score;
  }

  const Index& index_;
  std::span<const Segment> segments_;
  std::vector<std::size_t> at_;
  std::vector<NameGain> gains_;
  std::vector<float> best_of_segment_;
  float importance_ = 0;
  float largest_gain_ = 0;  ///< of a name that every segment meets by its best alternative
  bool has_code_ = false;
  std::uint32_t required_ = 0;
  std::uint32_t told_ = 0;
  MatchKind code_kind_ = MatchKind::Exact;
};

/// Scores the concepts of one segment, which must be met and be no code. Nearly all names are passed by after one comparison: what they can
/// reach at most is less than what the last of the best has.
class SingleScoring {
 public:
  SingleScoring(const Index& index, const Segment& segment) : index_(index), segment_(segment), least_coverages_(segment.alternatives.size()) {
    for (const Alternative& alternative : segment.alternatives) reach_.push_back(reach_without_coverage(alternative));
  }

  std::vector<Ranked> rank(std::span<const std::uint32_t> candidates, std::size_t limit) {
    const Catalog& catalog = index_.catalog();
    BestFirst best(limit);
    Ranked pending;
    float pending_total = -1;
    const auto settle = [&] {
      if (pending_total >= 0 && best.may_enter(pending_total) && std::binary_search(candidates.begin(), candidates.end(), pending.number)) best.push(pending);
      pending_total = -1;
    };
    float least_total = -1;
    for (std::size_t i = 0; i < segment_.names.size(); ++i) {
      const std::uint32_t name = segment_.names[i];
      if (index_.name_coverage(name) < least_coverages_[segment_.best[i]]) continue;
      const std::uint32_t number = catalog.concept_of_name(name);
      if (number != pending.number) {
        settle();
        if (const float least = best.least_total(); least != least_total) pass_by_below(least_total = least);
      }
      const Score score = score_name(i, number);
      if (const float total = score.total(); total > pending_total || number != pending.number) {
        pending = {number, score};
        pending_total = total;
      }
    }
    settle();
    return best.take();
  }

 private:
  /// Returns the most that a name met by `alternative`, but not wholly, can have beside its coverage.
  static float reach_without_coverage(const Alternative& alternative) {
    constexpr float rounding = 1e-4F;
    return static_cast<float>(Tier::AllWords) + weights::satisfaction * alternative.quality + weights::prior + rounding;
  }

  /// Sets for each alternative the coverage below which a name is neither met wholly nor reaches `least_total`.
  void pass_by_below(float least_total) {
    constexpr float rounding = 0.9999F;
    for (std::size_t i = 0; i < reach_.size(); ++i) {
      const float wanted = std::min(least_exact_coverage, (least_total - reach_[i]) / weights::coverage) * rounding;
      least_coverages_[i] = wanted <= 0 ? 0 : wanted / segment_.gains[i];
    }
  }

  Score score_name(std::size_t i, std::uint32_t number) const {
    const std::uint32_t name = segment_.names[i];
    const Alternative& alternative = segment_.alternative_at(i);
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(name))];
    const float covered = segment_.gain(i) * index_.name_coverage(name);
    Score score;
    score.name = name;
    score.prior = index_.prior(number);
    if (is_contrary(index_, segment_, alternative, name)) {
      score.name = index_.catalog().first_name(number);
      return score;
    }
    score.coverage = std::min(use, covered);
    score.satisfaction = use * alternative.quality;
    const bool is_literal = alternative.kind == MatchKind::Exact || alternative.kind == MatchKind::Phrase;
    score.tier = is_literal && covered >= whole_name * use ? Tier::ExactName : Tier::AllWords;
    return score;
  }

  const Index& index_;
  const Segment& segment_;
  std::vector<float> reach_;            ///< of each alternative
  std::vector<float> least_coverages_;  ///< of each alternative; names below it are passed by
};

}  // namespace

bool stands_before(const Ranked& a, const Ranked& b) {
  const float first = a.score.total();
  const float second = b.score.total();
  return first != second ? first > second : a.number < b.number;
}

std::vector<Ranked> rank_strict(const Index& index, std::span<const Segment> segments, std::span<const std::uint32_t> candidates, std::size_t limit) {
  // Where the one segment need not be met, concepts that do not meet it are answers too; where it may be a code, the tier is
  // that of the concept and not of the name.
  if (segments.size() == 1 && segments.front().is_required && !has_code(segments.front())) return SingleScoring(index, segments.front()).rank(candidates, limit);
  StrictScoring scoring(index, segments);
  BestFirst best(limit);
  for (const std::uint32_t number : candidates) {
    if (scoring.may_reach(number, best.least_total())) best.push({number, scoring.score(number)});
  }
  return best.take();
}

}  // namespace medcode::search
