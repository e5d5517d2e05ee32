// Which parts of a name answer the query?
//
// Exports highlight: the byte ranges of the words of a text that a segment is about; of a word that was only begun, its
// beginning. Held by tests/search/search_test.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/query/ast.hpp"
#include "core/search/index.hpp"
#include "core/search/segment.hpp"

namespace medcode::search {

/// Returns the ranges, ascending, none empty, none overlapping.
std::vector<query::Span> highlight(const Index& index, std::span<const Segment> segments, std::string_view text);

}  // namespace medcode::search
