// Is every damage to the starter catalog refused by name, or without any effect?
//
// MEDCODE_FLIPS=100000 is the long form (README.md has its figures); tests/full_size/flips_test.cpp does the same with the
// publishers' releases.
#include "tests/fuzz/flips.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "core/cli/source_files.hpp"
#include "core/compile/compilation.hpp"
#include "core/sources/readers.hpp"

namespace medcode::fuzz {
namespace {

/// Bytes in use per byte of the catalog while it is opened and asked.
constexpr std::size_t most_memory_per_byte = 32;

const std::string& starter_catalog() {
  static const std::string bytes = [] {
    Compilation compilation;
    const Result<std::vector<FolderPath>> paths = find_source_folders(std::string(MEDCODE_ROOT) + "/data/starter");
    for (const FolderPath& path : paths.value()) {
      const Result<std::vector<SourceFolder>> folders = read_source_folder(path);
      for (const SourceFolder& folder : folders.value()) compilation.take(read_folder(folder.files()));
    }
    compilation.merge({});
    compilation.make_details();
    EXPECT_TRUE(compilation.compile().ok());
    return compilation.catalog();
  }();
  return bytes;
}

void expect_kept(const FlipFigures& figures, std::size_t rounds, const query::testing::RandomSource& random) {
  std::cout << rounds << " damages: " << figures.refused << " refused, " << figures.harmless << " harmless, " << figures.answered << " answered; at most " << figures.most_memory
            << " bytes of memory for " << starter_catalog().size() << " of catalog, slowest " << figures.slowest_seconds << " s; " << random.described() << "\n";
  EXPECT_EQ(figures.complaint, "") << random.described();
  EXPECT_EQ(figures.refused + figures.harmless + figures.answered, rounds);
  EXPECT_LT(figures.most_memory, most_memory_per_byte * starter_catalog().size());
}

TEST(Flips, OfTheStarterCatalogAreRefusedOrChangeNothing) {
  query::testing::RandomSource random;
  const std::size_t rounds = count_of_flips(3'000);
  expect_kept(flip(starter_catalog(), rounds, false, random), rounds, random);
}

TEST(Flips, WithRightChecksumsStayWithinTimeAndMemory) {
  query::testing::RandomSource random;
  const std::size_t rounds = count_of_flips(300);
  const FlipFigures figures = flip(starter_catalog(), rounds, true, random);
  expect_kept(figures, rounds, random);
  EXPECT_GT(figures.answered, rounds / 8) << "the checksums were not made right";
}

}  // namespace
}  // namespace medcode::fuzz
