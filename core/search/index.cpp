#include "core/search/index.hpp"

#include <algorithm>
#include <cmath>

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

Index::Index(catalog::Catalog catalog) : catalog_(std::move(catalog)) {
  read_words();
  sort_forms();
  count_postings();
  fill_postings();
}

void Index::read_words() {
  const catalog::WordList& words = catalog_.words();
  std::vector<text::Token> tokens;
  std::string key;
  terms_.reserve(words.size());
  word_term_offsets_.reserve(words.size() + 1);
  word_term_offsets_.push_back(0);
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::size_t count = text::tokenize(words.word(word), tokens);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& form = tokens[i].form;
      text::term_key(form, key);
      const std::uint32_t term = terms_.emplace(key, static_cast<std::uint32_t>(terms_.size())).first->second;
      word_terms_.push_back(term);
      forms_.push_back({static_cast<std::uint32_t>(form_text_.size()), static_cast<std::uint32_t>(form.size()), term, letters_of(form)});
      form_text_ += form;
    }
    word_term_offsets_.push_back(static_cast<std::uint32_t>(word_terms_.size()));
  }
}

void Index::sort_forms() {
  std::sort(forms_.begin(), forms_.end(), [this](const Form& a, const Form& b) { return text(a) < text(b); });
  forms_.erase(std::unique(forms_.begin(), forms_.end(), [this](const Form& a, const Form& b) { return text(a) == text(b); }), forms_.end());
  forms_.shrink_to_fit();
}

void Index::count_postings() {
  const catalog::NameTable& names = catalog_.names();
  std::vector<std::uint32_t> last_name(terms_.size(), 0xFFFFFFFFU);
  posting_offsets_.assign(terms_.size() + 1, 0);
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    for (const std::uint32_t word : names.name(name)) {
      for (const std::uint32_t term : terms_of_word(word)) {
        if (last_name[term] == name) continue;
        last_name[term] = name;
        ++posting_offsets_[term + 1];
      }
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
  const catalog::NameTable& names = catalog_.names();
  std::vector<std::uint32_t> last_name(terms_.size(), 0xFFFFFFFFU);
  std::vector<std::uint32_t> next(posting_offsets_.begin(), posting_offsets_.end() - 1);
  postings_.resize(posting_offsets_.back());
  name_weights_.resize(names.size());
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    float sum = 0;
    for (const std::uint32_t word : names.name(name)) {
      for (const std::uint32_t term : terms_of_word(word)) {
        if (last_name[term] == name) continue;
        last_name[term] = name;
        postings_[next[term]++] = name;
        sum += weights_[term];
      }
    }
    name_weights_[name] = sum;
  }
}

std::optional<std::uint32_t> Index::find_term(const std::string& key) const {
  const auto found = terms_.find(key);
  return found == terms_.end() ? std::nullopt : std::optional(found->second);
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
