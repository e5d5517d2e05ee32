// How may the word being typed go on?
//
// Exports suggest_completions and continues. Held by tests/search/search_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index.hpp"

namespace medcode::search {

/// Returns `query` with its last word completed, the words of most names first, each term once; empty when the query
/// ends in a blank or its last word is not the beginning of any.
std::vector<std::string> suggest_completions(const Index& index, std::string_view query, std::size_t limit);

/// Says whether `name` starts with the words of `query`, the last of which may be a beginning.
bool continues(std::string_view query, std::string_view name);

}  // namespace medcode::search
