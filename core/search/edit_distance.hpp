// How many slips of the finger lie between two words?
//
// Exports EditDistance: the optimal string alignment distance (insert, delete, replace, swap of neighbours), computed for
// all rows of the matrix at once in the bits of one number (H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein
// and Damerau Edit Distances, 2003). Held by tests/search/edit_distance_test.cpp against the plain matrix.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medcode::search {

/// Compares one pattern with many texts.
class EditDistance {
 public:
  /// Requires: 1 <= pattern.size() <= 63, folded.
  explicit EditDistance(std::string_view pattern);

  /// Is the distance to the whole of a text and to the nearest of its beginnings.
  struct Distances {
    unsigned whole = 0;
    unsigned nearest_prefix = 0;
  };
  Distances to(std::string_view text) const;

 private:
  std::array<std::uint64_t, 256> positions_{};
  std::size_t size_;
};

}  // namespace medcode::search
