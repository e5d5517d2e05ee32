#include "core/search/edit_distance.hpp"

#include <algorithm>

namespace medcode::search {

EditDistance::EditDistance(std::string_view pattern) : size_(pattern.size()) {
  for (std::size_t i = 0; i < pattern.size(); ++i) positions_[static_cast<std::uint8_t>(pattern[i])] |= std::uint64_t{1} << i;
}

EditDistance::Distances EditDistance::to(std::string_view text) const {
  const std::uint64_t last_row = std::uint64_t{1} << (size_ - 1);
  std::uint64_t rises = ~std::uint64_t{0};  // rows in which the column grows by one from the row above
  std::uint64_t falls = 0;
  std::uint64_t diagonal_zero = 0;
  std::uint64_t previous_positions = 0;
  auto distance = static_cast<unsigned>(size_);
  Distances result{distance, distance};
  for (const char c : text) {
    const std::uint64_t here = positions_[static_cast<std::uint8_t>(c)];
    const std::uint64_t swapped = ((~diagonal_zero & here) << 1) & previous_positions;
    diagonal_zero = (((here & rises) + rises) ^ rises) | here | falls | swapped;
    std::uint64_t right_rises = falls | ~(diagonal_zero | rises);
    std::uint64_t right_falls = diagonal_zero & rises;
    if ((right_rises & last_row) != 0) ++distance;
    if ((right_falls & last_row) != 0) --distance;
    right_rises = right_rises << 1 | 1U;
    right_falls <<= 1;
    rises = right_falls | ~(diagonal_zero | right_rises);
    falls = right_rises & diagonal_zero;
    previous_positions = here;
    result.nearest_prefix = std::min(result.nearest_prefix, distance);
  }
  result.whole = distance;
  return result;
}

}  // namespace medcode::search
