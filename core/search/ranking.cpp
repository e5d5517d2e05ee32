#include "core/search/ranking.hpp"

#include <algorithm>

#include "core/search/best_first.hpp"
#include "core/search/gallop.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// A name that is met wholly but for rounding counts as exact.
constexpr float whole_name = 0.999F;

/// Names without a searchable word weigh nothing; this keeps them from being divided by.
constexpr float least_name_weight = 1e-6F;

/// Sums up what one name of a concept gains.
struct NameGain {
  std::uint32_t name = 0;
  float gain = 0;          ///< weight of the terms met, times quality
  float satisfaction = 0;  ///< importance of the segments met, times quality
  std::uint32_t required_met = 0;
  bool is_literal = true;  ///< by the words as typed, not by another reading
};

/// Scores concepts one after the other, ascending.
class StrictScoring {
 public:
  StrictScoring(const Index& index, std::span<const Segment> segments) : index_(index), segments_(segments), at_(segments.size()) {
    for (const Segment& segment : segments) {
      importance_ += segment.importance;
      required_ += segment.is_required ? 1 : 0;
    }
    best_of_segment_.resize(segments.size());
  }

  Score score(std::uint32_t number) {
    collect(number);
    Score best;
    best.prior = index_.prior(number);
    float best_quality = -1;
    for (const NameGain& gain : gains_) {
      const Score candidate = score_name(gain, best.prior);
      if (candidate.quality() + static_cast<float>(candidate.tier) > best_quality) {
        best = candidate;
        best_quality = candidate.quality() + static_cast<float>(candidate.tier);
      }
    }
    if (code_kind_ == MatchKind::ExactCode) best.tier = Tier::ExactCode;
    if (code_kind_ == MatchKind::CodePrefix) best.tier = Tier::CodePrefix;
    if (gains_.empty()) best.name = index_.catalog().first_name(number);
    return best;
  }

 private:
  /// Gathers the gains of the names of one concept from every segment's list.
  void collect(std::uint32_t number) {
    const std::uint32_t first = index_.catalog().first_name(number);
    const std::uint32_t end = index_.catalog().end_name(number);
    gains_.clear();
    code_kind_ = MatchKind::Exact;
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      const Segment& segment = segments_[s];
      best_of_segment_[s] = 0;
      std::size_t& at = at_[s];
      at = gallop(segment.names, at, first);
      for (; at < segment.names.size() && segment.names[at] < end; ++at) add(segment, s, at);
    }
  }

  void add(const Segment& segment, std::size_t s, std::size_t at) {
    const Alternative& alternative = segment.alternative_at(at);
    auto slot = std::find_if(gains_.begin(), gains_.end(), [&](const NameGain& gain) { return gain.name == segment.names[at]; });
    if (slot == gains_.end()) slot = gains_.insert(gains_.end(), NameGain{segment.names[at]});
    const float satisfaction = segment.importance * alternative.quality;
    slot->gain += alternative.quality * alternative.weight;
    slot->satisfaction += satisfaction;
    slot->required_met += segment.is_required ? 1 : 0;
    slot->is_literal &= alternative.kind == MatchKind::Exact || alternative.kind == MatchKind::Phrase;
    best_of_segment_[s] = std::max(best_of_segment_[s], satisfaction);
    if (alternative.kind <= MatchKind::CodePrefix && (code_kind_ != MatchKind::ExactCode)) code_kind_ = alternative.kind;
  }

  Score score_name(const NameGain& gain, float prior) const {
    Score score;
    score.name = gain.name;
    score.prior = prior;
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(gain.name))];
    const float name_weight = std::max(index_.name_weight(gain.name), least_name_weight);
    score.coverage = use * std::min(1.0F, gain.gain / name_weight);
    const bool is_complete = gain.required_met == required_;
    float satisfaction = gain.satisfaction;
    if (!is_complete) {
      float all = 0;
      for (const float best : best_of_segment_) all += best;
      satisfaction += weights::other_name * std::max(0.0F, all - gain.satisfaction);
    }
    score.satisfaction = importance_ > 0 ? std::min(1.0F, satisfaction / importance_) * use : 0;
    const bool is_exact = is_complete && gain.is_literal && gain.gain >= whole_name * name_weight;
    score.tier = is_exact ? Tier::ExactName : Tier::AllWords;
    return score;
  }

  const Index& index_;
  std::span<const Segment> segments_;
  std::vector<std::size_t> at_;
  std::vector<NameGain> gains_;
  std::vector<float> best_of_segment_;
  float importance_ = 0;
  std::uint32_t required_ = 0;
  MatchKind code_kind_ = MatchKind::Exact;
};

