// What are the fixed numbers of the companion's format?
//
// FORMAT.md shows it. Held by tests/catalog/companion_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace medcode::catalog {

inline constexpr std::string_view companion_magic = "MEDCOMP\n";
inline constexpr std::uint32_t companion_version = 1;

}  // namespace medcode::catalog
