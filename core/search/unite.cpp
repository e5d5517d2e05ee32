#include "core/search/unite.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

#include "core/search/gallop.hpp"
#include "core/search/order.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// Lists of fewer postings are always made in full.
constexpr std::size_t few_postings = 4'000;

/// What looking through one concept costs, in postings united: two names of seven words, read in a row where postings are
/// scattered (callgrind: 8 instructions a word, 30 a posting).
constexpr std::size_t words_of_a_concept = 14;

bool is_in_scope(const Index& index, const Segment& segment, std::uint32_t name) {
  if (segment.scope == NameScope::Any) return true;
  return (index.catalog().name_use(name) == DesignationUse::Display) == (segment.scope == NameScope::Display);
}

/// Returns how strong each alternative is where several meet one name: a code beats every word, else what gains most.
std::vector<float> strengths_of(const Segment& segment) {
  std::vector<float> strengths = segment.gains;
  for (std::size_t i = 0; i < strengths.size(); ++i) {
    if (segment.alternatives[i].kind == MatchKind::ExactCode) strengths[i] = std::numeric_limits<float>::max();
    if (segment.alternatives[i].kind == MatchKind::CodePrefix) strengths[i] = std::numeric_limits<float>::max() / 2;
  }
  return strengths;
}

void unite_single(const Index& index, Segment& segment) {
  const auto names = segment.alternatives.front().names;
  segment.names.reserve(names.size());
  std::copy_if(names.begin(), names.end(), std::back_inserter(segment.names), [&](std::uint32_t name) { return is_in_scope(index, segment, name); });
  segment.best.assign(segment.names.size(), 0);
}

/// Moves the names marked in the scratch into the list, ascending, and takes the marks away.
void take_marked(const Index& index, Scratch& scratch, Segment& segment, std::size_t count) {
  segment.names.reserve(count);
  segment.best.reserve(count);
  scratch.marks.take([&](std::uint32_t name) {
    if (!is_in_scope(index, segment, name)) return;
    segment.names.push_back(name);
    segment.best.push_back(scratch.best[name]);
  });
}

/// Returns the concepts with a name in the segment's list that are allowed.
std::vector<std::uint32_t> concepts_met(const Catalog& catalog, const Segment& segment, const std::optional<ConceptSet>& allowed) {
  std::vector<std::uint32_t> candidates(std::min<std::size_t>(segment.names.size(), catalog.concept_count()));
  std::size_t count = 0;
  std::uint32_t end_name = 0;
  for (const std::uint32_t name : segment.names) {
    if (name < end_name) continue;
    const std::uint32_t number = catalog.concept_of_name(name);
    end_name = catalog.end_name(number);
    if (!allowed || allowed->contains(number)) candidates[count++] = number;
  }
  candidates.resize(count);
  return candidates;
}

/// Keeps of `candidates` those with a name in the segment's list.
void keep_met(const Catalog& catalog, const Segment& segment, std::vector<std::uint32_t>& candidates) {
  std::size_t at = 0;
  std::erase_if(candidates, [&](std::uint32_t number) {
    at = gallop(segment.names, at, catalog.first_name(number));
    return at == segment.names.size() || segment.names[at] >= catalog.end_name(number);
  });
}

/// Returns one bit a name: whether a word of it starts with the letter `initial`.
const std::vector<std::uint64_t>& names_with_initial(const Index& index, Scratch& scratch, std::uint32_t initial) {
  std::vector<std::uint64_t>& bits = scratch.with_initial[static_cast<std::size_t>(std::countr_zero(initial))];
  if (!bits.empty()) return bits;
  bits.resize(scratch.marks.words().size());
  for (std::uint32_t name = 0; name < index.catalog().name_count(); ++name) {
    bits[name / 64] |= static_cast<std::uint64_t>((index.initials(name) & initial) != 0) << (name % 64);
  }
  return bits;
}

/// Makes the list of a segment of which one letter is typed: the names with that letter, by a stronger alternative where
/// one meets them.
void unite_letter(const Index& index, Scratch& scratch, Segment& segment) {
  const std::vector<float> strengths = strengths_of(segment);
  const auto letter = static_cast<std::uint16_t>(segment.initial_alternative);
  for (std::size_t i = 0; i < segment.alternatives.size(); ++i) {
    for (const std::uint32_t name : segment.alternatives[i].names) {
      if (scratch.marks.mark(name) || strengths[scratch.best[name]] < strengths[i]) scratch.best[name] = static_cast<std::uint16_t>(i);
    }
  }
  const std::vector<std::uint64_t>& with_letter = names_with_initial(index, scratch, segment.initial);
  const auto all_marked = scratch.marks.words();
  std::size_t count = 0;
  for (std::size_t block = 0; block < with_letter.size(); ++block) count += static_cast<std::size_t>(std::popcount(with_letter[block] | all_marked[block]));
  segment.names.resize(count);
  segment.best.resize(count);
  count = 0;
  for (std::size_t block = 0; block < with_letter.size(); ++block) {
    const std::uint64_t marked = all_marked[block];
    for (std::uint64_t left = with_letter[block] | marked; left != 0; left &= left - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(left));
      const auto name = static_cast<std::uint32_t>(block * 64 + bit);
      if (!is_in_scope(index, segment, name)) continue;
      const bool has_letter = (with_letter[block] >> bit & 1U) != 0;
      const bool is_stronger = (marked >> bit & 1U) != 0 && (!has_letter || strengths[scratch.best[name]] >= strengths[letter]);
      segment.names[count] = name;
      segment.best[count++] = is_stronger ? scratch.best[name] : letter;
    }
  }
  scratch.marks.clear();
  segment.names.resize(count);
  segment.best.resize(count);
}

