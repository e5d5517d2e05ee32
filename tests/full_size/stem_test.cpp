// Is the stemmer that of Snowball on every word of the official titles?
//
// Registered only where cmake was given MEDCODE_SOURCES.
#include <gtest/gtest.h>
#include <libstemmer.h>

#include <memory>
#include <set>

#include "core/cli/source_files.hpp"
#include "core/sources/readers.hpp"
#include "core/text/stem.hpp"
#include "core/text/tokenize.hpp"

namespace medcode {
namespace {

using Words = std::set<std::string>;

void add_words(std::string_view text, Words& words) {
  for (text::Token& token : text::tokenize(text)) {
    if (token.form.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) words.insert(std::move(token.form));
  }
}

Words official_words() {
  Words words;
  const Result<std::vector<FolderPath>> paths = find_source_folders(MEDCODE_SOURCES);
  if (!paths.ok()) return words;
  for (const FolderPath& path : *paths) {
    const Result<std::vector<SourceFolder>> folders = read_source_folder(path);
    if (!folders.ok()) continue;
    for (const SourceFolder& folder : *folders) {
      for (const SourceContent& content : read_folder(folder.files()).contents) {
        for (const Concept& entry : content.concepts) {
          add_words(entry.display, words);
          for (const Designation& designation : entry.designations) add_words(designation.text, words);
        }
      }
    }
  }
  return words;
}

TEST(Stem, IsThatOfSnowballOnEveryWordOfTheOfficialTitles) {
  const Words words = official_words();
  ASSERT_GT(words.size(), 20'000U);
  const std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> snowball(sb_stemmer_new("english", nullptr), &sb_stemmer_delete);
  for (const std::string& word : words) {
    const sb_symbol* expected = sb_stemmer_stem(snowball.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    std::string stem = word;
    text::stem_english(stem);
    EXPECT_EQ(stem, std::string(reinterpret_cast<const char*>(expected), static_cast<std::size_t>(sb_stemmer_length(snowball.get())))) << word;
  }
}

}  // namespace
}  // namespace medcode
