// Is every damage to a real catalog refused by name, or without any effect?
//
// MEDCODE_FLIPS=100000 is the long form, MEDCODE_CATALOG=build/catalog/medical-codes.medcat.gz another catalog than the starter,
// such as that of the publishers' releases. README.md has the figures of both.
#include "tests/fuzz/flips.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "core/cli/file_bytes.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/source_files.hpp"
#include "core/compile/compilation.hpp"
#include "core/sources/readers.hpp"

namespace medcode::fuzz {
namespace {

/// Bytes in use per byte of the catalog while it is opened and asked.
constexpr std::size_t most_memory_per_byte = 32;

std::string compile_starter() {
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
}

const std::string& real_catalog() {
  static const std::string bytes = [] {
    const char* path = std::getenv("MEDCODE_CATALOG");
    return path == nullptr ? compile_starter() : gunzip(read_file(path).value()).value();
  }();
  return bytes;
}

void expect_kept(const FlipFigures& figures, std::size_t rounds, const query::testing::RandomSource& random) {
  std::cout << rounds << " damages: " << figures.refused << " refused, " << figures.harmless << " harmless, " << figures.answered << " answered; at most " << figures.most_memory
            << " bytes of memory for " << real_catalog().size() << " of catalog, slowest " << figures.slowest_seconds << " s; " << random.described() << "\n";
  EXPECT_EQ(figures.complaint, "") << random.described();
  EXPECT_EQ(figures.refused + figures.harmless + figures.answered, rounds);
  EXPECT_LT(figures.most_memory, most_memory_per_byte * real_catalog().size());
}

TEST(Flips, OfARealCatalogAreRefusedOrChangeNothing) {
  query::testing::RandomSource random;
  const std::size_t rounds = count_of_flips(3'000);
  expect_kept(flip(real_catalog(), rounds, false, random), rounds, random);
}

TEST(Flips, WithRightChecksumsStayWithinTimeAndMemory) {
  query::testing::RandomSource random;
  const std::size_t rounds = count_of_flips(300);
  const FlipFigures figures = flip(real_catalog(), rounds, true, random);
  expect_kept(figures, rounds, random);
  EXPECT_GT(figures.answered, rounds / 8) << "the checksums were not made right";
}

}  // namespace
}  // namespace medcode::fuzz
