// How does an index come into being? Words become forms and terms, names become postings and weights.
//
// A name shares its first words with the name before (name_table.hpp), and so what was found out about them: which terms
// they are, and which of those stood there before.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/search/filters.hpp"
#include "core/search/index.hpp"
#include "core/search/weights.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {

Index::Index(catalog::Catalog catalog) : catalog_(std::move(catalog)), terms_(catalog_.words().size()) {
  read_words();
  count_postings();
  fill_postings();
  fill_priors();
  negations_.fill(*this);
  for (const Group& group : catalog_.groups()) {
    if (!group.parent.empty()) continue;
    const auto [first, end] = concepts_of(catalog_, group);
    if (first < end) chapters_.push_back({&group, first, end});
  }
}

namespace {

/// Returns what a word with this form adds to the initials of a name.
std::uint32_t initial_of(std::string_view form) { return form.empty() || text::is_function_word(form) ? 0 : letters_of(form.substr(0, 1)); }

}  // namespace

/// Takes over the forms of plain words as they stand; the terms of other words are looked up form by form.
void Index::read_words() {
  const catalog::WordList& words = catalog_.words();
  TermTable numbers(words.forms.size());  // of forms
  form_text_ = words.forms.text;
  forms_.reserve(words.forms.size() + words.forms.size() / 8);
  for (std::uint32_t i = 0; i < words.forms.size(); ++i) {
    const std::string_view form = words.forms.at(i);
    numbers.number(form);
    forms_.push_back({words.forms.offsets[i], static_cast<std::uint32_t>(form.size()), terms_.number(words.keys.at(i)), letters_of(form)});
  }
  word_term_offsets_.reserve(words.size() + 1);
  word_term_offsets_.push_back(0);
  word_initials_.reserve(words.size());
  only_terms_.reserve(words.size());
  word_terms_.reserve(words.size() + words.size() / 4);
  std::vector<text::Token> tokens;
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    std::uint32_t initials = 0;
    if (const std::uint32_t number = words.form_of_word[word]; number != catalog::WordList::no_form) {
      word_terms_.push_back(forms_[number].term);
      initials = initial_of(words.forms.at(number));
    } else {
      const std::size_t count = text::tokenize(words.word(word), tokens);
      for (const text::Token& token : std::span(tokens).first(count)) {
        word_terms_.push_back(term_of_form(token.form, numbers));
        initials |= initial_of(token.form);
      }
    }
    word_initials_.push_back(initials);
    only_terms_.push_back(word_terms_.size() - word_term_offsets_.back() == 1 ? word_terms_.back() : not_one_term);
    word_term_offsets_.push_back(static_cast<std::uint32_t>(word_terms_.size()));
  }
  sort_forms(words.forms.size());
}

/// Returns the term of a form within a word of several or of another spelling; a form that no plain word has is kept.
std::uint32_t Index::term_of_form(std::string_view form, TermTable& numbers) {
  const std::uint32_t number = numbers.number(form);
  if (number < forms_.size()) return forms_[number].term;
  const std::uint32_t term = terms_.number(text::term_key(form));
  forms_.push_back({static_cast<std::uint32_t>(form_text_.size()), static_cast<std::uint32_t>(form.size()), term, letters_of(form)});
  form_text_ += form;
  return term;
}

/// Sorts the forms behind the first `sorted`, which are, in among them.
void Index::sort_forms(std::size_t sorted) {
  std::vector<Form> others(forms_.begin() + static_cast<std::ptrdiff_t>(sorted), forms_.end());
  forms_.resize(sorted);
  const auto is_before = [this](const Form& a, const Form& b) { return text(a) < text(b); };
  std::make_heap(others.begin(), others.end(), is_before);
  std::sort_heap(others.begin(), others.end(), is_before);
  std::vector<Form> merged;
  merged.reserve(forms_.size() + others.size());
  std::merge(forms_.begin(), forms_.end(), others.begin(), others.end(), std::back_inserter(merged), is_before);
  forms_ = std::move(merged);
}

/// Nearly all words have one term: this spares two loads a word.
template <typename Visit>
void Index::for_each_term(std::uint32_t word, Visit visit) const {
  if (const std::uint32_t only = only_terms_[word]; only != not_one_term) {
    visit(only);
    return;
  }
  for (const std::uint32_t term : terms_of_word(word)) visit(term);
}

