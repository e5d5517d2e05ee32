// Where does randomness in tests come from?
//
// Exports a generator whose seed is the same at every run, or what MEDCODE_SEED says, and is printed with a failure.
#pragma once

#include <cstdlib>
#include <random>
#include <span>
#include <string>

namespace medcode::query::testing {

class RandomSource {
 public:
  RandomSource() : RandomSource(chosen_seed()) {}

  /// A seed that nothing changes.
  explicit RandomSource(unsigned seed) : seed_(seed), engine_(seed_) {}

  /// Returns a number of [0, count). Requires: count > 0.
  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(engine_); }

  template <typename Collection>
  const auto& one_of(const Collection& collection) {
    return collection[below(std::size(collection))];
  }

  std::string described() const { return "MEDCODE_SEED=" + std::to_string(seed_); }

 private:
  // The gate answers the same at every run; MEDCODE_SEED looks elsewhere.
  static constexpr unsigned usual_seed = 20261122;

  static unsigned chosen_seed() {
    const char* given = std::getenv("MEDCODE_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : usual_seed;
  }

  unsigned seed_;
  std::mt19937 engine_;
};

}  // namespace medcode::query::testing
