// Which names contain a term, and which terms start so?
//
// Exports Index: the catalog with postings, made on opening by one counting sort over the name stream. A posting is the
// number of a name; as names lie concept by concept, postings are sorted by concept too. Held by tests/search/reference_search_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/column.hpp"
#include "core/catalog/catalog.hpp"
#include "core/catalog/companion.hpp"
#include "core/search/polarity.hpp"
#include "core/search/term_table.hpp"

namespace medcode::search {

/// Is a word as it is spelled in names, folded, and the term it is a form of.
struct Form {
  std::uint32_t begin = 0;  ///< in the text of all forms
  std::uint32_t size = 0;
  std::uint32_t term = 0;
  std::uint32_t letters = 0;  ///< set of the characters it contains, one bit a class, for quick comparison
};

/// Returns the set of characters of `form` as in Form::letters.
std::uint32_t letters_of(std::string_view form);

/// Is one of the widest chapters and the run of its concepts.
struct ChapterRun {
  const Group* chapter = nullptr;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

/// Is an opened catalog that can be searched. Immutable; safe to read from several threads.
class Index {
 public:
  /// Not inlined: the caller is compiled for size, what is done here once a name must be fast.
  [[gnu::noinline]] explicit Index(catalog::Catalog catalog);

  const catalog::Catalog& catalog() const { return catalog_; }
  std::uint32_t term_count() const { return static_cast<std::uint32_t>(weights_.size()); }

  /// Returns the term with this key (text::term_key), if any name has it.
  std::optional<std::uint32_t> find_term(std::string_view key) const { return terms_.find(key); }

  /// Returns the numbers of the names that contain `term`, ascending, each once.
  std::span<const std::uint32_t> postings(std::uint32_t term) const {
    return postings_.span().subspan(posting_offsets_[term], posting_offsets_[term + 1] - posting_offsets_[term]);
  }

  /// Returns how telling `term` is: ln(1 + names / names with it), at least 0.69. This is the idf of BM25 without its
  /// smoothing, so that a word of every name still counts a little.
  float weight(std::uint32_t term) const { return weights_[term]; }

  /// Returns the sum of the weights of the different terms of a name.
  float name_weight(std::uint32_t name) const { return name_weights_[name]; }

  /// Returns weights::name_use of the name divided by its weight: what a gain of one covers of it.
  float name_coverage(std::uint32_t name) const { return name_coverages_[name]; }

  /// Returns how usual a concept is by itself, in [0, 1] (weights.hpp).
  float prior(std::uint32_t number) const { return priors_[number]; }

  /// Returns all forms in byte order, and the text of one.
  std::span<const Form> forms() const { return forms_; }
  std::string_view text(const Form& form) const { return std::string_view(form_text_).substr(form.begin, form.size); }

  /// Returns the forms that start with `prefix`.
  std::span<const Form> forms_with_prefix(std::string_view prefix) const;

  /// Returns the form spelled exactly so, or null.
  const Form* find_form(std::string_view form) const;

  /// Returns the set of letters with which the words of a name begin, as letters_of gives it; function words left out.
  std::uint32_t initials(std::uint32_t name) const { return initials_[name]; }

  /// Returns the mappings and notes, or null while they are not loaded.
  const catalog::Companion* companion() const { return companion_ ? &*companion_ : nullptr; }
  void set_companion(catalog::Companion companion) { companion_ = std::move(companion); }

  std::span<const ChapterRun> chapters() const { return chapters_; }

  const Negations& negations() const { return negations_; }

  /// Returns the terms of a word of the catalog's word list.
  std::span<const std::uint32_t> terms_of_word(std::uint32_t word) const {
    return std::span(word_terms_).subspan(word_term_offsets_[word], word_term_offsets_[word + 1] - word_term_offsets_[word]);
  }

 private:
  static constexpr std::uint32_t not_one_term = 0xFFFFFFFFU;
  template <typename Visit>
  void for_each_term(std::uint32_t word, Visit visit) const;
  template <typename Visit>
  void for_each_name(Visit visit) const;
  void read_words();
  std::uint32_t term_of_form(std::string_view form, TermTable& numbers);
  void sort_forms(std::size_t sorted);
  void count_postings();
  void fill_postings();
  void fill_priors();

  catalog::Catalog catalog_;
  TermTable terms_;
  std::string form_text_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> word_terms_;
  std::vector<std::uint32_t> word_term_offsets_;
  std::vector<std::uint32_t> posting_offsets_;
  Column<std::uint32_t> postings_;
  std::vector<float> weights_;
  Column<float> name_weights_;
  Column<float> name_coverages_;
  std::vector<std::uint32_t> word_initials_;
  std::vector<std::uint32_t> only_terms_;  ///< of each word its only term, or not_one_term
  Column<std::uint32_t> initials_;
  std::vector<float> priors_;
  Negations negations_;
  std::vector<ChapterRun> chapters_;
  std::optional<catalog::Companion> companion_;
};

}  // namespace medcode::search
