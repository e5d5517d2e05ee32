// How is an index entry said in a line, and which codes does it lead to?
//
// Exports the phrase of an entry and the codes behind it, its own or those its reference leads to. Held by
// tests/sources/index_tree_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/sources/index_tree.hpp"

namespace medcode {

/// Bytes of a phrase: the longest official one has fewer than 250; more is no name any more.
inline constexpr std::size_t max_phrase_bytes = 1000;

/// Bytes up to which the modifiers in parentheses of an entry's own title stay in its phrase. They help
/// who types one of them; the long ones are lists that only cost.
inline constexpr std::size_t max_title_with_modifiers = 60;

/// References followed one after the other: official ones need three.
inline constexpr std::size_t max_reference_steps = 8;

/// Says how titles are joined: "Abscess, lung, due to amebae" or, in the table of drugs, "Acetic acid".
enum class PathStyle { Index, Substance };

/// Returns the phrase of an entry from its main term down. `first` leaves out that many titles at the top.
std::string phrase_of(const IndexTree& tree, std::size_t number, PathStyle style, std::size_t first = 0);

/// Returns the sentence for a refusal of a phrase beyond max_phrase_bytes.
std::string too_long_phrase(std::string_view phrase);

/// Is what an entry leads to: its codes, or the reason why there are none.
struct IndexTarget {
  std::vector<IndexCode> codes;
  std::string_view reason;
};

/// Returns the codes of the entry, or those of the entry its "see" leads to, followed further if need be.
IndexTarget target_of(const IndexTree& tree, std::size_t number);

}  // namespace medcode
