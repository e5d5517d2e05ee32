// Folders are compared name by name; a zip counts as one of them. Held by tests/sources/release_tables_test.cpp.
#include "core/sources/release_tables.hpp"

#include <algorithm>
#include <string_view>

namespace medcode {
namespace {

/// Returns how many folders two files have in common, counted from the first.
std::size_t shared_folders(std::string_view one, std::string_view other) {
  const auto differs = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
  return static_cast<std::size_t>(std::count_if(one.begin(), differs, [](char letter) { return letter == '/' || letter == '\\' || letter == ':'; }));
}

}  // namespace

std::optional<std::size_t> largest_of(std::span<const SourceFile> files, std::span<const std::size_t> places) {
  const auto is_smaller = [&](std::size_t one, std::size_t other) { return files[one].bytes.size() < files[other].bytes.size(); };
  const auto largest = std::max_element(places.begin(), places.end(), is_smaller);
  return largest == places.end() ? std::nullopt : std::optional(*largest);
}

std::vector<std::size_t> nearest_to(std::span<const SourceFile> files, std::span<const std::size_t> places, std::size_t main) {
  std::vector<std::size_t> nearest;
  std::size_t most = 0;
  for (const std::size_t place : places) {
    const std::size_t shared = shared_folders(files[place].name, files[main].name);
    if (shared > most) nearest.clear();
    most = std::max(most, shared);
    if (shared == most) nearest.push_back(place);
  }
  return nearest;
}

}  // namespace medcode
