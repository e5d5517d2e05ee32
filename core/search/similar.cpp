#include "core/search/similar.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "core/search/best_first.hpp"
#include "core/search/order.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// Of the rough sum: what a term of a wording adds, and what is taken for the length of a name.
constexpr float rough_wording_share = 0.7F;
constexpr float rough_length_share = 0.3F;

/// Weighs concepts of one system against the profile of a concept.
class Likeness {
 public:
  Likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, std::size_t system)
      : index_(index), catalog_(index.catalog()), scratch_(scratch), run_(catalog_.systems()[system]), profile_(make_profile(index, lexicon, number, run_.system.id)) {
    for (std::size_t place = 0; place < profile_.terms.size(); ++place) scratch_.alternative_of_term[profile_.terms[place].term] = static_cast<std::uint16_t>(place + 1);
    above_.resize(profile_.terms.size());
  }
  Likeness(const Likeness&) = delete;
  Likeness& operator=(const Likeness&) = delete;
  ~Likeness() {
    for (const ProfileTerm& term : profile_.terms) scratch_.alternative_of_term[term.term] = 0;
  }

  /// Returns the concepts that are weighed, likeliest first.
  std::vector<Ranked> rank(const std::optional<ConceptSet>& allowed) {
    if (run_.first == run_.end) return {};
    std::vector<Ranked> found = find_promising(allowed);
    order_by(found, [](const Ranked& ranked) { return std::uint64_t{ranked.number}; });  // siblings together, see compare()
    for (Ranked& ranked : found) weigh(ranked);
    std::erase_if(found, [](const Ranked& ranked) { return ranked.score.coverage < weights::least_likeness; });
    order_by(found, [](const Ranked& ranked) { return greatest_first(ranked.score.coverage); });
    return found;
  }

  /// Returns the words that `other` shares, most telling first, and the reading of the lexicon that brings most.
  std::string explain(std::uint32_t other) {
    compare(other);
    std::vector<std::pair<float, const std::string*>> words;
    for (std::size_t i = 0; i < profile_.asked_count; ++i) {
      const ProfileTerm& term = profile_.terms[i];
      if (has_[i] > 0 && term.kind == PlainWord::None && term.word.size() > 1) words.emplace_back(term.asked * has_[i], &term.word);
    }
    order_by(words, [](const auto& word) { return greatest_first(word.first); });
    constexpr std::size_t most_words = 5;
    std::string why;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) why += (i == 0 ? "shares: " : ", ") + *words[i].second;
    const Wording* best = nullptr;
    float most = 0;
    for (const Wording& wording : profile_.wordings) {
      const float gain = gain_of(wording);
      if (gain > most) best = &wording;
      most = std::max(most, gain);
    }
    if (best != nullptr) why += (why.empty() ? "" : "; ") + best->from + " read as " + std::string(best->text);
    return why;
  }

 private:
  /// Returns the concepts of which a name shares most with the profile, by a rough sum over postings.
  std::vector<Ranked> find_promising(const std::optional<ConceptSet>& allowed) {
    const std::vector<float> gains = rough_gains();
    float own = 0;
    for (std::size_t place = 0; place < gains.size(); ++place) own += place < profile_.asked_count ? gains[place] : 0;
    std::vector<std::uint32_t>& touched = scratch_.touched;
    for (std::size_t place = 0; place < gains.size(); ++place) {
      if (gains[place] <= 0) continue;
      for (const std::uint32_t name : postings_of(profile_.terms[place].term)) {
        float& sum = scratch_.sums[name].gain;
        if (sum == 0) touched.push_back(name);
        sum += gains[place];
      }
    }
    std::sort(touched.begin(), touched.end());
    BestFirst best(max_weighed);
    for (std::size_t i = 0; i < touched.size();) {
      const std::uint32_t other = catalog_.concept_of_name(touched[i]);
      Ranked ranked{other, {}};
      for (; i < touched.size() && touched[i] < catalog_.end_name(other); ++i) {
        const float shared = std::exchange(scratch_.sums[touched[i]].gain, 0.0F);
        ranked.score.coverage = std::max(ranked.score.coverage, shared / (own + rough_length_share * index_.name_weight(touched[i])));
      }
      if (other != profile_.number && (!allowed || allowed->contains(other))) best.push(ranked);
    }
    touched.clear();
    return best.take();
  }

  /// Returns what each term of the profile adds to the rough sum; nothing for terms of very many names.
  std::vector<float> rough_gains() const {
    constexpr float commonest_share = 0.3F;
    constexpr std::size_t many_names = 1'000;
    std::vector<float> gains(profile_.terms.size());
    for (std::size_t place = 0; place < profile_.asked_count; ++place) gains[place] = profile_.terms[place].asked;
    for (const Wording& wording : profile_.wordings) {
      for (const std::uint16_t place : wording.places) gains[place] = std::max(gains[place], rough_wording_share * wording.quality * index_.weight(profile_.terms[place].term));
    }
    const std::size_t names = catalog_.end_name(run_.end - 1) - catalog_.first_name(run_.first);
    for (std::size_t place = 0; place < gains.size(); ++place) {
      const ProfileTerm& term = profile_.terms[place];
      const std::size_t count = postings_of(term.term).size();
      if (term.kind != PlainWord::None || (count > many_names && static_cast<float>(count) > commonest_share * static_cast<float>(names))) gains[place] = 0;
    }
    return gains;
  }

  std::span<const std::uint32_t> postings_of(std::uint32_t term) const {
    const auto all = index_.postings(term);
    const auto first = std::lower_bound(all.begin(), all.end(), catalog_.first_name(run_.first));
    return {first, std::lower_bound(first, all.end(), catalog_.end_name(run_.end - 1))};
  }

  /// Notes in `has` how well the names of a concept have each term of the profile, at most `worth`.
  void read_names(std::uint32_t number, float worth, std::vector<float>& has) const {
    for (std::uint32_t name = catalog_.first_name(number); name < catalog_.end_name(number); ++name) {
      if (catalog_.name_use(name) == DesignationUse::Short) continue;
      const float value = name == catalog_.first_name(number) ? worth : worth * weights::likeness_other_name;
      for (const std::uint32_t word : catalog_.names().name(name)) {
        for (const std::uint32_t term : index_.terms_of_word(word)) {
          if (const std::uint16_t place = scratch_.alternative_of_term[term]; place != 0) has[place - 1U] = std::max(has[place - 1U], value);
        }
      }
    }
  }

  /// Reads a concept and those above it; siblings follow each other, so that what stands above them is read once.
  void compare(std::uint32_t number) {
    constexpr int most_levels = 3;
    const std::uint32_t parent = catalog_.parent(number);
    if (parent != above_of_) {
      above_of_ = parent;
      std::fill(above_.begin(), above_.end(), 0.0F);
      float worth = weights::likeness_above;
      std::uint32_t above = parent;
      for (int level = 0; above != catalog::no_parent && level < most_levels; ++level, above = catalog_.parent(above)) {
        read_names(above, worth, above_);
        worth *= weights::likeness_above;
      }
    }
    has_ = above_;
    read_names(number, 1.0F, has_);
  }

  /// Returns how well the concept read last has what the lexicon says.
  float met_by(const Wording& wording) const {
    float least = 1;
    for (const std::uint16_t place : wording.places) least = std::min(least, has_[place]);
    return wording.quality * least;
  }

  /// Returns what a wording brings that the words themselves do not.
  float gain_of(const Wording& wording) const {
    const float met = met_by(wording);
    float gain = 0;
    for (std::size_t i = 0; i < profile_.asked_count; ++i) {
      if ((wording.covers >> i & 1U) != 0) gain += profile_.terms[i].asked * std::max(0.0F, met - has_[i]);
    }
    return gain;
  }

  /// Gives a concept its likeness and the name that shares most.
  void weigh(Ranked& ranked) {
    compare(ranked.number);
    met_ = has_;
    explained_.assign(profile_.terms.size(), 0);
    for (std::size_t i = 0; i < profile_.asked_count; ++i) explained_[i] = 1;
    for (const Wording& wording : profile_.wordings) {
      const float met = met_by(wording);
      if (met <= 0) continue;
      for (std::size_t i = 0; i < profile_.asked_count; ++i) {
        if ((wording.covers >> i & 1U) != 0) met_[i] = std::max(met_[i], met);
      }
      for (const std::uint16_t place : wording.places) explained_[place] = std::max(explained_[place], wording.quality);
    }
    float asked = 0;
    for (std::size_t i = 0; i < profile_.asked_count; ++i) asked += profile_.terms[i].asked * met_[i];
    asked /= std::max(profile_.asked, weights::least_name_weight);
    const float likeness = weights::likeness_asked * asked + weights::likeness_covered * best_coverage(ranked) - penalties(ranked.number);
    ranked.score.coverage = std::clamp(likeness, 0.0F, 1.0F);
  }

  /// Returns how much of its best name the profile accounts for, and notes which name that is.
  float best_coverage(Ranked& ranked) const {
    float best = -1;
    const std::uint32_t first = catalog_.first_name(ranked.number);
    for (std::uint32_t name = first; name < catalog_.end_name(ranked.number); ++name) {
      const DesignationUse use = catalog_.name_use(name);
      if (use == DesignationUse::Short || use == DesignationUse::Abbreviation) continue;
      float shared = 0;
      float all = weights::least_name_weight;
      for (const std::uint32_t word : catalog_.names().name(name)) {
        for (const std::uint32_t term : index_.terms_of_word(word)) {
          const std::uint16_t place = scratch_.alternative_of_term[term];
          float weight = index_.weight(term);
          if (place != 0) {
            if (const PlainWord kind = profile_.terms[place - 1U].kind; kind != PlainWord::None && kind != PlainWord::Without) weight *= weights::likeness_plain_word;
            shared += explained_[place - 1U] * weight;
          }
          all += weight;
        }
      }
      const float covered = shared / all * (name == first ? 1.0F : weights::likeness_other_name);
      if (covered <= best) continue;
      best = covered;
      ranked.score.name = name;
    }
    return std::max(best, 0.0F);
  }

  /// Returns what is taken off for what differs.
  float penalties(std::uint32_t number) const {
    bool has_side = false;
    bool has_without = false;
    for (const std::uint32_t word : catalog_.names().name(catalog_.first_name(number))) {
      for (const std::uint32_t term : index_.terms_of_word(word)) {
        const std::uint16_t place = scratch_.alternative_of_term[term];
        if (place == 0) continue;
        has_side |= profile_.terms[place - 1U].kind == PlainWord::Side;
        has_without |= profile_.terms[place - 1U].kind == PlainWord::Without;
      }
    }
    float sum = weights::unlike_usage * (1.0F - index_.prior(number));
    if ((catalog_.billing(number) == Billing::Header) != (catalog_.billing(profile_.number) == Billing::Header)) sum += weights::unlike_billing;
    if (catalog_.status(number) != Status::Active) sum += weights::unlike_status;
    if (has_without != profile_.has_without) sum += weights::unlike_without;
    if (has_side && !profile_.has_side) sum += weights::unlike_side;
    return sum;
  }

  const Index& index_;
  const Catalog& catalog_;
  Scratch& scratch_;
  const catalog::SystemRun& run_;
  Profile profile_;
  std::uint32_t above_of_ = catalog::no_parent;
  std::vector<float> above_;      ///< how well those above the concept have each term
  std::vector<float> has_;        ///< and the concept with them
  std::vector<float> met_;        ///< and with the lexicon's wordings
  std::vector<float> explained_;  ///< how well the profile accounts for each term
};

