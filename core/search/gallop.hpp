// Where in a long sorted list does a number stand, looking on from where the last one stood?
//
// Exports gallop. Held by tests/search/ranking_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace medcode::search {

/// Returns the first place at or after `from` whose name is not below `wanted`: doubling steps, then halving, so that
/// a long list is passed in few looks.
inline std::size_t gallop(std::span<const std::uint32_t> names, std::size_t from, std::uint32_t wanted) {
  std::size_t step = 1;
  std::size_t low = from;
  while (low < names.size() && names[low] < wanted) {
    from = low + 1;
    low += step;
    step *= 2;
  }
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(low, names.size()));
  return static_cast<std::size_t>(std::lower_bound(names.begin() + static_cast<std::ptrdiff_t>(from), end, wanted) - names.begin());
}

}  // namespace medcode::search
