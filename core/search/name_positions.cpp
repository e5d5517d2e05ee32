#include "core/search/name_positions.hpp"

#include <algorithm>
#include <vector>

#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

/// Says whether a word of the name at or after `from` (in terms), at most `reach` further, starts with `beginning`.
bool has_beginning_at(const Index& index, std::uint32_t name, std::size_t from, std::size_t reach, std::string_view beginning) {
  std::size_t position = 0;
  for (const std::uint32_t word : index.catalog().names().name(name)) {
    for (const text::Token& token : text::tokenize(index.catalog().words().word(word))) {
      if (position >= from && position <= from + reach && std::string_view(token.form).starts_with(beginning)) return true;
      ++position;
    }
  }
  return false;
}

}  // namespace

bool contains_phrase(const Index& index, std::uint32_t name, const PhrasePattern& pattern) {
  std::vector<std::uint32_t> sequence;
  for (const std::uint32_t word : index.catalog().names().name(name)) {
    const auto terms = index.terms_of_word(word);
    sequence.insert(sequence.end(), terms.begin(), terms.end());
  }
  for (std::size_t start = 0; start < sequence.size(); ++start) {
    if (sequence[start] != pattern.terms.front()) continue;
    std::size_t at = start;
    std::size_t slop = pattern.slop;
    bool is_match = true;
    for (std::size_t i = 1; i < pattern.terms.size() && is_match; ++i) {
      const auto first = sequence.begin() + static_cast<std::ptrdiff_t>(at) + 1;
      const auto end = sequence.begin() + static_cast<std::ptrdiff_t>(std::min(sequence.size(), at + 2 + slop));
      const auto found = std::find(first, end, pattern.terms[i]);
      is_match = found != end;
      if (!is_match) break;
      slop -= static_cast<std::size_t>(found - first);
      at = static_cast<std::size_t>(found - sequence.begin());
    }
    if (!is_match) continue;
    if (pattern.beginning.empty() || has_beginning_at(index, name, at + 1, slop, pattern.beginning)) return true;
  }
  return false;
}

bool has_word_with_prefix(const Index& index, std::uint32_t name, std::string_view beginning) {
  return has_beginning_at(index, name, 0, catalog::max_name_words, beginning);
}

}  // namespace medcode::search
