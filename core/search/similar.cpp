#include "core/search/similar.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/search/best_first.hpp"
#include "core/search/weights.hpp"

namespace medcode::search {
namespace {

/// Most terms of a concept that are asked for; the least telling are left out.
constexpr std::size_t max_profile_terms = 24;

/// Terms in more than this share of all names (of, other, unspecified) say nothing about likeness, unless the catalog is so
/// small that a share says nothing.
constexpr float commonest_share = 0.08F;
constexpr std::size_t many_names = 500;

struct ProfileTerm {
  std::uint32_t term = 0;
  float weight = 0;
};

/// Returns the telling terms of a concept, most telling first. A term of the display counts in full, one of another name
/// less, as concepts with many index phrases would drown in them.
std::vector<ProfileTerm> profile_of(const Index& index, std::uint32_t number) {
  constexpr float other_name_share = 0.5F;
  const catalog::Catalog& catalog = index.catalog();
  std::map<std::uint32_t, float> weights_by_term;
  for (std::uint32_t name = catalog.first_name(number); name < catalog.end_name(number); ++name) {
    const float share = name == catalog.first_name(number) ? 1.0F : other_name_share;
    for (const std::uint32_t word : catalog.names().name(name)) {
      for (const std::uint32_t term : index.terms_of_word(word)) {
        const std::size_t names = index.postings(term).size();
        const bool is_common = names > many_names && static_cast<float>(names) > commonest_share * static_cast<float>(catalog.name_count());
        float& weight = weights_by_term[term];
        if (!is_common) weight = std::max(weight, share * index.weight(term));
      }
    }
  }
  std::vector<ProfileTerm> profile;
  for (const auto& [term, weight] : weights_by_term) {
    if (weight > 0) profile.push_back({term, weight});
  }
  std::stable_sort(profile.begin(), profile.end(), [](const ProfileTerm& a, const ProfileTerm& b) { return a.weight > b.weight; });
  if (profile.size() > max_profile_terms) profile.resize(max_profile_terms);
  return profile;
}

/// Returns the parent of a concept, or the concept itself at the top.
std::uint32_t family_of(const catalog::Catalog& catalog, std::uint32_t number) {
  const std::uint32_t parent = catalog.parent(number);
  return parent == catalog::no_parent ? number : parent;
}

}  // namespace

std::vector<Ranked> rank_likeness(const Index& index, Scratch& scratch, std::uint32_t number, const std::optional<ConceptSet>& allowed, std::size_t limit) {
  const catalog::Catalog& catalog = index.catalog();
  const std::vector<ProfileTerm> profile = profile_of(index, number);
  std::vector<std::uint32_t>& touched = scratch.touched;
  float own = 0;
  for (const ProfileTerm& term : profile) {
    own += term.weight;
    for (const std::uint32_t name : index.postings(term.term)) {
      if (scratch.sums[name].gain == 0) touched.push_back(name);
      scratch.sums[name].gain += term.weight;
    }
  }
  std::sort(touched.begin(), touched.end());
  BestFirst best(limit);
  for (std::size_t i = 0; i < touched.size();) {
    const std::uint32_t other = catalog.concept_of_name(touched[i]);
    Ranked ranked{other, {}};
    for (; i < touched.size() && catalog.concept_of_name(touched[i]) == other; ++i) {
      const std::uint32_t name = touched[i];
      const float shared = std::exchange(scratch.sums[name].gain, 0.0F);
      const float likeness = shared / std::max(own + index.name_weight(name) - shared, 1e-6F);
      if (likeness <= ranked.score.coverage) continue;
      ranked.score.coverage = std::min(1.0F, likeness);
      ranked.score.name = name;
    }
    ranked.score.prior = index.prior(other);
    if (other != number && (!allowed || allowed->contains(other))) best.push(ranked);
  }
  touched.clear();
  return best.take();
}

std::string explain_likeness(const Index& index, std::uint32_t number, std::uint32_t other) {
  constexpr std::size_t most_words = 5;
  const catalog::Catalog& catalog = index.catalog();
  const std::vector<ProfileTerm> profile = profile_of(index, number);
  std::vector<std::pair<float, std::string>> words;
  std::vector<std::uint32_t> told;
  for (std::uint32_t name = catalog.first_name(other); name < catalog.end_name(other); ++name) {
    for (const std::uint32_t word : catalog.names().name(name)) {
      for (const std::uint32_t term : index.terms_of_word(word)) {
        const auto found = std::find_if(profile.begin(), profile.end(), [term](const ProfileTerm& entry) { return entry.term == term; });
        if (found == profile.end() || std::find(told.begin(), told.end(), term) != told.end()) continue;
        told.push_back(term);
        std::string text(catalog.words().word(word));
        std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        words.emplace_back(found->weight, std::move(text));
      }
    }
  }
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string why;
  for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) why += (i == 0 ? "shares: " : ", ") + words[i].second;
  return why;
}

std::vector<LikenessGroup> group_likeness(const Index& index, Scratch& scratch, std::uint32_t number, std::optional<std::size_t> in, std::size_t limit) {
  constexpr std::size_t most_of_one_family = 2;
  constexpr std::size_t looked_at = 10;  // times the limit, so that enough families are seen
  const catalog::Catalog& catalog = index.catalog();
  std::vector<LikenessGroup> groups;
  const std::size_t own_system = catalog.system_of(number);
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    if (in && *in != system) continue;
    ConceptSet allowed(catalog.concept_count());
    allowed.insert_range(catalog.systems()[system].first, catalog.systems()[system].end);
    LikenessGroup group{system, {}};
    std::map<std::uint32_t, std::size_t> families;
    for (const Ranked& ranked : rank_likeness(index, scratch, number, allowed, limit * looked_at)) {
      if (group.best.size() == limit) break;
      if (++families[family_of(catalog, ranked.number)] <= most_of_one_family) group.best.push_back(ranked);
    }
    if (!group.best.empty()) groups.push_back(std::move(group));
  }
  std::stable_sort(groups.begin(), groups.end(), [own_system](const LikenessGroup& a, const LikenessGroup& b) {
    if ((a.system == own_system) != (b.system == own_system)) return a.system == own_system;
    return a.best.front().score.coverage > b.best.front().score.coverage;
  });
  return groups;
}

}  // namespace medcode::search
