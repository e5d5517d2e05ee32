#include "core/catalog/catalog.hpp"

#include <algorithm>

#include "core/catalog/name_words.hpp"

namespace medcode::catalog {

std::size_t Catalog::system_of(std::uint32_t number) const {
  std::size_t index = 0;
  while (number >= systems_[index].end) ++index;
  return index;
}

std::string Catalog::name_text(std::uint32_t number) const {
  std::string text;
  Glue previous = Glue::ToNext;
  for (const std::uint32_t word_number : names_.name(number)) {
    const std::string_view word = words_.word(word_number);
    append_word(text, word, previous);
    previous = glue_of(word);
  }
  return text;
}

std::optional<std::size_t> Catalog::find_system(std::string_view id) const {
  for (std::size_t i = 0; i < systems_.size(); ++i) {
    if (systems_[i].system.id == id) return i;
  }
  return std::nullopt;
}

std::pair<std::uint32_t, std::uint32_t> Catalog::find_prefix(std::size_t system, std::string_view compact) const {
  const SystemRun& run = systems_[system];
  const auto bound = [&](auto is_before) {
    std::uint32_t low = run.first;
    std::uint32_t high = run.end;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (is_before(compact_code(code(middle)))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const std::uint32_t first = bound([compact](const std::string& other) { return other < compact; });
  const std::uint32_t end = bound([compact](const std::string& other) { return other.compare(0, compact.size(), compact) <= 0; });
  return {first, end};
}

std::optional<std::uint32_t> Catalog::find(std::size_t system, std::string_view wanted) const {
  const std::string compact = compact_code(wanted);
  if (compact.empty()) return std::nullopt;
  std::optional<std::uint32_t> found;
  for (auto [number, end] = find_prefix(system, compact); number < end && compact_code(code(number)) == compact; ++number) {
    if (code(number) == wanted) return number;
    if (!found) found = number;
  }
  return found;
}

std::string_view Catalog::pack_of(std::uint32_t number) const {
  const auto after = std::upper_bound(packs_.begin(), packs_.end(), number, [](std::uint32_t wanted, const PackEntry& pack) { return wanted < pack.first; });
  return after == packs_.begin() ? std::string_view{} : std::string_view(std::prev(after)->file);
}

}  // namespace medcode::catalog
