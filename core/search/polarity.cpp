#include "core/search/polarity.hpp"

#include <algorithm>
#include <array>

#include "core/search/index.hpp"
#include "core/search/segment.hpp"
#include "core/text/key.hpp"

namespace medcode::search {
namespace {

constexpr std::array<std::string_view, 5> negators = {"without", "no", "not", "except", "excluding"};
constexpr std::size_t reach = 8;  // terms

bool has(std::span<const std::uint32_t> terms, std::uint32_t term) { return std::find(terms.begin(), terms.end(), term) != terms.end(); }

/// A mark that stands alone is written with a blank before it (FORMAT.md).
bool ends_reach(std::string_view word) {
  if (word.starts_with(' ')) word.remove_prefix(1);
  return word == "," || word == ";" || word == "with" || word == "WITH" || word == "With";
}

}  // namespace

bool is_negator(std::string_view form) { return std::find(negators.begin(), negators.end(), form) != negators.end(); }

void Negations::fill(const Index& index) {
  names_.assign(index.catalog().name_count(), false);
  const auto add = [&](std::string_view word, std::vector<std::uint32_t>& terms) {
    if (const auto term = index.find_term(text::term_key(word))) terms.push_back(*term);
  };
  for (const std::string_view word : negators) add(word, negators_);
  for (const std::string_view word : {"or", "and"}) add(word, either_);
  if (const auto term = index.find_term(text::term_key("non"))) negators_.push_back(non_ = *term);
  for (const std::uint32_t term : negators_) {
    for (const std::uint32_t name : index.postings(term)) names_[name] = true;
  }
}

bool Negations::is_negator(std::uint32_t term) const { return has(negators_, term); }

bool Negations::negates(const Index& index, std::uint32_t name, std::span<const std::uint32_t> terms) const {
  std::size_t left = 0;
  bool is_after_either = false;
  for (const std::uint32_t word : index.catalog().names().name(name)) {
    if (left > 0 && ends_reach(index.catalog().words().word(word))) left = 0;
    for (const std::uint32_t term : index.terms_of_word(word)) {
      const bool negates_next = is_negator(term);
      if (left > 0 && !negates_next && has(terms, term)) return true;
      left -= left > 0 ? 1 : 0;
      if (negates_next && !is_after_either) left = term == non_ ? 1 : reach;
      is_after_either = has(either_, term);
    }
  }
  return false;
}

bool is_contrary(const Index& index, const Segment& segment, const Alternative& alternative, std::uint32_t name) {
  const Negations& negations = index.negations();
  if (!segment.is_negated && !negations.is_in(name)) return false;
  if (alternative.kind <= MatchKind::CodePrefix || alternative.term_count == 0 || segment.is_negator) return false;
  const auto all = std::span(segment.terms).subspan(alternative.first_term, alternative.term_count);
  const auto told_negators = std::count_if(all.begin(), all.end(), [&](std::uint32_t term) { return negations.is_negator(term); });
  if (static_cast<std::size_t>(told_negators) == all.size()) return false;
  const bool is_wanted = segment.is_negated || told_negators != 0;
  return is_wanted != (negations.is_in(name) && negations.negates(index, name, all));
}

}  // namespace medcode::search
