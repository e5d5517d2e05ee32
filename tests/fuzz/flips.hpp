// What becomes of a catalog of which one byte is wrong, or the end missing?
//
// Exports flip: random damage to a real catalog. As it is, every damage must be refused by name or change nothing that is
// shown; with the checksums made right again, as a forger would, it may show anything, but within its time and memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tests/query/random_source.hpp"

namespace medcode::fuzz {

/// Counts what became of the damages.
struct FlipFigures {
  std::size_t refused = 0;
  std::size_t harmless = 0;        ///< opened, and everything shown is as in the undamaged one
  std::size_t answered = 0;        ///< with right checksums: opened and answered
  std::size_t most_memory = 0;     ///< bytes in use at once while one was opened and answered
  double slowest_seconds = 0;      ///< of processor time
  std::string complaint;           ///< empty, or the first damage that broke the promise
};

/// Damages `bytes` `rounds` times: one byte, or in one of eight rounds a truncation. Stops at the first complaint.
FlipFigures flip(std::string_view bytes, std::size_t rounds, bool is_repaired, query::testing::RandomSource& random);

/// Returns how many damages a test tries: MEDCODE_FLIPS, else `usual`.
std::size_t count_of_flips(std::size_t usual);

}  // namespace medcode::fuzz
