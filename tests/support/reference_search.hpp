// What would a search engine answer that is too stupid to be wrong?
//
// Exports ReferenceSearch: no index, no postings, no heap. It looks at every word of every name of plain Concepts, reads
// the words of a query as core/search/word_run.hpp says, without a lexicon, and adds the sum of RANKING.md up as it is
// written there. The engine has to give the same answers in the same order.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"
#include "tests/support/reference_names.hpp"

namespace medcode::testing {

class ReferenceSearch : public ReferenceNames {
 public:
  using ReferenceNames::ReferenceNames;

  /// Is an answer with its place's sum; tier as in core/search/ranking.hpp, 0 for relaxed.
  struct Hit {
    std::uint32_t number = 0;
    float total = 0;
    bool is_doubtful = false;  ///< so near the least share that rounding decides
  };

  /// Is a typed word.
  struct Typed {
    std::string text;
    bool is_prefix = false;
  };

  /// Returns the concepts that meet every required word, with the sum of each.
  std::vector<Hit> strict(const std::vector<Typed>& words) const { return score(parts_of(words), false); }

  /// Returns the concepts one name of which meets the least share of the query.
  /// Where none does, returns those that meet most of it.
  std::vector<Hit> relaxed(const std::vector<Typed>& words) const { return score(parts_of(words), true); }

  std::size_t count_parts(const std::vector<Typed>& words) const { return parts_of(words).size(); }

  /// Returns the concepts with a reading of every required one of `words`.
  Numbers meeting(const std::vector<Typed>& words) const {
    Numbers all;
    for (const Hit& hit : strict(words)) all.insert(hit.number);
    return all;
  }

 private:
  enum class Means { Literal, ExactCode, CodePrefix, Other };

  /// Is one way to read a word, with the names that meet it.
  struct Reading {
    Means means = Means::Other;
    float quality = 1;
    float weight = 0;
    std::set<std::size_t> names;
    std::set<std::string> terms;
    float gain() const { return quality * weight; }
  };

  struct Part {
    std::vector<Reading> readings;
    bool is_required = true, is_negator = false, is_negated = false;
    float importance = 0;
  };

  struct Unit {
    std::string form;
    std::size_t word = 0;
    bool is_prefix = false;
  };

  /// Adds the reading of names that have all `terms`, if there is such a name.
  bool add_terms(Part& part, Means means, float quality, const std::set<std::string>& terms, std::string_view beginning = {}) const {
    Reading reading{means, quality, 0, {}, terms};
    for (const std::string& term : terms) {
      if (names_with_.count(term) == 0) return false;
      reading.weight += weight(term);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const bool has_beginning = beginning.empty() || std::any_of(names_[i].forms.begin(), names_[i].forms.end(), [&](const std::string& form) { return form.starts_with(beginning); });
      if (has_beginning && std::includes(names_[i].terms.begin(), names_[i].terms.end(), terms.begin(), terms.end())) reading.names.insert(i);
    }
    if (reading.names.empty()) return false;
    part.readings.push_back(std::move(reading));
    return true;
  }

