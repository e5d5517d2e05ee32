// Which concepts may be answers?
//
// Exports ConceptSet, one bit a concept. Every boolean of the query is a pass over 27 kB for 220,000 concepts.
// Held by tests/search/concept_set_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace medcode::search {

class ConceptSet {
 public:
  explicit ConceptSet(std::uint32_t size = 0) : size_(size), words_((size + 63) / 64) {}

  std::uint32_t size() const { return size_; }
  bool contains(std::uint32_t number) const { return (words_[number / 64] >> (number % 64) & 1U) != 0; }
  void insert(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }

  /// Inserts [first, end).
  void insert_range(std::uint32_t first, std::uint32_t end) {
    for (; first < end && first % 64 != 0; ++first) insert(first);
    for (; first + 64 <= end; first += 64) words_[first / 64] = ~std::uint64_t{0};
    for (; first < end; ++first) insert(first);
  }

  void unite(const ConceptSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void intersect(const ConceptSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void complement() {
    for (std::uint64_t& word : words_) word = ~word;
    if (size_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
  }

  /// Calls visit(number) for every member, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  std::uint32_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace medcode::search
