// Does every input that a fuzzer kept, and every one that once failed, still pass within its memory?
//
// The corpora of tests/fuzz/corpus and what seeds.cpp makes now. Libfuzzer is not needed; under the sanitizers (preset
// sanitize) a crash, a leak or an overflow fails too.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/engine.hpp"
#include "tests/fuzz/catalog_bytes.hpp"
#include "tests/fuzz/memory_in_use.hpp"
#include "tests/fuzz/seeds.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::fuzz {
namespace {

namespace fs = std::filesystem;

struct Input {
  std::string name;
  std::string bytes;
};

std::vector<Input> corpus_of(std::string_view target) {
  std::vector<Input> inputs;
  const fs::path folder = fs::path(MEDCODE_ROOT) / "tests/fuzz/corpus" / target;
  if (!fs::is_directory(folder)) return inputs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    inputs.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
  return inputs;
}

class Corpus : public ::testing::TestWithParam<Target> {};

TEST_P(Corpus, IsAnsweredWithinItsMemory) {
  testing::hand_made_engine();  // opened once for all, so that no input is charged for it
  const std::vector<Input> inputs = corpus_of(GetParam().name);
  EXPECT_GE(inputs.size(), 20U) << "the corpus of " << GetParam().name << " is missing";
  for (const Input& input : inputs) EXPECT_EQ(measured_complaint(GetParam(), input.bytes), "") << input.name;
}

TEST_P(Corpus, OfSeedsIsAnsweredWithinItsMemory) {
  testing::hand_made_engine();
  std::size_t count = 0;
  for (const Seed& seed : make_seeds(MEDCODE_ROOT)) {
    if (seed.target != GetParam().name) continue;
    EXPECT_EQ(measured_complaint(GetParam(), seed.bytes), "") << seed.name;
    ++count;
  }
  EXPECT_GT(count, 0U);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, ::testing::ValuesIn(targets().begin(), targets().end()),
                         [](const ::testing::TestParamInfo<Target>& target) { return std::string(target.param.name); });

TEST(CorpusOfCatalogs, StillHasSomeThatOpen) {
  std::size_t opened = 0;
  for (const Input& input : corpus_of("catalog")) opened += Engine::open(split_input(input.bytes).first).ok() ? 1U : 0U;
  EXPECT_GE(opened, 3U) << "the format has changed: make the corpus anew with tests/fuzz/run.sh catalog";
}

TEST(MemoryInUse, CountsWhatIsGivenOutAtOnce) {
  start_measuring_memory();
  { const std::vector<char> large(1'000'000); }
  { const std::vector<char> large(500'000); }
  EXPECT_GE(most_memory_in_use(), 1'000'000U);
  EXPECT_LT(most_memory_in_use(), 1'400'000U);
}

TEST(CatalogBytes, ArePutTogetherAsTheyWereTakenApart) {
  for (const Seed& seed : make_seeds(MEDCODE_ROOT)) {
    if (seed.target != "catalog") continue;
    EXPECT_EQ(CatalogBytes::take_apart(seed.bytes).put_together(), seed.bytes) << seed.name;
  }
}

}  // namespace
}  // namespace medcode::fuzz
