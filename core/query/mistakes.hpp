// Does a query of the right shape also make sense?
//
// Exports the check for values out of range, unknown names and pieces that exclude each other. Whether a
// system or a code exists is for core/search to say. Held by tests/query/golden/mistakes.txt.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"

namespace medcode::query {

/// Returns the first mistake in the tree of `text`, in the order of the text, or none.
std::optional<Error> find_mistake(const Node& root, std::string_view text);

/// Returns the words, codes and names under `root`, as max_query_words counts them.
std::size_t count_words(const Node& root);

/// Returns the TooLarge error of a text of `text_size` bytes with `count` words.
Error too_many_words(std::size_t count, std::size_t text_size);

}  // namespace medcode::query
