// The program fuzz_seeds DIR: writes the seeds, a folder a target.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/fuzz/seeds.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "fuzz_seeds DIR\n";
    return 2;
  }
  for (const medcode::fuzz::Seed& seed : medcode::fuzz::make_seeds(MEDCODE_ROOT)) {
    const std::filesystem::path folder = std::filesystem::path(arguments[1]) / seed.target;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / seed.name, std::ios::binary) << seed.bytes;
  }
  return 0;
}