/// Tells which concepts differ by plain words alone.
class Folding {
 public:
  Folding(const Index& index, std::string_view system) : index_(index) {
    for (const char* word : {"left", "right", "bilateral", "unspecified", "side", "initial", "subsequent", "encounter", "sequela"}) drop(word);
    if (system != "icd10pcs") return;
    for (const char* word : {"open", "percutaneous", "endoscopic", "external", "approach", "via", "natural", "or", "artificial", "opening"}) drop(word);
  }

  /// Returns the same number for concepts whose displays differ by plain words alone.
  std::uint64_t key(std::uint32_t number) const {
    const Catalog& catalog = index_.catalog();
    std::uint64_t sum = 0;
    for (const std::uint32_t word : catalog.names().name(catalog.first_name(number))) {
      for (const std::uint32_t term : index_.terms_of_word(word)) {
        if (std::find(dropped_.begin(), dropped_.end(), term) != dropped_.end()) continue;
        const std::uint64_t mixed = (std::uint64_t{term} + 1) * 0x9E37'79B9'7F4A'7C15U;
        sum += (mixed ^ mixed >> 29U) * 0xBF58'476D'1CE4'E5B9U;
      }
    }
    return sum;
  }

 private:
  void drop(const char* word) {
    if (const Form* form = index_.find_form(word)) dropped_.push_back(form->term);
  }

