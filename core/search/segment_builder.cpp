#include "core/search/segment_builder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "core/search/edit_distance.hpp"
#include "core/search/gallop.hpp"
#include "core/search/name_positions.hpp"
#include "core/search/order.hpp"
#include "core/search/weights.hpp"
#include "core/search/wildcard.hpp"
#include "core/systems/code_system.hpp"
#include "core/text/key.hpp"

namespace medcode::search {
namespace {

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Keeps of `names` those of the systems listed; all when none is listed.
void keep_systems(const catalog::Catalog& catalog, std::string_view systems, std::vector<std::uint32_t>& names) {
  if (systems.empty()) return;
  std::vector<std::uint32_t> kept;
  while (!systems.empty()) {
    const std::size_t end = std::min(systems.find(','), systems.size());
    if (const auto system = catalog.find_system(systems.substr(0, end))) {
      const catalog::SystemRun& run = catalog.systems()[*system];
      if (run.first < run.end) {
        const auto first = std::lower_bound(names.begin(), names.end(), catalog.first_name(run.first));
        kept.insert(kept.end(), first, std::lower_bound(first, names.end(), catalog.end_name(run.end - 1)));
      }
    }
    systems.remove_prefix(std::min(end + 1, systems.size()));
  }
  std::sort(kept.begin(), kept.end());
  names = std::move(kept);
}

}  // namespace

unsigned forgiven_edits(std::string_view form) {
  if (form.size() < 4 || has_digit(form)) return 0;
  return form.size() < 8 ? 1 : 2;
}

std::vector<std::uint32_t> names_with_all(const Index& index, std::vector<std::uint32_t> terms) {
  order_by(terms, [&index](std::uint32_t term) { return std::uint64_t{index.postings(term).size()}; });
  const auto rarest = index.postings(terms.front());
  std::vector<std::uint32_t> names(rarest.begin(), rarest.end());
  for (std::size_t i = 1; i < terms.size() && !names.empty(); ++i) {
    const auto postings = index.postings(terms[i]);
    std::size_t at = 0;
    std::erase_if(names, [&](std::uint32_t name) {
      at = gallop(postings, at, name);
      return at == postings.size() || postings[at] != name;
    });
  }
  return names;
}

SegmentBuilder::Terms SegmentBuilder::keep_terms(std::span<const std::uint32_t> terms) {
  Terms kept{static_cast<std::uint32_t>(segment_.terms.size()), static_cast<std::uint32_t>(terms.size()), 0};
  for (const std::uint32_t term : terms) kept.weight += index_.weight(term);
  segment_.terms.insert(segment_.terms.end(), terms.begin(), terms.end());
  return kept;
}

std::uint32_t SegmentBuilder::keep_text(std::string_view text) {
  segment_.texts.emplace_back(text);
  return static_cast<std::uint32_t>(segment_.texts.size());
}

void SegmentBuilder::push(MatchKind kind, float quality, Terms terms, std::uint32_t text, std::span<const std::uint32_t> names) {
  if (names.empty()) return;
  segment_.alternatives.push_back({kind, quality, terms.weight, terms.first, terms.count, text, names});
}

void SegmentBuilder::push_owned(MatchKind kind, float quality, Terms terms, std::uint32_t text, std::vector<std::uint32_t> names) {
  if (names.empty()) return;
  segment_.owned.push_back(std::move(names));
  push(kind, quality, terms, text, segment_.owned.back());
}

bool SegmentBuilder::add_exact(std::string_view form) {
  const auto term = index_.find_term(text::term_key(form));
  if (!term) return false;
  push(MatchKind::Exact, weights::exact, keep_terms({&*term, 1}), 0, index_.postings(*term));
  return true;
}

void SegmentBuilder::push_forms(MatchKind kind, std::vector<std::pair<float, const Form*>>& forms) {
  const auto is_better = [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; };
  if (forms.size() > max_alternatives) {
    std::nth_element(forms.begin(), forms.begin() + max_alternatives, forms.end(), is_better);
    forms.resize(max_alternatives);
  }
  for (const auto& [quality, form] : forms) {
    const std::uint32_t text = kind == MatchKind::Fuzzy ? keep_text(index_.text(*form)) : 0;
    push(kind, quality, keep_terms({&form->term, 1}), text, index_.postings(form->term));
  }
}

bool SegmentBuilder::add_letter(std::string_view letter) {
  segment_.initial = letters_of(letter);
  segment_.initial_alternative = segment_.alternatives.size();
  segment_.alternatives.push_back({MatchKind::Prefix, weights::typed_letter, weights::letter_weight, 0, 0, 0, {}});
  segment_.posting_count += index_.catalog().name_count() / 2;  // about as costly as looking at every name
  segment_.prefix_bytes = 1;
  return true;
}

bool SegmentBuilder::add_prefix(std::string_view form, float quality) {
  if (form.size() == 1 && form.front() >= 'a' && form.front() <= 'z') return add_letter(form);
  // The word meant is likelier a short one and a common one: appendicitis before appendicostomy.
  const float rarest = std::log(1.0F + static_cast<float>(index_.catalog().name_count()));
  std::vector<std::pair<float, const Form*>> found;
  for (const Form& candidate : index_.forms_with_prefix(form)) {
    if (candidate.size == form.size() || text::is_function_word(index_.text(candidate))) continue;
    const float typed_share = static_cast<float>(form.size()) / static_cast<float>(candidate.size);
    const float commonness = 1.0F - index_.weight(candidate.term) / rarest;
    found.emplace_back(quality * (weights::least_beginning + weights::typed_share * typed_share + weights::commonness * commonness), &candidate);
  }
  push_forms(MatchKind::Prefix, found);
  segment_.prefix_bytes = static_cast<std::uint32_t>(form.size());
  return !found.empty();
}

bool SegmentBuilder::add_fuzzy(std::string_view form, unsigned edits, bool is_prefix) {
  if (edits == 0 || form.empty() || form.size() > text::max_word_bytes) return false;
  const EditDistance distance(form);
  const std::uint32_t letters = letters_of(form);
  std::vector<std::pair<float, const Form*>> found;
  for (const Form& candidate : index_.forms()) {
    if (candidate.size + edits < form.size() || (!is_prefix && candidate.size > form.size() + edits)) continue;
    if (static_cast<unsigned>(std::popcount(letters & ~candidate.letters)) > edits) continue;
    const std::string_view text = index_.text(candidate);
    if (has_digit(text)) continue;
    const EditDistance::Distances distances = distance.to(text);
    const bool is_whole = distances.whole <= edits;
    if (!is_whole && !(is_prefix && distances.nearest_prefix <= edits)) continue;
    const unsigned slips = is_whole ? distances.whole : distances.nearest_prefix;
    float quality = slips <= 1 ? weights::one_edit : weights::two_edits;
    if (slips == 0) quality = weights::inner_prefix;
    if (text.front() != form.front()) quality *= 0.9F;
    if (!is_whole) quality *= 0.9F;
    found.emplace_back(quality, &candidate);
  }
  push_forms(MatchKind::Fuzzy, found);
  return !found.empty();
}

bool SegmentBuilder::add_wording(MatchKind kind, float quality, std::string_view wording, std::string_view systems) {
  std::vector<std::uint32_t> terms;
  const std::vector<text::Token> tokens = text::tokenize(wording);
  for (const text::Token& token : tokens) {
    if (tokens.size() > 1 && text::is_function_word(token.form) && token.form != "with") continue;
    const auto term = index_.find_term(text::term_key(token.form));
    if (!term) return false;
    if (std::find(terms.begin(), terms.end(), *term) == terms.end()) terms.push_back(*term);
  }
  if (terms.empty()) return false;
  std::vector<std::uint32_t> names = names_with_all(index_, terms);
  keep_systems(index_.catalog(), systems, names);
  const bool is_found = !names.empty();
  if (is_found) push_owned(kind, quality, keep_terms(terms), keep_text(wording), std::move(names));
  return is_found;
}

bool SegmentBuilder::add_all_words(MatchKind kind, float quality, std::span<const text::Token> tokens, bool is_prefix) {
  std::vector<std::uint32_t> terms;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_last = i + 1 == tokens.size();
    const auto term = index_.find_term(text::term_key(tokens[i].form));
    if (term) {
      if (std::find(terms.begin(), terms.end(), *term) == terms.end()) terms.push_back(*term);
    } else if (!(is_last && is_prefix && i > 0)) {
      return false;
    }
  }
  std::vector<std::uint32_t> names;
  if (!terms.empty()) names = names_with_all(index_, terms);
  if (is_prefix && terms.size() < tokens.size()) {
    std::erase_if(names, [&](std::uint32_t name) { return !has_word_with_prefix(index_, name, tokens.back().form); });
  }
  const bool is_found = !names.empty();
  if (is_found) push_owned(kind, quality, keep_terms(terms), 0, std::move(names));
  return is_found;
}

