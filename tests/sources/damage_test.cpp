// Does any damage to any source end in an error or a refusal, never in a crash?
//
// Every fixture is damaged at random places (the seed is printed) and given to the whole table of readers.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "core/sources/merge.hpp"
#include "core/sources/readers.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

constexpr unsigned seed = 20261122;
constexpr int rounds = 12;

std::string damage(std::string text, std::mt19937& random) {
  if (text.empty()) return text;
  const auto place = [&] { return static_cast<std::size_t>(random()) % text.size(); };
  switch (random() % 4) {
    case 0: text[place()] = static_cast<char>(random()); break;
    case 1: text.resize(place()); break;
    case 2: text.erase(place(), 1 + random() % 40); break;
    default: text.insert(place(), text.substr(place(), 1 + random() % 200)); break;
  }
  return text;
}

TEST(DamageTest, EveryFixtureMayBeDamagedAnywhere) {
  std::cout << "seed " << seed << "\n";
  std::mt19937 random(seed);
  const std::filesystem::path folder = std::string(MEDCODE_ROOT) + "/tests/sources/fixtures";
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(std::filesystem::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> texts;
  for (const std::string& name : names) texts.push_back(testing::fixture_text(name));
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::string> damaged;
    std::vector<SourceFile> files;
    for (const std::string& text : texts) damaged.push_back(damage(text, random));
    for (std::size_t index = 0; index < names.size(); ++index) files.push_back(SourceFile{names[index], damaged[index]});
    FolderReading reading = read_folder(files);
    for (const Error& error : reading.errors) EXPECT_FALSE(error.message.empty() || error.advice.empty()) << error.place.file;
    for (const SourceContent& content : reading.contents) EXPECT_GE(content.report.refused, content.report.refusals.size());
    const MergedCatalog catalog = merge(std::move(reading.contents));
    std::size_t counted = 0;
    for (const SystemCount& count : catalog.report.counts) counted += count.concepts;
    EXPECT_EQ(counted, catalog.concepts.size());
  }
}

}  // namespace
}  // namespace medcode
