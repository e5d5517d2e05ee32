// Where in a name do terms stand?
//
// Exports contains_phrase and has_word_with_prefix, which read a name's words; called for few names only.
// Held by tests/search/reference_search_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/search/index.hpp"

namespace medcode::search {

/// Is a run of terms in order, optionally followed by a word that starts with `beginning`.
struct PhrasePattern {
  std::span<const std::uint32_t> terms;
  unsigned slop = 0;           ///< words in excess that may stand between
  std::string_view beginning;  ///< empty: none
};

bool contains_phrase(const Index& index, std::uint32_t name, const PhrasePattern& pattern);

/// Says whether a word of the name starts with `beginning`, folded.
bool has_word_with_prefix(const Index& index, std::uint32_t name, std::string_view beginning);

}  // namespace medcode::search
