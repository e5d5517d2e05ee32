// The table of targets, each with the memory it may take.
#include "tests/fuzz/targets.hpp"

#include <algorithm>

#include "tests/fuzz/memory_in_use.hpp"

namespace medcode::fuzz {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

}  // namespace

std::span<const Target> targets() {
  // Deflate packs at most 1,032 times, so an archive may rightly unpack to that many times its bytes; unpacking keeps two copies.
  static constexpr Target table[] = {
      {"query", complain_of_query, {4 * mebibyte, 1'000}},
      {"search", complain_of_search, {16 * mebibyte, 1'000}},
      {"catalog", complain_of_catalog, {32 * mebibyte, 4'000}},
      {"sources", complain_of_sources, {32 * mebibyte, 2'000}},
      {"archives", complain_of_archives, {32 * mebibyte, 4'000}},
      {"requests", complain_of_requests, {16 * mebibyte, 2'000}},
      {"articles", complain_of_articles, {16 * mebibyte, 2'000}},
  };
  return table;
}

const Target* find_target(std::string_view name) {
  const auto found = std::find_if(targets().begin(), targets().end(), [name](const Target& target) { return target.name == name; });
  return found == targets().end() ? nullptr : &*found;
}

std::string measured_complaint(const Target& target, std::string_view bytes) {
  start_measuring_memory();
  std::string complaint = target.complaint(bytes);
  const std::size_t peak = most_memory_in_use();
  if (complaint.empty() && peak > target.memory.of(bytes.size())) {
    complaint = std::to_string(peak) + " bytes of memory for " + std::to_string(bytes.size()) + " bytes of input";
  }
  return complaint;
}

}  // namespace medcode::fuzz
