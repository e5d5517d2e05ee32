#include "core/search/index.hpp"

#include <algorithm>
#include <cmath>

#include "core/search/filters.hpp"
#include "core/search/order.hpp"
#include "core/search/weights.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {

std::uint32_t letters_of(std::string_view form) {
  std::uint32_t letters = 0;
  for (const char c : form) {
    if (c >= 'a' && c <= 'z') {
      letters |= 1U << (c - 'a');
    } else if (c >= '0' && c <= '9') {
      letters |= 1U << (26 + (c - '0') / 2);
    } else {
      letters |= 1U << 31;
    }
  }
  return letters;
}

Index::Index(catalog::Catalog catalog) : catalog_(std::move(catalog)), terms_(catalog_.words().size()) {
  read_words();
  sort_forms();
  count_postings();
  fill_postings();
  fill_priors();
  negations_.fill(*this);
  for (const Group& group : catalog_.groups()) {
    const auto [first, end] = concepts_of(catalog_, group);
    if (group.parent.empty() && first < end) chapters_.push_back({&group, first, end});
  }
}

void Index::read_words() {
  const catalog::WordList& words = catalog_.words();
  std::vector<text::Token> tokens;
  std::string key;
  word_term_offsets_.reserve(words.size() + 1);
  word_term_offsets_.push_back(0);
  word_initials_.reserve(words.size());
  only_terms_.reserve(words.size());
  word_terms_.reserve(words.size() + words.size() / 4);
  forms_.reserve(words.size() + words.size() / 4);
  form_text_.reserve(words.text.size());
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::size_t count = text::tokenize(words.word(word), tokens);
    std::uint32_t initials = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& form = tokens[i].form;
      text::term_key(form, key);
      const std::uint32_t term = terms_.number(key);
      word_terms_.push_back(term);
      forms_.push_back({static_cast<std::uint32_t>(form_text_.size()), static_cast<std::uint32_t>(form.size()), term, letters_of(form)});
      form_text_ += form;
      if (!text::is_function_word(form)) initials |= letters_of(std::string_view(form).substr(0, 1));
    }
    word_initials_.push_back(initials);
    only_terms_.push_back(count == 1 ? word_terms_.back() : not_one_term);
    word_term_offsets_.push_back(static_cast<std::uint32_t>(word_terms_.size()));
  }
}

void Index::sort_forms() {
  // Most forms differ in their first eight bytes, so those are sorted as one number, and each run of equal ones by itself.
  const auto head_of = [this](const Form& form) {
    std::uint64_t head = 0;
    for (std::uint32_t i = 0; i < 8; ++i) head = head << 8 | (i < form.size ? static_cast<std::uint8_t>(form_text_[form.begin + i]) : 0U);
    return head;
  };
  const auto is_before = [this](const Form& a, const Form& b) { return text(a) != text(b) ? text(a) < text(b) : a.begin < b.begin; };
  order_by(forms_, head_of);
  for (auto run = forms_.begin(); run != forms_.end();) {
    const auto end = std::find_if(run, forms_.end(), [head = head_of(*run), &head_of](const Form& form) { return head_of(form) != head; });
    std::make_heap(run, end, is_before);
    std::sort_heap(run, end, is_before);
    run = end;
  }
  forms_.erase(std::unique(forms_.begin(), forms_.end(), [this](const Form& a, const Form& b) { return text(a) == text(b); }), forms_.end());
  forms_.shrink_to_fit();
}

/// Nearly all words have one term, and a name is walked over twice on opening: this spares two loads a word.
template <typename Visit>
void Index::for_each_term(std::uint32_t word, Visit visit) const {
  if (const std::uint32_t only = only_terms_[word]; only != not_one_term) {
    visit(only);
    return;
  }
  for (const std::uint32_t term : terms_of_word(word)) visit(term);
}

