// Does a word match a pattern with * and ? ?
//
// Exports matches_wildcard; linear in word times stars, no recursion. Held by tests/search/wildcard_test.cpp.
#pragma once

#include <string_view>

namespace medcode::search {

/// Says whether all of `text` matches `pattern`: * stands for any run of characters, ? for any one.
bool matches_wildcard(std::string_view pattern, std::string_view text);

}  // namespace medcode::search