/// Makes the list of a segment for a few concepts by reading the words of their names.
class UniteWithin {
 public:
  UniteWithin(const Index& index, Scratch& scratch, Segment& segment) : index_(index), scratch_(scratch), segment_(segment), strengths_(strengths_of(segment)) {
    for (std::size_t i = 0; i < segment.alternatives.size(); ++i) {
      const Alternative& alternative = segment.alternatives[i];
      if (alternative.names.empty()) continue;
      const bool is_one_term = alternative.term_count == 1 && alternative.names.data() == index.postings(segment.terms[alternative.first_term]).data();
      if (!is_one_term || segment.initial != 0) {
        listed_.push_back({i, 0});
        continue;
      }
      std::uint16_t& of_term = scratch.alternative_of_term[segment.terms[alternative.first_term]];
      if (of_term == 0 || strengths_[of_term - 1U] < strengths_[i]) of_term = static_cast<std::uint16_t>(i + 1);
    }
  }

  void run(std::span<const std::uint32_t> candidates) {
    const Catalog& catalog = index_.catalog();
    for (const std::uint32_t number : candidates) {
      for (std::uint32_t name = catalog.first_name(number); name < catalog.end_name(number); ++name) look_at(name);
    }
    for (const Alternative& alternative : segment_.alternatives) {
      if (alternative.term_count == 1 && segment_.initial == 0) scratch_.alternative_of_term[segment_.terms[alternative.first_term]] = 0;
    }
  }

 private:
  struct Listed {
    std::size_t alternative;
    std::size_t at;
  };

  void look_at(std::uint32_t name) {
    std::size_t best = 0;  // 1 + alternative
    const auto take = [&](std::size_t candidate) {
      if (best == 0 || strengths_[best - 1] < strengths_[candidate - 1]) best = candidate;
    };
    if (segment_.initial == 0) {
      for (const std::uint32_t word : index_.catalog().names().name(name)) {
        for (const std::uint32_t term : index_.terms_of_word(word)) {
          if (const std::size_t found = scratch_.alternative_of_term[term]; found != 0) take(found);
        }
      }
    }
    for (Listed& listed : listed_) {
      const auto names = segment_.alternatives[listed.alternative].names;
      listed.at = gallop(names, listed.at, name);
      if (listed.at < names.size() && names[listed.at] == name) take(listed.alternative + 1);
    }
    if ((index_.initials(name) & segment_.initial) != 0) take(segment_.initial_alternative + 1);
    if (best == 0 || !is_in_scope(index_, segment_, name)) return;
    segment_.names.push_back(name);
    segment_.best.push_back(static_cast<std::uint16_t>(best - 1));
  }

  const Index& index_;
  Scratch& scratch_;
  Segment& segment_;
  std::vector<float> strengths_;
  std::vector<Listed> listed_;  ///< alternatives of several terms, with where their list was last looked at
};

}  // namespace

void unite(const Index& index, Scratch& scratch, Segment& segment) {
  if (segment.is_made) return;
  segment.is_made = true;
  segment.names.clear();
  segment.best.clear();
  if (segment.initial != 0) {
    unite_letter(index, scratch, segment);
    return;
  }
  if (segment.alternatives.size() == 1) {
    unite_single(index, segment);
    return;
  }
  // From the strongest on, so that a name once marked needs no second look.
  const std::vector<float> strengths = strengths_of(segment);
  std::vector<std::uint16_t> order(segment.alternatives.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  order_by(order, [&strengths](std::uint16_t alternative) { return greatest_first(strengths[alternative]); });
  std::size_t count = 0;
  for (const std::uint16_t i : order) {
    for (const std::uint32_t name : segment.alternatives[i].names) {
      if (!scratch.marks.mark(name)) continue;
      scratch.best[name] = i;
      ++count;
    }
  }
  take_marked(index, scratch, segment, count);
}

std::vector<std::uint32_t> unite_all(const Index& index, Scratch& scratch, std::span<Segment> segments, const std::optional<ConceptSet>& allowed) {
  std::vector<Segment*> order;
  for (Segment& segment : segments) order.push_back(&segment);
  constexpr std::uint64_t after_all_counts = std::uint64_t{1} << 62;
  order_by(order, [](const Segment* segment) { return (segment->is_required ? 0 : after_all_counts) + segment->posting_count; });
  std::vector<std::uint32_t> candidates;
  bool is_narrowed = false;
  for (Segment* segment : order) {
    const std::size_t cost_of_a_concept = segment->initial != 0 ? 2 : words_of_a_concept;
    const bool is_cheaper_within = is_narrowed && segment->posting_count > few_postings && candidates.size() * cost_of_a_concept < segment->posting_count;
    if (is_cheaper_within && !segment->is_made) {
      UniteWithin(index, scratch, *segment).run(candidates);
    } else {
      unite(index, scratch, *segment);
    }
    if (!segment->is_required) continue;
    if (is_narrowed) {
      keep_met(index.catalog(), *segment, candidates);
    } else {
      candidates = concepts_met(index.catalog(), *segment, allowed);
    }
    is_narrowed = true;
  }
  return candidates;
}

void unite_in_full(const Index& index, Scratch& scratch, std::span<Segment> segments) {
  for (Segment& segment : segments) unite(index, scratch, segment);
}

}  // namespace medcode::search