  const Index& index_;
  std::vector<std::uint32_t> dropped_;
};

/// Lets the lines of one parent stand back the more of them there are.
void keep_apart(const Catalog& catalog, std::vector<LikenessLine>& lines) {
  std::vector<std::uint32_t> parents;
  for (LikenessLine& line : lines) {
    const std::uint32_t parent = catalog.parent(line.best.number);
    if (parent == catalog::no_parent) continue;
    float& likeness = line.best.score.coverage;
    const auto before = std::count(parents.begin(), parents.end(), parent);
    if (before > 1) likeness = std::max(0.0F, likeness - weights::unlike_crowd * static_cast<float>(before - 1));
    parents.push_back(parent);
  }
  order_by(lines, [](const LikenessLine& line) { return greatest_first(line.best.score.coverage); });
}

/// Returns the concepts of a system, likeliest first, what differs by plain words alone on one line.
std::vector<LikenessLine> lines_of(const Index& index, std::size_t system, const std::vector<Ranked>& found) {
  const Folding folding(index, index.catalog().systems()[system].system.id);
  std::vector<LikenessLine> lines;
  std::vector<std::uint64_t> keys;
  for (const Ranked& ranked : found) {
    const std::uint64_t key = folding.key(ranked.number);
    const auto line = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
    if (line == keys.size()) {
      keys.push_back(key);
      lines.push_back({ranked, {}, {}});
    } else {
      lines[line].variants.push_back(ranked);
      lines[line].variants.back().score.tier = Tier::Relaxed;
    }
  }
  keep_apart(index.catalog(), lines);
  return lines;
}

}  // namespace