/// Calls visit(name, terms, kept, initials) for each name with its different terms in order; the first `kept` of them stand
/// already in the words it shares with the start of the name before, and are not looked up again.
template <typename Visit>
void Index::for_each_name(Visit visit) const {
  struct Beginning {
    std::uint32_t terms = 0;  ///< how many different ones
    std::uint32_t initials = 0;
  };
  const catalog::NameTable& names = catalog_.names();
  std::vector<std::uint32_t> terms(terms_.size());
  std::vector<std::uint32_t> places(terms_.size());  // of a term in `terms`, if it stands there
  std::vector<Beginning> beginnings(catalog::max_name_words + 1);
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    const std::span<const std::uint32_t> words = names.name(name);
    std::size_t k = names.shared[name].prefix;
    Beginning at = beginnings[k];
    const std::uint32_t kept = at.terms;
    for (; k < words.size(); beginnings[++k] = at) {
      at.initials |= word_initials_[words[k]];
      for_each_term(words[k], [&](std::uint32_t term) {
        if (places[term] < at.terms && terms[places[term]] == term) return;
        places[term] = at.terms;
        terms[at.terms++] = term;
      });
    }
    visit(name, std::span<const std::uint32_t>(terms).first(at.terms), kept, at.initials);
  }
}

void Index::count_postings() {
  posting_offsets_.assign(terms_.size() + 1, 0);
  for_each_name([this](std::uint32_t, std::span<const std::uint32_t> terms, std::uint32_t, std::uint32_t) {
    for (const std::uint32_t term : terms) ++posting_offsets_[term + 1];
  });
  weights_.resize(terms_.size());
  const auto name_count = static_cast<float>(catalog_.name_count());
  for (std::size_t term = 0; term < weights_.size(); ++term) {
    weights_[term] = std::log(1.0F + name_count / static_cast<float>(std::max(posting_offsets_[term + 1], 1U)));
  }
  for (std::size_t term = 0; term < weights_.size(); ++term) posting_offsets_[term + 1] += posting_offsets_[term];
}

void Index::fill_postings() {
  const std::size_t name_count = catalog_.name_count();
  std::vector<std::uint32_t> next(posting_offsets_.begin(), posting_offsets_.end() - 1);
  std::vector<float> sums(terms_.size() + 1);  // of the weights of so many terms of the name at hand
  postings_ = Column<std::uint32_t>(posting_offsets_.back());
  name_weights_ = Column<float>(name_count);
  name_coverages_ = Column<float>(name_count);
  initials_ = Column<std::uint32_t>(name_count);
  for_each_name([&](std::uint32_t name, std::span<const std::uint32_t> terms, std::uint32_t kept, std::uint32_t initials) {
    for (const std::uint32_t term : terms) postings_[next[term]++] = name;
    for (std::size_t i = kept; i < terms.size(); ++i) sums[i + 1] = sums[i] + weights_[terms[i]];
    const float sum = sums[terms.size()];
    name_weights_[name] = sum;
    initials_[name] = initials;
    name_coverages_[name] = weights::name_use[static_cast<std::size_t>(catalog_.name_use(name))] / std::max(sum, weights::least_name_weight);
  });
}

namespace {

/// Says whether a code of ICD-10-CM is that of a later encounter or a sequela: S82.202D.
bool is_later_encounter(std::string_view code) {
  constexpr std::size_t full_size = 8;  // seven characters and the point
  return code.size() == full_size && code.back() >= 'D' && code.back() <= 'S';
}

/// Says what is taken off the prior of a code because of the kind of code that its spelling shows.
enum class CodeKinds { None, Icd10cm, Superseded, Hcpcs };

CodeKinds code_kinds_of(std::string_view system) {
  if (system == "icd10cm") return CodeKinds::Icd10cm;
  if (system == "icd9cm" || system == "icd9proc") return CodeKinds::Superseded;
  return system == "hcpcs" ? CodeKinds::Hcpcs : CodeKinds::None;
}

float deduction_of(CodeKinds kinds, std::string_view code) {
  if (kinds == CodeKinds::Icd10cm) {
    if (code.starts_with('Q')) return weights::congenital_prior;
    return is_later_encounter(code) ? weights::later_encounter_prior : 0.0F;
  }
  if (kinds == CodeKinds::Superseded) return weights::superseded_prior;
  const bool is_measure = kinds == CodeKinds::Hcpcs && (code.starts_with("G8") || code.starts_with("G9") || code.starts_with("M1"));
  return is_measure ? weights::measure_prior : 0.0F;
}

}  // namespace

void Index::fill_priors() {
  priors_.reserve(catalog_.concept_count());
  for (const catalog::SystemRun& run : catalog_.systems()) {
    const CodeKinds kinds = code_kinds_of(run.system.id);
    for (std::uint32_t number = run.first; number < run.end; ++number) {
      float prior = weights::usage_prior * static_cast<float>(catalog_.usage(number)) / 255.0F;
      if (catalog_.status(number) == Status::Active) prior += weights::active_prior;
      if (catalog_.billing(number) == Billing::Billable) prior += weights::billable_prior;
      if (catalog_.has_article(number)) prior += weights::article_prior;
      priors_.push_back(std::max(0.0F, prior - deduction_of(kinds, catalog_.code(number))));
    }
  }
}

}  // namespace medcode::search
