#include "core/search/term_table.hpp"

#include <algorithm>
#include <bit>

namespace medcode::search {
namespace {

/// FNV-1a of 32 bits (Fowler, Noll, Vo), finished by a multiplication that spreads the high bits.
std::uint32_t hash(std::string_view key) {
  std::uint32_t value = 2166136261U;
  for (const char c : key) value = (value ^ static_cast<std::uint8_t>(c)) * 16777619U;
  return value ^ value >> 15;
}

constexpr std::size_t least_slots = 64;

}  // namespace

TermTable::TermTable(std::size_t count) {
  offsets_.reserve(count + 1);
  text_.reserve(count * 8);
  grow(std::bit_ceil(std::max(least_slots, count * 2)));
}

std::size_t TermTable::slot_of(std::string_view wanted) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(wanted) & mask;
  while (slots_[slot] != empty && key(slots_[slot]) != wanted) slot = (slot + 1) & mask;
  return slot;
}

void TermTable::grow(std::size_t slots) {
  slots_.assign(slots, empty);
  for (std::uint32_t number = 0; number < size(); ++number) slots_[slot_of(key(number))] = number;
}

std::uint32_t TermTable::number(std::string_view wanted) {
  const std::size_t slot = slot_of(wanted);
  if (slots_[slot] != empty) return slots_[slot];
  const auto added = static_cast<std::uint32_t>(size());
  text_ += wanted;
  offsets_.push_back(static_cast<std::uint32_t>(text_.size()));
  slots_[slot] = added;
  if (size() * 2 > slots_.size()) grow(slots_.size() * 2);
  return added;
}

std::optional<std::uint32_t> TermTable::find(std::string_view wanted) const {
  const std::uint32_t found = slots_[slot_of(wanted)];
  return found == empty ? std::nullopt : std::optional(found);
}

}  // namespace medcode::search
