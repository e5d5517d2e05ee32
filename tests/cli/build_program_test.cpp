// Does `medcode build` write the same bytes every time, keep what it was told to and leave the former output on failure?
#include <nlohmann/json.hpp>

#include "tests/cli/running_program.hpp"

namespace medcode {
namespace {

using Json = nlohmann::json;
using medcode::testing::build_small;
using medcode::testing::Outcome;
using medcode::testing::Workplace;
namespace fs = std::filesystem;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

TEST(Build, WritesTheSameBytesTwice) {
  const Workplace place;
  ASSERT_EQ(build_small(place).code, 0);
  ASSERT_EQ(place.run("build --sources sources --out b.medcat.gz --quiet").code, 0);
  EXPECT_EQ(place.read("a.medcat.gz"), place.read("b.medcat.gz"));
  std::size_t packs = 0;
  for (const auto& entry : fs::directory_iterator(place.path("a.details"))) {
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(place.read("a.details/" + name), place.read("b.details/" + name)) << name;
    ++packs;
  }
  EXPECT_EQ(packs, 3U);
}

TEST(Build, KeepsOnlyTheSystemsAskedFor) {
  const Workplace place;
  ASSERT_EQ(build_small(place, "--systems hcpcs").code, 0);
  const Json json = Json::parse(place.run("info --json a.medcat.gz").out, nullptr, false);
  ASSERT_EQ(json["systems"].size(), 1U);
  EXPECT_EQ(json["systems"][0]["id"], "hcpcs");
}

TEST(Build, WritesTheDetailsWhereItIsTold) {
  const Workplace place;
  ASSERT_EQ(build_small(place, "--details pages").code, 0);
  EXPECT_TRUE(fs::exists(place.path("pages/hcpcs-0000.json.gz")));
  EXPECT_FALSE(fs::exists(place.path("a.details")));
  EXPECT_TRUE(contains(place.run("show a.medcat.gz hcpcs E0143 --details pages").out, "A frame to lean on."));
}

TEST(Build, WritesAPlainCatalogWithoutTheEndingGz) {
  const Workplace place;
  ASSERT_EQ(build_small(place).code, 0);
  ASSERT_EQ(place.run("build --sources sources --out a.medcat --quiet").code, 0);
  EXPECT_TRUE(place.read("a.medcat").starts_with("MEDCAT\r\n"));
  EXPECT_EQ(place.run("verify a.medcat").code, 0);
}

TEST(Build, LeavesTheFormerOutputInPlaceWhenItFails) {
  const Workplace place;
  ASSERT_EQ(build_small(place).code, 0);
  const std::string before = place.read("a.medcat.gz");
  const std::string pack_before = place.read("a.details/hcpcs-0000.json.gz");
  place.write("sources/more.tsv", "#system\thcpcs\nno header that is known\n1\n");
  const Outcome outcome = place.run("build --sources sources --out a.medcat.gz");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(contains(outcome.err, "more.tsv")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "Nothing was written.")) << outcome.err;
  EXPECT_EQ(place.read("a.medcat.gz"), before);
  EXPECT_EQ(place.read("a.details/hcpcs-0000.json.gz"), pack_before);
  for (const auto& entry : fs::directory_iterator(place.path("."))) EXPECT_FALSE(contains(entry.path().filename().string(), ".new")) << entry.path();
  const Outcome without = place.run("build --sources sources --out a.medcat.gz --keep-going");
  EXPECT_EQ(without.code, 0);
  EXPECT_TRUE(contains(without.err, "Built without 1 file(s) that cannot be read.")) << without.err;
}

TEST(Build, SaysWhenThereIsNothingToRead) {
  const Workplace place;
  const Outcome outcome = place.run("build --sources nowhere --out a.medcat.gz");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(contains(outcome.err, "nowhere")) << outcome.err;
  EXPECT_FALSE(fs::exists(place.path("a.medcat.gz")));
}

TEST(Build, TellsARowThatIsWrongWithFileAndLine) {
  const Workplace place;
  build_small(place);
  place.write("sources/codes.tsv", place.read("sources/codes.tsv") + "\tA display without code\theader\t\t\t\t\n");
  const Outcome outcome = place.run("build --sources sources --out a.medcat.gz --report report.json");
  EXPECT_TRUE(contains(outcome.err, "sources/codes.tsv:10: ")) << outcome.err;
  const Json report = Json::parse(place.read("report.json"), nullptr, false);
  ASSERT_TRUE(report.is_object());
  std::size_t refused = 0;
  for (const Json& source : report["sources"]) refused += source["refused"].get<std::size_t>();
  EXPECT_EQ(refused, 1U);
}

TEST(Build, TakesALexiconInsteadOfTheBuiltInOne) {
  const Workplace place;
  build_small(place);
  place.write("words/lay.tsv", "from\tto\tsystems\nwobbly frame\twalker\t\n");
  ASSERT_EQ(place.run("build --sources sources --out a.medcat.gz --quiet --lexicon words").code, 0);
  EXPECT_TRUE(contains(place.run("search a.medcat.gz wobbly frame").out, "E0143"));
  EXPECT_FALSE(contains(place.run("search a.medcat.gz fx").out, "read as fracture"));
  place.write("words/lay.tsv", "from\tto\tsystems\nno second column\n");
  const Outcome wrong = place.run("build --sources sources --out a.medcat.gz --quiet --lexicon words");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_TRUE(contains(wrong.err, "words/lay.tsv:2: ")) << wrong.err;
}

TEST(Build, SaysWhenThePlaceCannotBeWritten) {
  const Workplace place;
  build_small(place);
  place.write("file", "a file, not a folder");
  const Outcome outcome = place.run("build --sources sources --out file/a.medcat.gz --quiet");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(contains(outcome.err, "Check that the place is writable")) << outcome.err;
}

}  // namespace
}  // namespace medcode