bool SegmentBuilder::add_phrase(std::span<const text::Token> tokens, unsigned slop, bool is_prefix) {
  std::vector<std::string> keys;
  std::vector<std::uint32_t> terms;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    keys.push_back(text::term_key(tokens[i].form));
    const auto term = index_.find_term(keys.back());
    if (term) terms.push_back(*term);
    if (!term && !(is_prefix && i + 1 == tokens.size())) return false;
  }
  if (terms.empty()) return tokens.size() == 1 && add_prefix(tokens.front().form, weights::typed_prefix);
  const bool last_is_beginning = is_prefix && tokens.size() > 1;
  std::vector<std::uint32_t> must = terms;
  if (last_is_beginning && terms.size() == tokens.size()) must.pop_back();
  std::vector<std::uint32_t> names = names_with_all(index_, must);
  const PhrasePattern pattern{std::span(terms).first(last_is_beginning ? tokens.size() - 1 : tokens.size()), slop,
                              last_is_beginning ? std::string_view(tokens.back().form) : std::string_view{}};
  std::erase_if(names, [&](std::uint32_t name) { return !contains_phrase(index_, name, pattern); });
  const bool is_found = !names.empty();
  if (is_found) push_owned(MatchKind::Phrase, weights::exact, keep_terms(terms), 0, std::move(names));
  if (is_prefix && tokens.size() == 1) add_prefix(tokens.front().form, weights::typed_prefix);
  return is_found;
}