/// Scores the concepts of one segment: every name of its list is looked at once, with a few operations.
class SingleScoring {
 public:
  SingleScoring(const Index& index, const Segment& segment) : index_(index), segment_(segment) {}

  std::vector<Ranked> rank(std::span<const std::uint32_t> candidates, std::size_t limit) const {
    const Catalog& catalog = index_.catalog();
    BestFirst best(limit);
    std::size_t i = 0;
    for (const std::uint32_t number : candidates) {
      const std::uint32_t end = catalog.end_name(number);
      i = gallop(segment_.names, i, catalog.first_name(number));
      Ranked ranked{number, {}};
      float best_total = -1;
      for (; i < segment_.names.size() && segment_.names[i] < end; ++i) {
        const Score score = score_name(i, number);
        if (const float total = score.total(); total > best_total) {
          best_total = total;
          ranked.score = score;
        }
      }
      if (best.may_enter(best_total)) best.push(ranked);
    }
    return best.take();
  }

 private:
  Score score_name(std::size_t i, std::uint32_t number) const {
    const std::uint32_t name = segment_.names[i];
    const Alternative& alternative = segment_.alternative_at(i);
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(name))];
    const float gain = segment_.gain(i);
    const float name_weight = std::max(index_.name_weight(name), least_name_weight);
    Score score;
    score.name = name;
    score.prior = index_.prior(number);
    score.coverage = use * std::min(1.0F, gain / name_weight);
    score.satisfaction = use * alternative.quality;
    const bool is_literal = alternative.kind == MatchKind::Exact || alternative.kind == MatchKind::Phrase;
    score.tier = is_literal && gain >= whole_name * name_weight ? Tier::ExactName : Tier::AllWords;
    if (alternative.kind == MatchKind::ExactCode) score.tier = Tier::ExactCode;
    if (alternative.kind == MatchKind::CodePrefix) score.tier = Tier::CodePrefix;
    return score;
  }

  const Index& index_;
  const Segment& segment_;
};

/// Keeps of `candidates` those with a name in the segment's list.
void keep_met(const Catalog& catalog, const Segment& segment, std::vector<std::uint32_t>& candidates) {
  std::size_t at = 0;
  std::erase_if(candidates, [&](std::uint32_t number) {
    at = gallop(segment.names, at, catalog.first_name(number));
    return at == segment.names.size() || segment.names[at] >= catalog.end_name(number);
  });
}

}  // namespace

float Score::quality() const {
  return weights::satisfaction * satisfaction + weights::coverage * coverage + weights::prior * prior;
}

bool stands_before(const Ranked& a, const Ranked& b) {
  const float first = a.score.total();
  const float second = b.score.total();
  return first != second ? first > second : a.number < b.number;
}

std::vector<std::uint32_t> find_candidates(const Index& index, std::span<const Segment> segments, const std::optional<ConceptSet>& allowed) {
  std::vector<const Segment*> required;
  for (const Segment& segment : segments) {
    if (segment.is_required) required.push_back(&segment);
  }
  std::stable_sort(required.begin(), required.end(), [](const Segment* a, const Segment* b) { return a->names.size() < b->names.size(); });
  const Catalog& catalog = index.catalog();
  std::vector<std::uint32_t> candidates;
  for (const std::uint32_t name : required.front()->names) {
    const std::uint32_t number = catalog.concept_of_name(name);
    if (!candidates.empty() && candidates.back() == number) continue;
    if (!allowed || allowed->contains(number)) candidates.push_back(number);
  }
  for (std::size_t i = 1; i < required.size() && !candidates.empty(); ++i) keep_met(catalog, *required[i], candidates);
  return candidates;
}

std::vector<Ranked> rank_strict(const Index& index, std::span<const Segment> segments, std::span<const std::uint32_t> candidates, std::size_t limit) {
  if (segments.size() == 1) return SingleScoring(index, segments.front()).rank(candidates, limit);
  StrictScoring scoring(index, segments);
  BestFirst best(limit);
  for (const std::uint32_t number : candidates) best.push({number, scoring.score(number)});
  return best.take();
}

}  // namespace medcode::search
