// What did the person mean when the query could not be understood?
//
// Exports the plain reading: all words of the text, its operators and field names left out. It never fails.
// Held by tests/query/golden/plain_reading.txt.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/query/ast.hpp"

namespace medcode::query {

/// Is the plain reading of a text.
struct PlainReading {
  Node root;                   ///< All, a Word, or an And of at most max_query_words Words
  std::size_t word_count = 0;  ///< words of the text, also those beyond the limit
};

/// Reads `text` as nothing but words. With `is_typing` a word that ends the text is a prefix.
PlainReading read_plainly(std::string_view text, bool is_typing);

}  // namespace medcode::query
