// How does a foreign name become the short id of a code system?
//
// Exports short_id. Held by tests/sources/short_id_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace medcode {

/// Returns `name` as an id for queries and file names: ASCII lower case, each run of other characters one hyphen,
/// at most 64 letters ("RxNorm Extension" -> "rxnorm-extension"). Empty when nothing of it is left.
std::string short_id(std::string_view name);

}  // namespace medcode
