// What memory does a search use over and over?
//
// Exports Scratch: arrays as long as the catalog has names, all zero between two uses, so that a key press neither
// allocates nor clears megabytes, and the words of the last query, most of which stand in the next one too. Whoever writes
// to an array puts back the zeros.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/search/name_marks.hpp"
#include "core/search/remembered_words.hpp"

namespace medcode::search {

struct Scratch {
  Scratch(std::uint32_t name_count, std::uint32_t term_count)
      : marks(name_count), best(name_count), sums(name_count), alternative_of_term(term_count) {}

  /// Is what relaxed and likeness ranking sum up for one name.
  struct Sum {
    float gain = 0;
    float satisfaction = 0;
  };

  NameMarks marks;
  std::vector<std::uint16_t> best;  ///< not cleared: valid for the names marked
  std::vector<Sum> sums;
  std::vector<std::uint16_t> alternative_of_term;  ///< 1 + alternative
  /// Of each letter (by its bit in letters_of), one bit for each name with a word that starts so; empty until first asked for.
  std::array<std::vector<std::uint64_t>, 32> with_initial;
  std::vector<std::uint32_t> touched;  ///< names whose sum is not zero
  RememberedWords remembered;
};

}  // namespace medcode::search
