#include "core/sources/source_table.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

std::string shipped_table() {
  std::ifstream file(std::string(MEDCODE_ROOT) + "/data/sources.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Result<std::vector<OfficialSource>> read(const std::string& text) { return read_source_table({"sources.json", text}); }

TEST(SourceTable, TheShippedTableDescribesEveryKnownSystemWithItsUri) {
  const auto table = read(shipped_table());
  ASSERT_TRUE(table.ok()) << to_string(table.error());
  std::map<std::string, std::string> uris;
  for (const OfficialSource& source : *table) uris[source.id] = source.uri;
  EXPECT_EQ(uris.size(), known_systems().size());
  for (const CodeSystem& system : known_systems()) EXPECT_EQ(uris[system.id], system.uri) << system.id;
}

TEST(SourceTable, CodeShapesKnowTheirCodesAndNoOthers) {
  const std::map<std::string, std::string> good = {
      {"cpt4", "47541"},    {"hcpcs", "E0601"},     {"hcpcsmod", "RT"},      {"icd10cm", "S72.001A"}, {"icd10pcs", "0F9930Z"},
      {"icd9cm", "250.00"}, {"icd9proc", "51.23"},  {"loinc", "4548-4"},     {"snomed", "44054006"},  {"rxnorm", "6809"},
      {"ndc", "0002-3227"}, {"cvx", "115"},         {"msdrg", "470"},        {"ucum", "10*3/uL"}};
  const auto table = read(shipped_table());
  for (const OfficialSource& source : *table) {
    const std::regex shape(source.code_shape);
    ASSERT_EQ(good.count(source.id), 1U) << source.id;
    EXPECT_TRUE(std::regex_match(good.at(source.id), shape)) << source.id;
    EXPECT_FALSE(std::regex_match("no code", shape)) << source.id;
  }
}

TEST(SourceTable, WhatNeedsALicenceHasNoDownload) {
  const auto table = read(shipped_table());
  std::string licensed;
  for (const OfficialSource& source : *table) {
    if (!source.free) licensed += source.id + " ";
  }
  EXPECT_EQ(licensed, "loinc snomed cpt4 ");
}

TEST(SourceTable, FaultsNameTheEntryAndTheMember) {
  const std::string good = R"({"sources":[{"id":"a","title":"A","publisher":"P","page":"https://a.example/","files":["a.txt"],
"format":"text","licence":"none","notice":"N.","uri":"http://a.example","codeShape":"[0-9]+","free":true,
"downloads":[{"url":"https://a.example/a.txt","file":"a.txt","sha256":""}]}]})";
  ASSERT_TRUE(read(good).ok()) << to_string(read(good).error());
  const std::vector<testing::Damage> damages = {
      {"", "", "The file holds no JSON."},
      {"\"sources\"", "\"systems\"", "The table has no \"sources\"."},
      {"\"id\":\"a\"", "\"id\":\"\"", "In the entry 1 the member \"id\" is missing or empty."},
      {"\"uri\":", "\"url\":", "In the entry \"a\" the member \"uri\" is missing or empty."},
      {"\"page\":\"https", "\"page\":\"http", "In the entry \"a\" the page \"http://a.example/\" is not https."},
      {"[\"a.txt\"]", "[]", "In the entry \"a\" the member \"files\" names no file."},
      {"[0-9]+", "[0-9", "In the entry \"a\" the codeShape \"[0-9\" is no regular expression."},
      {"\"free\":true", "\"free\":\"yes\"", "In the entry \"a\" the member \"free\" is not true or false."},
      {"\"free\":true", "\"free\":false", "In the entry \"a\" it needs a licence, so it must have no downloads."},
      {"\"url\":\"https", "\"url\":\"ftp", "In the entry \"a\" the download address \"ftp://a.example/a.txt\" is not https."},
      {"\"file\":\"a.txt\"", "\"file\":\"../a.txt\"", "In the entry \"a\" the download file \"../a.txt\" is no plain file name."},
      {"\"sha256\":\"\"", "\"sha256\":\"12\"", "In the entry \"a\" the sha256 of a.txt is not 64 hexadecimal digits."},
  };
  for (const testing::Damage& damage : damages) {
    const auto table = read(testing::damaged(good, damage));
    ASSERT_FALSE(table.ok()) << damage.complaint;
    EXPECT_NE(to_string(table.error()).find(damage.complaint), std::string::npos) << to_string(table.error());
  }
}

TEST(SourceTable, AnIdMayNotStandTwice) {
  const std::string table = shipped_table();
  const std::size_t second = table.find("\"icd10pcs\"");
  std::string twice = table;
  twice.replace(second, 10, "\"icd10cm\"");
  ASSERT_FALSE(read(twice).ok());
  EXPECT_EQ(read(twice).error().message, "In the entry \"icd10cm\" its id stands twice in the table.");
}

}  // namespace
}  // namespace medcode
