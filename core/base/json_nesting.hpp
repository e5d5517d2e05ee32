// How deep does JSON from outside nest?
//
// Exports find_nesting_beyond: whoever walks or prints a tree by recursion needs a bound on its stack before it is made.
// Held by tests/sources/bounded_json_test.cpp and tests/api/details_json_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace medcode {

/// Returns the offset of the first bracket that opens more than `depth` levels, or nothing. The text may be anything.
std::optional<std::size_t> find_nesting_beyond(std::string_view json, std::size_t depth);

}  // namespace medcode
