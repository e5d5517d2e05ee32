// Which words does every name of some plain Concepts have?
//
// Exports ReferenceNames, the names as lists of words and terms with the sets that need no score: phrases, forms, systems;
// and edit_matrix, the distance of two words as it is defined. The base of tests/support/reference_search.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/catalog/usage_scale.hpp"
#include "core/search/weights.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"
#include "tests/support/catalog_content.hpp"
#include "tests/support/reference_polarity.hpp"

namespace medcode::testing {

namespace weights = search::weights;

/// Returns the slips between `a` and `b` by the whole matrix: insert, delete, replace, swap of neighbours. Row i, column j
/// is the distance of the first i bytes of `a` to the first j of `b`.
inline std::vector<std::vector<unsigned>> edit_matrix(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> matrix(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        matrix[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      matrix[i][j] = std::min({matrix[i - 1][j] + 1, matrix[i][j - 1] + 1, matrix[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) matrix[i][j] = std::min(matrix[i][j], matrix[i - 2][j - 2] + 1);
    }
  }
  return matrix;
}

inline bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

/// Returns how many slips are forgiven in a word.
inline unsigned forgiven_edits(std::string_view form) { return form.size() < 4 || has_digit(form) ? 0 : form.size() < 8 ? 1 : 2; }

class ReferenceNames {
 public:
  using Numbers = std::set<std::uint32_t>;

  explicit ReferenceNames(const TestContent& content) : content_(content) {
    for (std::uint32_t number = 0; number < content.concepts.size(); ++number) {
      const Concept& entry = content.concepts[number];
      add_name(number, DesignationUse::Display, entry.display);
      for (const Designation& designation : entry.designations) {
        if (catalog::is_searchable(entry.system, designation.use)) add_name(number, designation.use, designation.text);
      }
    }
    for (const Name& name : names_) {
      for (const std::string& term : name.terms) ++names_with_[term];
      for (std::size_t i = 0; i < name.forms.size(); ++i) forms_[name.forms[i]] = name.keys[i];
    }
    for (Name& name : names_) {
      for (const std::string& term : name.terms) name.weight += weight(term);
    }
  }

  /// Returns the concepts with a name in which these words stand in this order, at most `slop` others between them.
  Numbers with_phrase(std::string_view phrase, std::size_t slop) const {
    std::vector<std::string> wanted;
    for (const text::Token& token : text::tokenize(phrase)) wanted.push_back(text::term_key(token.form));
    return concepts_where([&](const Name& name) {
      for (std::size_t at = 0; at < name.keys.size(); ++at) {
        if (has_run(name.keys, at, wanted, 0, slop)) return true;
      }
      return false;
    });
  }

  /// Returns the concepts with a word of which a form is accepted.
  Numbers with_form(const std::function<bool(std::string_view)>& is_meant) const {
    std::set<std::string> terms;
    for (const auto& [form, key] : forms_) {
      if (is_meant(form)) terms.insert(key);
    }
    return concepts_where([&](const Name& name) { return std::any_of(name.terms.begin(), name.terms.end(), [&](const std::string& term) { return terms.count(term) != 0; }); });
  }

  /// Returns the concepts with this word itself, in any of its forms.
  Numbers with_word(std::string_view word) const {
    return concepts_where([key = text::term_key(word)](const Name& name) { return name.terms.count(key) != 0; });
  }

  Numbers of_system(std::string_view system) const {
    Numbers numbers;
    for (std::uint32_t i = 0; i < content_.concepts.size(); ++i) {
      if (content_.concepts[i].system == system) numbers.insert(i);
    }
    return numbers;
  }

 protected:
  struct Name {
    std::uint32_t number = 0;
    DesignationUse use = DesignationUse::Display;
    std::vector<std::string> forms, keys;
    std::set<std::string> terms, negated;
    float weight = 0;
  };

  static bool has_run(const std::vector<std::string>& keys, std::size_t at, const std::vector<std::string>& wanted, std::size_t place, std::size_t slop) {
    if (at >= keys.size() || keys[at] != wanted[place]) return false;
    if (place + 1 == wanted.size()) return true;
    for (std::size_t between = 0; between <= slop; ++between) {
      if (has_run(keys, at + 1 + between, wanted, place + 1, slop - between)) return true;
    }
    return false;
  }

  void add_name(std::uint32_t number, DesignationUse use, std::string_view text) {
    Name name{number, use, {}, {}, {}, negated_keys(text), 0};
    for (const text::Token& token : text::tokenize(text)) {
      name.forms.push_back(token.form);
      name.keys.push_back(text::term_key(token.form));
    }
    name.terms.insert(name.keys.begin(), name.keys.end());
    names_.push_back(std::move(name));
  }

  float weight(const std::string& term) const { return std::log(1.0F + static_cast<float>(names_.size()) / static_cast<float>(names_with_.at(term))); }
  float rarest_weight() const { return std::log(1.0F + static_cast<float>(names_.size())); }

  float prior(std::uint32_t number) const {
    const Concept& entry = content_.concepts[number];
    float prior = weights::usage_prior * static_cast<float>(catalog::usage_to_scale(entry.usage)) / 255.0F;
    if (entry.status == Status::Active) prior += weights::active_prior;
    if (entry.billing == Billing::Billable) prior += weights::billable_prior;
    if (std::count(content_.with_article.begin(), content_.with_article.end(), number) != 0) prior += weights::article_prior;
    return prior;
  }

  /// Says whether a known word is so rare that it may be a slip all the same.
  bool is_doubtful(const std::string& form) const {
    const auto found = names_with_.find(text::term_key(form));
    if (form.size() < 5 || found == names_with_.end()) return false;
    return found->second < 4 || (found->second < 60 && forms_.count(form) == 0);
  }

  template <typename Condition>
  Numbers concepts_where(Condition condition) const {
    Numbers numbers;
    for (const Name& name : names_) {
      if (condition(name)) numbers.insert(name.number);
    }
    return numbers;
  }

  const TestContent& content_;
  std::vector<Name> names_;
  std::map<std::string, std::size_t> names_with_;
  std::map<std::string, std::string> forms_;  ///< every form and its key
};

}  // namespace medcode::testing
