// Is FORMAT.md true, and does a catalog of an earlier build still open?
//
// FORMAT.md shows a catalog as hexadecimal numbers; here exactly that catalog is built and compared. With
// MEDCODE_WRITE=1 in the environment the tests write instead of compare: the hexadecimal numbers to the output, and
// data/version2.medcat anew. Do that only for a new format version, under a new name.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/catalog/catalog.hpp"
#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::catalog {
namespace {

using medcode::testing::TestContent;

constexpr const char* format_document = MEDCODE_ROOT "/core/catalog/FORMAT.md";
constexpr const char* old_catalog = MEDCODE_ROOT "/tests/catalog/data/version2.medcat";
constexpr const char* catalog_of_version_1 = MEDCODE_ROOT "/tests/catalog/data/version1.medcat";

bool is_writing() { return std::getenv("MEDCODE_WRITE") != nullptr; }

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The catalog of FORMAT.md: two codes, three names.
TestContent example() {
  TestContent content;
  content.systems.push_back({"icd10cm", "ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm", "2026", "CDC", "Public domain."});
  content.add("S82.2", "Fracture of tibia", {}, Billing::Header);
  content.add("S82.201", "Fracture of right tibia", {{DesignationUse::Lay, "Broken shin (right)"}}, Billing::Billable).usage = 9;
  content.with_article = {1};
  content.groups.push_back({"icd10cm", "S80-S89", "Knee and lower leg", "", "S80", "S89", {}});
  content.packs = {{0, "icd10cm-0000.json.gz"}};
  content.lexicon = "fx\tabbreviation\t\tfracture\n";
  return content;
}

/// Returns 16 bytes a line: offset, hexadecimal numbers, the characters that can be printed.
std::string as_hexadecimal(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 16) {
    const std::string_view row = bytes.substr(at, 16);
    for (int shift = 12; shift >= 0; shift -= 4) text += digits[at >> shift & 0xFU];
    text += ' ';
    for (std::size_t i = 0; i < 16; ++i) {
      if (i >= row.size()) {
        text += "   ";
        continue;
      }
      const auto byte = static_cast<unsigned char>(row[i]);
      text += ' ';
      text += digits[byte >> 4U];
      text += digits[byte & 0xFU];
    }
    text += "  ";
    for (const char c : row) text += c >= ' ' && c <= '~' ? c : '.';
    text += '\n';
  }
  return text;
}

/// Returns the lines of FORMAT.md that stand in its block of hexadecimal numbers.
std::string shown_bytes() {
  const std::string document = read(format_document);
  const std::size_t begin = document.find("```hex\n");
  if (begin == std::string::npos) return "";
  const std::size_t first = begin + 7;
  return document.substr(first, document.find("```", first) - first);
}

TEST(Format, IsWhatItsDocumentShows) {
  const Result<std::string> bytes = example().build();
  ASSERT_TRUE(bytes.ok());
  if (is_writing()) std::cout << as_hexadecimal(*bytes);
  EXPECT_EQ(shown_bytes(), as_hexadecimal(*bytes));
}

TEST(Format, DocumentNamesEverySection) {
  const std::string document = read(format_document);
  for (const std::string_view tag : section_tags) EXPECT_NE(document.find('`' + std::string(tag) + '`'), std::string::npos) << tag;
  EXPECT_NE(document.find("version " + std::to_string(format_version)), std::string::npos);
}

/// Returns the number with commas between thousands, as documents write it.
std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

TEST(Format, DocumentNamesEveryLimitAsItIs) {
  const std::pair<const char*, std::uint64_t> limits[] = {
      {"max_concepts", max_concepts},   {"max_systems", max_systems},           {"max_names", max_names},
      {"max_words", max_words},         {"max_stream_words", max_stream_words}, {"max_code_bytes", max_code_bytes},
      {"max_name_words", max_name_words}, {"max_name_bytes", max_name_bytes},   {"max_expansion", max_expansion}};
  const std::string document = read(format_document);
  for (const auto& [name, limit] : limits) {
    EXPECT_NE(document.find("| `" + std::string(name) + "` | " + with_commas(limit) + " |"), std::string::npos) << name << " is " << with_commas(limit);
  }
  const std::string constants = read(MEDCODE_ROOT "/core/catalog/format.hpp");
  std::size_t declared = 0;
  for (std::size_t at = constants.find(" max_"); at != std::string::npos; at = constants.find(" max_", at + 1)) ++declared;
  EXPECT_EQ(declared, std::size(limits)) << "a limit of format.hpp is not in the document";
}

TEST(Format, ACatalogOfAnEarlierBuildStillOpensAndAnswers) {
  if (is_writing()) {
    std::ofstream file(old_catalog, std::ios::binary);
    file << medcode::testing::hand_made_content().build().value();
  }
  const Result<Engine> engine = Engine::open(read(old_catalog));
  ASSERT_TRUE(engine.ok()) << to_string(engine.error());
  EXPECT_EQ(engine->catalog().concept_count(), 21U);
  const search::Answer answer = engine->search("diabetic nephropathy");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits.front().display, "Type 2 diabetes mellitus with diabetic nephropathy");
  EXPECT_EQ(engine->catalog().name_text(engine->catalog().first_name(19) + 1), "β-blocker 😀 infusion");
}

TEST(Format, ACatalogOfVersionOneIsRefusedWithWhatToDo) {
  const Result<Engine> engine = Engine::open(read(catalog_of_version_1));
  ASSERT_FALSE(engine.ok());
  EXPECT_EQ(engine.error().code, ErrorCode::WrongVersion);
  EXPECT_EQ(engine.error().advice, "Use program and catalog of one release, or build the catalog again.");
}

}  // namespace
}  // namespace medcode::catalog
