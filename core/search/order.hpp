// How is a list put in order?
//
// Exports order_by, a stable sort by one number. Every list of the engine is sorted by the same compiled code: each
// std::stable_sort of its own would add 4 kB to a module that every page loads. Held by tests/search/order_test.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace medcode::search {

/// Is a place in an order: by key, then by the place it came from.
struct OrderEntry {
  std::uint64_t key = 0;
  std::uint32_t from = 0;
};

/// Sorts ascending.
void sort_entries(std::vector<OrderEntry>& entries);

/// Returns a key under which greater numbers stand first. Requires: value >= 0.
inline std::uint64_t greatest_first(float value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);  // of floats that are not negative, the greater has the greater bits
  return 0xFFFFFFFFU - bits;
}
inline std::uint64_t greatest_first(std::size_t value) { return ~std::uint64_t{value}; }

/// Puts `values` into ascending order of key(value), a std::uint64_t; equal ones stay as they came. Requires: fewer than 2^32 values.
template <class T, class Key>
void order_by(std::vector<T>& values, Key key) {
  std::vector<OrderEntry> entries;
  entries.reserve(values.size());
  for (std::uint32_t i = 0; i < values.size(); ++i) entries.push_back({key(values[i]), i});
  sort_entries(entries);
  std::vector<T> ordered;
  ordered.reserve(values.size());
  // Every entry was made of a value, so there are none where `values` is empty.
  // cppcheck-suppress containerOutOfBounds
  for (const OrderEntry& entry : entries) ordered.push_back(std::move(values[entry.from]));
  values = std::move(ordered);
}

}  // namespace medcode::search