  bool add_code(Part& part, std::string_view typed) const {
    const std::string compact = compact_code(typed);
    if (compact.size() < 2 || !has_digit(compact)) return false;
    Reading exact{Means::ExactCode, weights::exact, rarest_weight(), {}, {}};
    Reading longer{Means::CodePrefix, weights::typed_prefix, rarest_weight(), {}, {}};
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].use != DesignationUse::Display) continue;
      const std::string code = compact_code(content_.concepts[names_[i].number].code);
      if (code == compact) exact.names.insert(i);
      if (code != compact && code.starts_with(compact)) longer.names.insert(i);
    }
    if (!exact.names.empty()) part.readings.push_back(exact);
    if (!longer.names.empty()) part.readings.push_back(longer);
    return !exact.names.empty() || !longer.names.empty();
  }

  bool add_all_words(Part& part, const std::vector<Unit>& units, std::size_t at, std::size_t count) const {
    std::set<std::string> terms;
    std::string beginning;
    for (std::size_t i = at; i < at + count; ++i) {
      const std::string key = text::term_key(units[i].form);
      const bool may_be_begun = units[i].is_prefix && i + 1 == at + count && count > 1;
      if (names_with_.count(key) != 0) {
        if (may_be_begun && terms.count(key) != 0) beginning = units[i].form;
        terms.insert(key);
      } else if (may_be_begun) {
        beginning = units[i].form;
      } else {
        return false;
      }
    }
    return !terms.empty() && add_terms(part, Means::Literal, weights::exact, terms, beginning);
  }

  void add_word(Part& part, const Unit& unit) const {
    constexpr std::size_t least_inner_prefix = 3;
    bool is_known = add_terms(part, Means::Literal, weights::exact, {text::term_key(unit.form)});
    if (unit.is_prefix && unit.form.size() == 1 && unit.form.front() >= 'a' && unit.form.front() <= 'z') {
      add_letter(part, unit.form);
      is_known = true;
    } else if (unit.is_prefix || (unit.form.size() >= least_inner_prefix && !text::is_function_word(unit.form))) {
      const float quality = unit.is_prefix ? weights::typed_prefix : weights::inner_prefix;
      for (const auto& [form, key] : forms_) {
        if (form == unit.form || !form.starts_with(unit.form) || text::is_function_word(form)) continue;
        const float share = static_cast<float>(unit.form.size()) / static_cast<float>(form.size());
        const float commonness = 1 - weight(key) / rarest_weight();
        is_known |= add_terms(part, Means::Other, quality * (weights::least_beginning + weights::typed_share * share + weights::commonness * commonness), {key});
      }
    }
    if (is_known && is_doubtful(unit.form)) add_fuzzy(part, unit.form, std::min(1U, forgiven_edits(unit.form)), false);
    if (is_known) return;
    bool is_found = add_split(part, unit.form);
    is_found |= add_fuzzy(part, unit.form, forgiven_edits(unit.form), unit.is_prefix);
    if (!is_found && !has_digit(unit.form) && unit.form.size() > 5) add_part_of_word(part, unit.form);
  }

  /// Adds the longest end of the word that is a word, or the longest beginning that words have.
  void add_part_of_word(Part& part, const std::string& form) const {
    for (std::size_t size = form.size() - 1; size >= std::max<std::size_t>(5, form.size() / 2); --size) {
      if (const auto end = forms_.find(form.substr(form.size() - size)); end != forms_.end()) {
        add_terms(part, Means::Other, weights::part_of_word, {end->second});
        return;
      }
      bool is_found = false;
      for (const auto& [other, key] : forms_) {
        if (other.starts_with(form.substr(0, size))) is_found |= add_terms(part, Means::Other, weights::part_of_word, {key});
      }
      if (is_found) return;
    }
  }

  /// Of one letter the words that start so are not told apart.
  void add_letter(Part& part, const std::string& letter) const {
    Reading reading{Means::Other, weights::typed_letter, weights::letter_weight, {}, {}};
    for (std::size_t i = 0; i < names_.size(); ++i) {
      for (const std::string& form : names_[i].forms) {
        if (form.starts_with(letter) && !text::is_function_word(form)) reading.names.insert(i);
      }
    }
    part.readings.push_back(std::move(reading));
  }

  bool add_split(Part& part, const std::string& form) const {
    bool is_found = false;
    for (std::size_t at = 3; at + 3 <= form.size(); ++at) {
      const std::string left = form.substr(0, at), right = form.substr(at);
      if (forms_.count(left) == 0 || forms_.count(right) == 0) continue;
      std::set<std::string> terms;
      for (const std::string& half : {left, right}) {
        if (half == "with" || !text::is_function_word(half)) terms.insert(text::term_key(half));
      }
      if (!terms.empty()) is_found |= add_terms(part, Means::Other, weights::split_word, terms);
    }
    return is_found;
  }

  bool add_fuzzy(Part& part, const std::string& typed, unsigned forgiven, bool is_prefix) const {
    bool is_found = false;
    for (const auto& [form, key] : forms_) {
      if (forgiven == 0 || has_digit(form)) continue;
      const auto matrix = edit_matrix(typed, form);
      const unsigned whole = matrix.back().back();
      const unsigned begun = *std::min_element(matrix.back().begin(), matrix.back().end());
      const bool is_whole = whole <= forgiven;
      if (!is_whole && !(is_prefix && begun <= forgiven)) continue;
      const unsigned slips = is_whole ? whole : begun;
      float quality = slips == 0 ? weights::inner_prefix : slips == 1 ? weights::one_edit : weights::two_edits;
      if (form.front() != typed.front()) quality *= 0.9F;
      if (!is_whole) quality *= 0.9F;
      is_found |= add_terms(part, Means::Other, quality, {key});
    }
    return is_found;
  }

  std::vector<Part> parts_of(const std::vector<Typed>& words) const {
    std::vector<Unit> units;
    for (std::size_t word = 0; word < words.size(); ++word) {
      const auto tokens = text::tokenize(words[word].text);
      for (std::size_t i = 0; i < tokens.size(); ++i) units.push_back({tokens[i].form, word, words[word].is_prefix && i + 1 == tokens.size()});
    }
    std::vector<Part> parts;
    bool is_negated = false;
    for (std::size_t at = 0; at < units.size();) {
      Part part;
      const std::size_t taken = read_part(part, words, units, at);
      const std::string& form = taken == 1 ? units[at].form : "";
      part.is_negator = form != "non" && is_negator_key(text::term_key(form));
      is_negated = (is_negated || part.is_negator) && form != "with" && form != "w" && form != "but";
      part.is_negated = is_negated && !part.is_negator;
      at += taken;
      weigh(part);
      if (part.is_negated) part.is_required = false;
      parts.push_back(std::move(part));
    }
    const bool has_required = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.is_required; });
    for (Part& part : parts) part.is_required |= !has_required;
    return parts;
  }

  /// Reads the part that starts at unit `at`; returns how many units it takes.
  std::size_t read_part(Part& part, const std::vector<Typed>& words, const std::vector<Unit>& units, std::size_t at) const {
    const Unit& unit = units[at];
    const bool starts_word = at == 0 || units[at - 1].word != unit.word;
    const std::string& typed = words[unit.word].text;
    if (starts_word && (words.size() == 1 || typed.size() >= 3) && add_code(part, typed)) {
      const auto count = static_cast<std::size_t>(std::count_if(units.begin(), units.end(), [&](const Unit& other) { return other.word == unit.word; }));
      if (count > 1) add_all_words(part, units, at, count);
      if (count == 1) add_word(part, unit);
      return count;
    }
    if (at + 1 < units.size() && !text::is_function_word(unit.form)) {
      const std::string joined = unit.form + units[at + 1].form;
      if (joined.size() >= 6 && forms_.count(joined) != 0) {
        add_all_words(part, units, at, 2);
        add_terms(part, Means::Other, weights::joined_word, {text::term_key(joined)});
        return 2;
      }
    }
    add_word(part, unit);
    part.is_required = !text::is_function_word(unit.form) && (unit.form == "non" || !is_negator_key(text::term_key(unit.form)));
    return 1;
  }

  /// How much of the query a part is: the weight of the words as typed, else of its strongest reading, else of the rarest.
  void weigh(Part& part) const {
    for (const Reading& reading : part.readings) part.importance = std::max(part.importance, reading.gain());
    for (const Reading& reading : part.readings) {
      if (reading.means != Means::Literal) continue;
      part.importance = reading.weight;
      break;
    }
    if (!part.is_required) part.importance *= weights::droppable_importance;
    if (part.readings.empty()) part.importance = rarest_weight();
  }

  /// Returns the reading that says most of a name: a code, else the one that gains most; or null.
  static const Reading* best_reading(const Part& part, std::size_t name) {
    const Reading* best = nullptr;
    const auto strength = [](const Reading& reading) { return reading.gain() + (reading.means == Means::ExactCode || reading.means == Means::CodePrefix ? 1'000.0F : 0.0F); };
    for (const Reading& reading : part.readings) {
      if (reading.names.count(name) != 0 && (best == nullptr || strength(reading) > strength(*best))) best = &reading;
    }
    return best;
  }

  /// Says whether `name` has the words of `reading` under a negator where the query has not, or the other way round.
  bool is_contrary(const Part& part, const Reading& reading, std::size_t name) const {
    const auto is_told = [](const std::string& term) { return !is_negator_key(term); };
    const auto told = static_cast<std::size_t>(std::count_if(reading.terms.begin(), reading.terms.end(), is_told));
    if (told == 0 || part.is_negator) return false;
    const bool is_so = std::any_of(reading.terms.begin(), reading.terms.end(), [&](const std::string& term) { return is_told(term) && names_[name].negated.count(term) != 0; });
    return is_so != (part.is_negated || told < reading.terms.size());
  }

  /// Is what one name of a concept is worth before the other names are looked at.
  struct Sum {
    float gain = 0, satisfaction = 0;
    bool is_complete = true, is_literal = true, is_met = false;
  };

  std::vector<Hit> score(const std::vector<Part>& parts, bool is_relaxed) const {
    std::vector<Hit> hits;
    const float least = is_relaxed ? least_share(parts) : 0;
    for (std::size_t first = 0; first < names_.size();) {
      std::size_t end = first;
      while (end < names_.size() && names_[end].number == names_[first].number) ++end;
      if (is_relaxed) {
        score_relaxed(parts, least, first, end, hits);
      } else {
        score_strict(parts, first, end, hits);
      }
      first = end;
    }
    return hits;
  }

  Sum sum_of(const std::vector<Part>& parts, std::size_t name, bool is_strict = false) const {
    Sum sum;
    for (const Part& part : parts) {
      const Reading* reading = best_reading(part, name);
      if (reading == nullptr || (is_strict && is_contrary(part, *reading, name))) {
        sum.is_complete &= !part.is_required;
        sum.is_literal &= !part.is_negated && !part.is_negator;
        continue;
      }
      sum.gain += reading->gain();
      sum.satisfaction += part.importance * reading->quality;
      sum.is_literal &= reading->means == Means::Literal;
      sum.is_met = true;
    }
    return sum;
  }

  static float importance_of(const std::vector<Part>& parts) {
    float importance = 0;
    for (const Part& part : parts) importance += part.importance;
    return importance;
  }

  float quality(std::size_t name, float satisfaction, float gain) const {
    const float use = weights::name_use[static_cast<std::size_t>(names_[name].use)];
    const float coverage = use * std::min(1.0F, gain / std::max(names_[name].weight, 1e-6F));
    return weights::satisfaction * use * std::min(1.0F, satisfaction) + weights::coverage * coverage + weights::prior * prior(names_[name].number);
  }

  void score_strict(const std::vector<Part>& parts, std::size_t first, std::size_t end, std::vector<Hit>& hits) const {
    float code_tier = 0;
    float all = 0;
    for (const Part& part : parts) {
      float best = 0;
      bool is_met = false;
      for (std::size_t name = first; name < end; ++name) {
        const Reading* reading = best_reading(part, name);
        if (reading == nullptr) continue;
        is_met = true;
        if (is_contrary(part, *reading, name)) continue;
        best = std::max(best, part.importance * reading->quality);
        if (reading->means == Means::ExactCode) code_tier = 4;
        if (reading->means == Means::CodePrefix) code_tier = std::max(code_tier, 3.0F);
      }
      if (part.is_required && !is_met) return;
      all += best;
    }
    float best_quality = weights::prior * prior(names_[first].number);
    float best_total = 1 + best_quality;
    for (std::size_t name = first; name < end; ++name) {
      const Sum sum = sum_of(parts, name, true);
      if (!sum.is_met) continue;
      float satisfaction = sum.satisfaction;
      if (!sum.is_complete) satisfaction += weights::other_name * std::max(0.0F, all - sum.satisfaction);
      const float value = quality(name, satisfaction / importance_of(parts), sum.gain);
      const bool is_exact = sum.is_complete && sum.is_literal && sum.gain >= 0.999F * names_[name].weight;
      const float total = (is_exact ? 2.0F : 1.0F) + value;
      if (total > best_total) {
        best_total = total;
        best_quality = value;
      }
    }
    hits.push_back({names_[first].number, code_tier > 0 ? code_tier + best_quality : best_total, false});
  }

  static constexpr float rounding = 1e-4F;
  static bool is_known(const Part& part) {
    return std::any_of(part.readings.begin(), part.readings.end(), [](const Reading& reading) { return !reading.names.empty(); });
  }

  float least_share(const std::vector<Part>& parts) const {
    float most = 0;
    for (std::size_t name = 0; name < names_.size(); ++name) most = std::max(most, sum_of(parts, name).satisfaction);
    float known = 0;
    for (const Part& part : parts) known += is_known(part) ? part.importance : 0;
    return std::min(most, weights::least_relaxed_share * known) / importance_of(parts);
  }

  void score_relaxed(const std::vector<Part>& parts, float least, std::size_t first, std::size_t end, std::vector<Hit>& hits) const {
    Hit best{names_[first].number, -1, false};
    for (std::size_t name = first; name < end; ++name) {
      const Sum sum = sum_of(parts, name);
      const float share = sum.satisfaction / importance_of(parts);
      if (!sum.is_met || share < least - rounding) continue;
      best.is_doubtful |= share < least + rounding;
      best.total = std::max(best.total, quality(name, share, sum.gain));
    }
    if (best.total >= 0) hits.push_back(best);
  }
};

}  // namespace medcode::testing
