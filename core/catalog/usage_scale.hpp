// How is "how often a code is used" kept in one byte?
//
// Exports usage_to_scale: 0 for unknown, else 1 + 11 times the binary logarithm, in steps that keep the order.
// Held by tests/catalog/catalog_test.cpp.
#pragma once

#include <cstdint>

namespace medcode::catalog {

/// Returns 0 for 0, else a value in [1, 255] that grows with `usage`: eight steps a doubling.
constexpr std::uint8_t usage_to_scale(std::uint32_t usage) {
  if (usage == 0) return 0;
  unsigned exponent = 0;
  while (exponent < 31 && usage >> (exponent + 1) != 0) ++exponent;
  const unsigned eighths = exponent >= 3 ? usage >> (exponent - 3) & 7U : usage << (3 - exponent) & 7U;
  const unsigned scaled = 1 + exponent * 8 + eighths;
  return static_cast<std::uint8_t>(scaled > 255 ? 255 : scaled);
}

}  // namespace medcode::catalog
