// Is the committed starter catalog whole, and does every article keep to the schema and say something of its own?
//
// tests/full_size/starter_test.cpp compares it with the publishers' files where those are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "core/sources/readers.hpp"
#include "core/systems/code_system.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode::testing {
namespace {

namespace fs = std::filesystem;

/// Text that two articles may share: a risk or a profession; a sentence is longer.
constexpr std::size_t shareable_bytes = 60;

/// Headings of the shortest article; a page with fewer says little.
constexpr std::size_t fewest_headings = 8;

const FolderReading& starter() {
  static const FolderReading reading = [] {
    const fs::path folder = fs::path(MEDCODE_ROOT) / "data/starter";
    std::map<std::string, std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string name = fs::relative(entry.path(), folder).string();
      if (entry.is_regular_file() && !name.ends_with(".md")) texts[name] = fixture_text("../../../data/starter/" + name);
    }
    std::vector<SourceFile> files;
    for (const auto& [name, text] : texts) files.push_back({name, text});
    return read_folder(files);
  }();
  return reading;
}

std::vector<const Article*> articles() {
  std::vector<const Article*> found;
  for (const SourceContent& content : starter().contents) {
    for (const Article& article : content.articles) found.push_back(&article);
  }
  return found;
}

TEST(StarterCatalog, IsReadWithoutARefusal) {
  for (const Error& error : starter().errors) ADD_FAILURE() << to_string(error);
  EXPECT_TRUE(starter().skipped.empty());
  for (const SourceContent& content : starter().contents) EXPECT_EQ(complaint(content), "no complaint");
}

TEST(StarterCatalog, HasEnoughOfEverySystem) {
  std::map<std::string, std::size_t> counts;
  std::set<char> chapters;
  for (const SourceContent& content : starter().contents) {
    for (const Concept& each : content.concepts) {
      ++counts[each.system];
      if (each.system == "icd10cm") chapters.insert(each.code.front());
    }
  }
  const std::map<std::string, std::size_t> least = {{"icd10cm", 2'000}, {"icd10pcs", 300}, {"hcpcs", 300}, {"loinc", 150}, {"cvx", 100},
                                                    {"rxnorm", 200},    {"msdrg", 60},     {"cpt4", 120},  {"icd9cm", 100}};
  for (const auto& [system, count] : least) EXPECT_GE(counts[system], count) << system;
  EXPECT_EQ(std::string(chapters.begin(), chapters.end()), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") << "the letters of all 22 chapters";
}

TEST(StarterCatalog, HasArticlesOfEveryKindOnItsOwnConcepts) {
  std::set<std::string> codes;
  for (const SourceContent& content : starter().contents) {
    for (const Concept& each : content.concepts) codes.insert(each.system + " " + code_identity(each.system, each.code));
  }
  std::set<ArticleKind> kinds;
  EXPECT_GE(articles().size(), 60U);
  for (const Article* const article : articles()) {
    kinds.insert(article->kind);
    EXPECT_EQ(codes.count(article->system + " " + code_identity(article->system, article->code)), 1U) << article->system << " " << article->code;
    std::set<std::string> headings;
    for (const ArticleSection& section : article->sections) headings.insert(section.heading);
    EXPECT_GE(headings.size(), fewest_headings) << article->code;
    EXPECT_EQ(headings.count("Summary"), 1U) << article->code;
  }
  EXPECT_EQ(kinds.size(), 7U);
}

TEST(StarterCatalog, NoArticleRepeatsAnother) {
  std::map<std::string, const Article*> first_with;
  for (const Article* const article : articles()) {
    for (const ArticleSection& section : article->sections) {
      for (const ArticleBlock& block : section.blocks) {
        for (const std::string& item : block.items) {
          if (item.size() <= shareable_bytes) continue;
          const Article* const first = first_with.emplace(item, article).first->second;
          EXPECT_EQ(first, article) << article->code << " repeats of " << first->code << ": " << item;
        }
      }
    }
  }
}

}  // namespace
}  // namespace medcode::testing
