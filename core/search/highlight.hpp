// How is a name shown, and which parts of it answer the query?
//
// Exports read_name: the text of a name with the byte ranges of the words that a segment is about; of a word that was only
// begun, its beginning. The index knows the terms of a name's words: nothing is folded or stemmed again, but the few words
// that are not one plain form. Held by tests/search/search_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/query/ast.hpp"
#include "core/search/index.hpp"
#include "core/search/segment.hpp"

namespace medcode::search {

/// Is the text of a name and what of it is marked.
struct ShownName {
  std::string text;
  std::vector<query::Span> spans;  ///< ascending, none empty, none overlapping
};

/// Requires: name < index.catalog().name_count().
ShownName read_name(const Index& index, std::span<const Segment> segments, std::uint32_t name);

}  // namespace medcode::search
