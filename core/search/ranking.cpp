#include "core/search/ranking.hpp"

#include <algorithm>

#include "core/search/best_first.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// A name that is met wholly but for rounding counts as exact.
constexpr float whole_name = 0.999F;

/// Returns the first place at or after `from` whose name is not below `wanted`: doubling steps, then halving, so that
/// a long list is passed in few looks.
std::size_t gallop(const std::vector<std::uint32_t>& names, std::size_t from, std::uint32_t wanted) {
  std::size_t step = 1;
  std::size_t low = from;
  while (low < names.size() && names[low] < wanted) {
    from = low + 1;
    low += step;
    step *= 2;
  }
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(low, names.size()));
  return static_cast<std::size_t>(std::lower_bound(names.begin() + static_cast<std::ptrdiff_t>(from), end, wanted) - names.begin());
}

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
    best.prior = prior_of(index_.catalog(), number);
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
    const float name_weight = std::max(index_.name_weight(gain.name), 1e-6F);
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

/// Gathers for every name what the segments give it, when some may be missing.
class RelaxedScoring {
 public:
  RelaxedScoring(const Index& index, std::span<const Segment> segments)
      : index_(index), gains_(index.catalog().name_count()), satisfactions_(index.catalog().name_count()) {
    for (const Segment& segment : segments) {
      order_.push_back(&segment);
      importance_ += segment.importance;
    }
    std::stable_sort(order_.begin(), order_.end(), [](const Segment* a, const Segment* b) { return a->importance > b->importance; });
  }

  RelaxedRanking rank(const std::optional<ConceptSet>& allowed, std::size_t limit) {
    gather();
    std::sort(touched_.begin(), touched_.end());
    RelaxedRanking ranking;
    BestFirst best(limit);
    const Catalog& catalog = index_.catalog();
    for (std::size_t i = 0; i < touched_.size();) {
      const std::uint32_t number = catalog.concept_of_name(touched_[i]);
      Ranked ranked{number, {}};
      float best_total = -1;
      for (; i < touched_.size() && catalog.concept_of_name(touched_[i]) == number; ++i) {
        const Score score = score_name(touched_[i], number);
        if (satisfactions_[touched_[i]] < weights::least_relaxed_share * importance_ || score.total() <= best_total) continue;
        best_total = score.total();
        ranked.score = score;
      }
      if (best_total < 0 || (allowed && !allowed->contains(number))) continue;
      ranking.candidates.push_back(number);
      best.push(ranked);
    }
    ranking.best = best.take();
    return ranking;
  }

 private:
  /// Visits the segments from the most telling on; once what is left cannot carry a name over the least share, names not
  /// yet touched are passed over.
  void gather() {
    float left = importance_;
    for (const Segment* segment : order_) {
      const bool may_open = left >= weights::least_relaxed_share * importance_;
      for (std::size_t i = 0; i < segment->names.size(); ++i) {
        const std::uint32_t name = segment->names[i];
        if (satisfactions_[name] == 0) {
          if (!may_open) continue;
          touched_.push_back(name);
        }
        gains_[name] += segment->gain(i);
        satisfactions_[name] += std::max(1e-6F, segment->importance * segment->alternative_at(i).quality);
      }
      left -= segment->importance;
    }
  }

  Score score_name(std::uint32_t name, std::uint32_t number) const {
    const float use = weights::name_use[static_cast<std::size_t>(index_.catalog().name_use(name))];
    Score score;
    score.tier = Tier::Relaxed;
    score.name = name;
    score.prior = prior_of(index_.catalog(), number);
    score.satisfaction = importance_ > 0 ? use * std::min(1.0F, satisfactions_[name] / importance_) : 0;
    score.coverage = use * std::min(1.0F, gains_[name] / std::max(index_.name_weight(name), 1e-6F));
    return score;
  }

  const Index& index_;
  std::vector<const Segment*> order_;
  std::vector<float> gains_;
  std::vector<float> satisfactions_;
  std::vector<std::uint32_t> touched_;
  float importance_ = 0;
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

float prior_of(const Catalog& catalog, std::uint32_t number) {
  float prior = weights::usage_prior * static_cast<float>(catalog.usage(number)) / 255.0F;
  if (catalog.status(number) == Status::Active) prior += weights::active_prior;
  if (catalog.billing(number) == Billing::Billable) prior += weights::billable_prior;
  if (catalog.has_article(number)) prior += weights::article_prior;
  return prior;
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
  StrictScoring scoring(index, segments);
  BestFirst best(limit);
  for (const std::uint32_t number : candidates) best.push({number, scoring.score(number)});
  return best.take();
}

RelaxedRanking rank_relaxed(const Index& index, std::span<const Segment> segments, const std::optional<ConceptSet>& allowed, std::size_t limit) {
  return RelaxedScoring(index, segments).rank(allowed, limit);
}

}  // namespace medcode::search
