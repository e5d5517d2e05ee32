// Where do numbers lie of which there are millions, each written once and never again?
//
// Exports Column: memory of a fixed size that is not cleared first. Clearing the postings and the words of a large catalog
// took a tenth of opening it. Held by tests/base/column_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>

namespace medcode {

/// Holds `size` numbers; whoever makes a column writes every one of them before it is read.
template <class T>
class Column {
  static_assert(std::is_trivial_v<T>);

 public:
  Column() = default;
  explicit Column(std::size_t size) : values_(new T[size]), size_(size) {}

  std::size_t size() const { return size_; }
  T* data() { return values_.get(); }
  T& operator[](std::size_t i) { return values_[i]; }
  const T& operator[](std::size_t i) const { return values_[i]; }
  std::span<const T> span() const { return {values_.get(), size_}; }

 private:
  std::unique_ptr<T[]> values_;
  std::size_t size_ = 0;
};

/// Returns the column as text.
inline std::string_view text_of(const Column<char>& column) { return {column.span().data(), column.size()}; }

}  // namespace medcode
