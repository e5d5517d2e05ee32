// Are names that share their beginning and end with the name before laid down once, and given back whole?
#include "core/catalog/name_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "core/catalog/format.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::catalog {
namespace {

using Names = std::vector<std::vector<std::uint32_t>>;

/// Is the four sections, which own their bytes.
struct Written {
  std::string prefixes, suffixes, middles, words;
  Result<NameTable> read(std::size_t count, std::uint32_t word_count) const {
    return read_name_table({prefixes, suffixes, middles, words}, static_cast<std::uint32_t>(count), word_count);
  }
};

Written write(const Names& names) {
  NameTableWriter writer;
  for (const auto& name : names) writer.add(name);
  return {writer.prefixes(), writer.suffixes(), writer.middles(), writer.words()};
}

TEST(NameTable, CountsWhatIsSharedWithTheNameBefore) {
  const Written written = write({{1, 2, 3, 4, 5, 6}, {1, 2, 9, 4, 5, 6}});
  EXPECT_EQ(written.prefixes, std::string("\0\2", 2));
  EXPECT_EQ(written.suffixes, std::string("\0\3", 2));
  EXPECT_EQ(written.middles, std::string("\6\1", 2));
  EXPECT_EQ(written.words, "\1\2\3\4\5\6\x9");
}

TEST(NameTable, ComesBackAsItWasWritten) {
  query::testing::RandomSource random;
  for (int round = 0; round < 2'000; ++round) {
    Names names(random.below(12));
    for (auto& name : names) {
      name.resize(random.below(7));
      for (std::uint32_t& word : name) word = static_cast<std::uint32_t>(random.below(4)) * 100;
    }
    const Result<NameTable> table = write(names).read(names.size(), 301);
    ASSERT_TRUE(table.ok()) << random.described();
    ASSERT_EQ(table->size(), names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const auto name = table->name(i);
      ASSERT_TRUE(std::equal(name.begin(), name.end(), names[i].begin(), names[i].end())) << random.described();
    }
  }
}

TEST(NameTable, RefusesAFewBytesThatAskForMuch) {
  std::vector<std::uint32_t> name(max_name_words, 1);
  const Names same(1'000, name);
  const Result<NameTable> table = write(same).read(same.size(), 2);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error().code, ErrorCode::TooLarge);
}

TEST(NameTable, RefusesWhatIsDamaged) {
  const Written good = write({{1, 2, 3}, {1, 7, 3}, {5}});
  ASSERT_TRUE(good.read(3, 8).ok());
  EXPECT_FALSE(good.read(2, 8).ok());
  EXPECT_FALSE(good.read(4, 8).ok());
  EXPECT_FALSE(good.read(0xFFFFFFFFU, 8).ok());
  EXPECT_FALSE(good.read(3, 7).ok()) << "a word number that no word has";
  for (std::string Written::*section : {&Written::prefixes, &Written::suffixes, &Written::middles, &Written::words}) {
    Written shorter = good;
    (shorter.*section).pop_back();
    EXPECT_FALSE(shorter.read(3, 8).ok());
    Written longer = good;
    (longer.*section).push_back(0);
    EXPECT_FALSE(longer.read(3, 8).ok());
  }
  Written overlapping = good;
  overlapping.prefixes[1] = 3;
  EXPECT_FALSE(overlapping.read(3, 8).ok()) << "start and end share more than there was";
}

TEST(NameTable, RefusesANameBeyondItsLimitBeforeItTakesMemory) {
  const Written huge{std::string(1, '\0'), std::string(1, '\0'), "\xFF\xFF\xFF\xFF\x0F", ""};
  EXPECT_FALSE(huge.read(1, 8).ok());
  EXPECT_TRUE(write({std::vector<std::uint32_t>(max_name_words, 1)}).read(1, 2).ok());
  EXPECT_FALSE(write({std::vector<std::uint32_t>(max_name_words + 1, 1)}).read(1, 2).ok());
}

}  // namespace
}  // namespace medcode::catalog
