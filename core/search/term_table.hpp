// Which number has a term?
//
// Exports TermTable: keys in one block of text, found by open addressing, so that opening a catalog makes no allocation a
// term. Held by tests/search/reference_search_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medcode::search {

class TermTable {
 public:
  /// Makes room for `count` terms; more may be added.
  explicit TermTable(std::size_t count = 0);

  /// Returns the number of `wanted`, which is the next free one when it is new.
  std::uint32_t number(std::string_view wanted);

  std::optional<std::uint32_t> find(std::string_view wanted) const;

  std::size_t size() const { return offsets_.size() - 1; }

 private:
  static constexpr std::uint32_t empty = 0xFFFFFFFFU;
  std::string_view key(std::uint32_t number) const {
    return std::string_view(text_).substr(offsets_[number], offsets_[number + 1] - offsets_[number]);
  }
  std::size_t slot_of(std::string_view wanted) const;
  void grow(std::size_t slots);

  std::string text_;
  std::vector<std::uint32_t> offsets_{0};
  std::vector<std::uint32_t> slots_;  ///< numbers; their count is a power of two, at most half are taken
};

}  // namespace medcode::search
