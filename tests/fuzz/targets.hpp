// What can a stranger send, and what must hold whatever it is?
//
// Exports the table of fuzz targets. A target takes any bytes and returns a complaint, empty when all that it claims holds;
// crashes and leaks are found by the sanitizers, time and memory by who calls. Linked into libFuzzer (libfuzzer_entry.cpp) and
// into plain tests (corpus_test.cpp).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace medcode::fuzz {

/// Says how much memory may be in use at once while `bytes` of input are answered: fixed + multiple * bytes.
struct MemoryBound {
  std::size_t fixed = 0;
  std::size_t multiple = 0;

  std::size_t of(std::size_t bytes) const { return fixed + multiple * bytes; }
};

struct Target {
  std::string_view name;  ///< also the folder in corpus/
  std::string (*complaint)(std::string_view bytes);
  MemoryBound memory;
};

std::string complain_of_query(std::string_view bytes);
std::string complain_of_search(std::string_view bytes);
std::string complain_of_catalog(std::string_view bytes);
std::string complain_of_sources(std::string_view bytes);
std::string complain_of_archives(std::string_view bytes);
std::string complain_of_requests(std::string_view bytes);
std::string complain_of_articles(std::string_view bytes);

std::span<const Target> targets();

/// Returns the target with this name, or null.
const Target* find_target(std::string_view name);

/// Answers `bytes` and returns the target's complaint, or one about memory in use beyond its bound.
std::string measured_complaint(const Target& target, std::string_view bytes);

}  // namespace medcode::fuzz