bool SegmentBuilder::add_wildcard(std::string_view pattern) {
  const std::string_view stem = pattern.substr(0, pattern.find_first_of("*?"));
  std::vector<std::pair<float, const Form*>> found;
  for (const Form& candidate : index_.forms_with_prefix(stem)) {
    if (matches_wildcard(pattern, index_.text(candidate))) found.emplace_back(weights::wildcard, &candidate);
  }
  push_forms(MatchKind::Wildcard, found);
  return !found.empty();
}

bool SegmentBuilder::add_code(std::string_view typed) {
  const std::string compact = compact_code(typed);
  if (compact.size() < 2 || compact.size() > catalog::max_code_bytes || !has_digit(compact)) return false;
  const catalog::Catalog& catalog = index_.catalog();
  std::vector<std::uint32_t> exact, longer;
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    const auto [first, end] = catalog.find_prefix(system, compact);
    for (std::uint32_t number = first; number < end; ++number) {
      const bool is_exact = compact_code(catalog.code(number)) == compact;
      (is_exact ? exact : longer).push_back(catalog.first_name(number));
    }
  }
  const bool is_found = !exact.empty() || !longer.empty();
  // A code says all there is to say of its concept: its weight is that of the rarest possible word.
  const Terms no_terms{0, 0, std::log(1.0F + static_cast<float>(catalog.name_count()))};
  push_owned(MatchKind::ExactCode, weights::exact, no_terms, 0, std::move(exact));
  push_owned(MatchKind::CodePrefix, weights::typed_prefix, no_terms, 0, std::move(longer));
  return is_found;
}

bool SegmentBuilder::add_split(std::string_view form) {
  constexpr std::size_t least_part = 3;
  bool is_found = false;
  for (std::size_t at = least_part; at + least_part <= form.size(); ++at) {
    const Form* left = index_.find_form(form.substr(0, at));
    const Form* right = left == nullptr ? nullptr : index_.find_form(form.substr(at));
    if (right == nullptr) continue;
    is_found |= add_wording(MatchKind::Split, weights::split_word, std::string(form.substr(0, at)) + ' ' + std::string(form.substr(at)), {});
  }
  return is_found;
}

bool SegmentBuilder::add_part(std::string_view form) {
  constexpr std::size_t least_part = 5;
  for (std::size_t size = form.size() - 1; size >= std::max(least_part, form.size() / 2); --size) {
    if (const Form* part = index_.find_form(form.substr(form.size() - size)); part != nullptr) {
      std::vector<std::pair<float, const Form*>> found{{weights::part_of_word, part}};
      push_forms(MatchKind::Fuzzy, found);
      return true;
    }
    std::vector<std::pair<float, const Form*>> found;
    for (const Form& candidate : index_.forms_with_prefix(form.substr(0, size))) found.emplace_back(weights::part_of_word, &candidate);
    if (found.empty()) continue;
    push_forms(MatchKind::Fuzzy, found);
    return true;
  }
  return false;
}

void SegmentBuilder::correct() {
  const std::string& form = segment_.word;
  if (form.empty()) return;
  bool is_found = add_split(form);
  is_found |= add_fuzzy(form, forgiven_edits(form), segment_.is_unfinished);
  const bool has_letters_only = !has_digit(form);
  if (!is_found && has_letters_only && form.size() > 5) add_part(form);
  finish();
}

void SegmentBuilder::finish() {
  segment_.gains.clear();
  segment_.whole_terms.clear();
  segment_.posting_count = 0;
  segment_.is_made = false;
  std::vector<Alternative>& alternatives = segment_.alternatives;
  if (alternatives.size() > max_alternatives) alternatives.resize(max_alternatives);
  float strongest = 0;
  std::optional<float> as_typed;
  segment_.gains.reserve(alternatives.size());
  for (const Alternative& alternative : alternatives) {
    segment_.posting_count += alternative.names.size();
    segment_.gains.push_back(alternative.quality * alternative.weight);
    strongest = std::max(strongest, segment_.gains.back());
    const bool is_literal = alternative.kind == MatchKind::Exact || alternative.kind == MatchKind::Phrase;
    if (is_literal && !as_typed) as_typed = alternative.weight;
    if (alternative.kind == MatchKind::Prefix) continue;
    const auto terms = std::span(segment_.terms).subspan(alternative.first_term, alternative.term_count);
    segment_.whole_terms.insert(segment_.whole_terms.end(), terms.begin(), terms.end());
  }
  std::sort(segment_.whole_terms.begin(), segment_.whole_terms.end());
  segment_.importance = as_typed.value_or(strongest) * segment_.boost;
}

}  // namespace medcode::search
