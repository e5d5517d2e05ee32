// Which of two releases is the newer one?
//
// Exports the order of release texts: "2025" < "2026" < "2026-01" < "2026-10", "2.9" < "2.78". Held by
// tests/sources/merge_test.cpp.
#pragma once

#include <string_view>

namespace medcode {

/// Returns whether `left` is older than `right`, number by number. An empty release is older than any; a plain
/// version ("2.78") is sorted before any year, though the two say nothing of each other.
bool release_before(std::string_view left, std::string_view right);

/// Returns whether both are years or both are plain versions, so that `release_before` tells their age.
bool releases_comparable(std::string_view left, std::string_view right);

}  // namespace medcode