std::vector<Ranked> rank_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, const std::optional<ConceptSet>& allowed) {
  std::vector<Ranked> all;
  for (std::size_t system = 0; system < index.catalog().systems().size(); ++system) {
    for (const LikenessLine& line : lines_of(index, system, Likeness(index, lexicon, scratch, number, system).rank(allowed))) {
      all.push_back(line.best);
      all.insert(all.end(), line.variants.begin(), line.variants.end());
    }
  }
  order_by(all, [](const Ranked& ranked) { return greatest_first(ranked.score.total()); });
  return all;
}

std::string explain_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, std::uint32_t other) {
  return Likeness(index, lexicon, scratch, number, index.catalog().system_of(other)).explain(other);
}

std::vector<LikenessGroup> group_likeness(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::uint32_t number, std::optional<std::size_t> in, std::size_t limit) {
  const Catalog& catalog = index.catalog();
  const std::size_t own_system = catalog.system_of(number);
  std::vector<LikenessGroup> groups;
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    if (in && *in != system) continue;
    Likeness likeness(index, lexicon, scratch, number, system);
    LikenessGroup group{system, lines_of(index, system, likeness.rank(std::nullopt))};
    if (group.lines.size() > limit) group.lines.erase(group.lines.begin() + static_cast<std::ptrdiff_t>(limit), group.lines.end());
    for (LikenessLine& line : group.lines) line.why = likeness.explain(line.best.number);
    if (!group.lines.empty()) groups.push_back(std::move(group));
  }
  order_by(groups, [own_system](const LikenessGroup& group) {
    return group.system == own_system ? 0 : 1 + greatest_first(group.lines.front().best.score.coverage);
  });
  return groups;
}

}  // namespace medcode::search
