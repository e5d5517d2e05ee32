// Does a name say the contrary of what is asked, read plainly?
//
// Exports negated_keys, for tests/support/reference_search.hpp: core/search/polarity.hpp once more, over text.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::testing {

/// Says whether the key of a word is that of a negator.
inline bool is_negator_key(const std::string& key) {
  for (const std::string_view word : {"without", "no", "not", "except", "excluding", "non"}) {
    if (text::term_key(word) == key) return true;
  }
  return false;
}

/// Returns the keys of the words of `name` that stand under a negator.
inline std::set<std::string> negated_keys(std::string_view name) {
  std::set<std::string> negated;
  std::size_t left = 0;
  std::size_t gap_begin = 0;
  bool is_after_either = false;
  for (const text::Token& token : text::tokenize(name)) {
    const std::string_view gap = name.substr(gap_begin, token.begin - gap_begin);
    gap_begin = token.end;
    const bool has_mark = gap.find_first_of(",;") != std::string_view::npos && gap.find(' ') != std::string_view::npos;
    if (has_mark || token.form == "with") left = 0;
    const std::string key = text::term_key(token.form);
    if (left > 0) {
      negated.insert(key);
      --left;
    }
    if (is_negator_key(key) && !is_after_either) left = key == "non" ? 1 : 8;
    is_after_either = token.form == "or" || token.form == "and";
  }
  return negated;
}

}  // namespace medcode::testing
