// Which names were met so far?
//
// Exports NameMarks: one bit a name, and one bit for each 64 of them, so that a few hundred marks among half a million names
// are found again without looking at every word of bits. Held by tests/search/name_marks_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace medcode::search {

class NameMarks {
 public:
  explicit NameMarks(std::uint32_t name_count) : words_((name_count + 63) / 64), filled_((words_.size() + 63) / 64) {}

  bool contains(std::uint32_t name) const { return (words_[name / 64] >> (name % 64) & 1U) != 0; }

  /// Returns whether it was not marked before.
  bool mark(std::uint32_t name) {
    std::uint64_t& word = words_[name / 64];
    const std::uint64_t bit = std::uint64_t{1} << (name % 64);
    if ((word & bit) != 0) return false;
    if (word == 0) filled_[name / 4096] |= std::uint64_t{1} << (name / 64 % 64);
    word |= bit;
    return true;
  }

  /// Returns the bits, 64 names a word.
  std::span<const std::uint64_t> words() const { return words_; }

  /// Calls visit(name) for every marked name, ascending, and takes the marks away.
  template <typename Visit>
  void take(Visit visit) {
    for_each_filled([&](std::size_t at) {
      for (std::uint64_t word = std::exchange(words_[at], 0); word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(at * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    });
  }

  void clear() {
    for_each_filled([this](std::size_t at) { words_[at] = 0; });
  }

 private:
  template <typename Visit>
  void for_each_filled(Visit visit) {
    for (std::size_t block = 0; block < filled_.size(); ++block) {
      for (std::uint64_t word = std::exchange(filled_[block], 0); word != 0; word &= word - 1) {
        visit(block * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> filled_;  ///< one bit for each word that is not zero
};

}  // namespace medcode::search