void Index::count_postings() {
  const catalog::NameTable& names = catalog_.names();
  std::vector<std::uint32_t> last_name(terms_.size(), 0xFFFFFFFFU);
  posting_offsets_.assign(terms_.size() + 1, 0);
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    for (const std::uint32_t word : names.name(name)) {
      for_each_term(word, [&](std::uint32_t term) {
        posting_offsets_[term + 1] += last_name[term] != name ? 1U : 0U;
        last_name[term] = name;
      });
    }
  }
  weights_.resize(terms_.size());
  const auto name_count = static_cast<float>(names.size());
  for (std::size_t term = 0; term < weights_.size(); ++term) {
    weights_[term] = std::log(1.0F + name_count / static_cast<float>(std::max(posting_offsets_[term + 1], 1U)));
  }
  for (std::size_t term = 0; term < weights_.size(); ++term) posting_offsets_[term + 1] += posting_offsets_[term];
}

void Index::fill_postings() {
  /// Keeps what belongs to a term on one cache line.
  struct Filling {
    std::uint32_t last_name;
    std::uint32_t next;
    float weight;
  };
  const catalog::NameTable& names = catalog_.names();
  std::vector<Filling> fillings(terms_.size());
  for (std::size_t term = 0; term < fillings.size(); ++term) fillings[term] = {0xFFFFFFFFU, posting_offsets_[term], weights_[term]};
  postings_.resize(posting_offsets_.back());
  name_weights_.resize(names.size());
  name_coverages_.resize(names.size());
  initials_.resize(names.size());
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    float sum = 0;
    std::uint32_t initials = 0;
    for (const std::uint32_t word : names.name(name)) {
      initials |= word_initials_[word];
      for_each_term(word, [&](std::uint32_t term) {
        Filling& filling = fillings[term];
        if (filling.last_name == name) return;
        filling.last_name = name;
        postings_[filling.next++] = name;
        sum += filling.weight;
      });
    }
    name_weights_[name] = sum;
    initials_[name] = initials;
    name_coverages_[name] = weights::name_use[static_cast<std::size_t>(catalog_.name_use(name))] / std::max(sum, weights::least_name_weight);
  }
}

namespace {

/// Says whether a code of ICD-10-CM is that of a later encounter or a sequela: S82.202D.
bool is_later_encounter(std::string_view code) {
  constexpr std::size_t full_size = 8;  // seven characters and the point
  return code.size() == full_size && code.back() >= 'D' && code.back() <= 'S';
}


/// Returns what is taken off the prior of a code because of the kind of code that its spelling shows.
float deduction_of(std::string_view system, std::string_view code) {
  if (system == "icd10cm") {
    if (code.starts_with('Q')) return weights::congenital_prior;
    return is_later_encounter(code) ? weights::later_encounter_prior : 0.0F;
  }
  if (system == "icd9cm" || system == "icd9proc") return weights::superseded_prior;
  const bool is_measure = system == "hcpcs" && (code.starts_with("G8") || code.starts_with("G9") || code.starts_with("M1"));
  return is_measure ? weights::measure_prior : 0.0F;
}

}  // namespace

void Index::fill_priors() {
  priors_.reserve(catalog_.concept_count());
  for (std::uint32_t number = 0; number < catalog_.concept_count(); ++number) {
    float prior = weights::usage_prior * static_cast<float>(catalog_.usage(number)) / 255.0F;
    if (catalog_.status(number) == Status::Active) prior += weights::active_prior;
    if (catalog_.billing(number) == Billing::Billable) prior += weights::billable_prior;
    if (catalog_.has_article(number)) prior += weights::article_prior;
    const std::string& system = catalog_.systems()[catalog_.system_of(number)].system.id;
    priors_.push_back(std::max(0.0F, prior - deduction_of(system, catalog_.code(number))));
  }
}

std::span<const Form> Index::forms_with_prefix(std::string_view prefix) const {
  const auto first = std::lower_bound(forms_.begin(), forms_.end(), prefix, [this](const Form& form, std::string_view wanted) { return text(form) < wanted; });
  const auto end = std::upper_bound(first, forms_.end(), prefix, [this](std::string_view wanted, const Form& form) {
    return wanted < text(form).substr(0, wanted.size());
  });
  return std::span(forms_).subspan(static_cast<std::size_t>(first - forms_.begin()), static_cast<std::size_t>(end - first));
}

const Form* Index::find_form(std::string_view form) const {
  const std::span<const Form> forms = forms_with_prefix(form);
  return !forms.empty() && text(forms.front()) == form ? &forms.front() : nullptr;
}

}  // namespace medcode::search
