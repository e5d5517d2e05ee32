// With what do the fuzzers begin?
//
// Exports make_seeds: queries, small catalogs, the fixtures of tests/sources, archives and requests, the same each time. Held
// by corpus_test.cpp.
#pragma once

#include <string>
#include <vector>

namespace medcode::fuzz {

/// Is one input for the target with this name.
struct Seed {
  std::string target;
  std::string name;
  std::string bytes;
};

/// Returns the seeds of all targets. `root` is the folder of the repository, whose fixtures are read.
std::vector<Seed> make_seeds(const std::string& root);

}  // namespace medcode::fuzz
