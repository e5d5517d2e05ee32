// Do sources become the same catalog, packs and companion, step by step, and is everything that went wrong told?
#include "core/compile/compilation.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "core/sources/source.hpp"

namespace medcode {
namespace {

using nlohmann::json;

constexpr std::string_view charges =
    "#system\tst-elsewhere\n#title\tCharges\ncode\tdisplay\tparent\tproperty:ward\n"
    "A\tRooms\t\t\nA-17\tRoom, single\tA\t3 East\nA 18\tRoom with a blank in its code\t\t\n";
constexpr std::string_view lexicon = "from\tto\nlodgings\troom\n";

FolderReading reading_of(const std::vector<SourceFile>& files) { return read_folder(files, formats_without_xml()); }

Compilation compiled(std::span<const std::string> systems = {}) {
  Compilation compilation;
  compilation.take(reading_of({{"charges.tsv", charges}, {"guide.pdf", "%PDF-1.7"}, {"empty.csv", ""}}));
  compilation.merge(systems);
  EXPECT_TRUE(compilation.add_lexicon("lay.tsv", lexicon).ok());
  compilation.make_details();
  EXPECT_TRUE(compilation.compile().ok());
  return compilation;
}

TEST(CompilationTest, TheSameSourcesGiveTheSameBytes) {
  Compilation one = compiled();
  Compilation other = compiled();
  EXPECT_EQ(one.catalog(), other.catalog());
  EXPECT_EQ(one.companion(), other.companion());
  ASSERT_EQ(one.packs().size(), 1U);
  EXPECT_EQ(one.packs().front().json, other.packs().front().json);
}

TEST(CompilationTest, TheCatalogHoldsConceptsAndLexicon) {
  Compilation compilation = compiled();
  const Result<catalog::Catalog> opened = catalog::Catalog::open(compilation.catalog());
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->concept_count(), 2U);
  EXPECT_NE(opened->lexicon().find("room"), std::string_view::npos);
  EXPECT_EQ(json::parse(compilation.info())["systems"][0]["title"], "Charges");
}

TEST(CompilationTest, EveryPackSaysToWhichCatalogItBelongs) {
  Compilation compilation = compiled();
  const json pack = json::parse(compilation.packs().front().json);
  EXPECT_EQ(pack["catalog"], json::parse(compilation.info())["id"]);
  EXPECT_EQ(pack["concepts"]["A-17"]["properties"][0]["value"], "3 East");
}

TEST(CompilationTest, TheReportTellsWhatWasReadSkippedAndRefused) {
  Compilation compilation = compiled();
  compilation.fail({ErrorCode::Damaged, "A zip cannot be read.", "Download it again.", {"a.zip", 0, 0, 0}});
  const json report = json::parse(report_json(compilation.report()));
  const json& source = report["sources"][0];
  EXPECT_EQ(source["file"], "charges.tsv");
  EXPECT_EQ(source["systems"], json({"st-elsewhere"}));
  EXPECT_EQ(source["concepts"], 2);
  EXPECT_EQ(source["refusals"][0]["line"], 6);
  EXPECT_EQ(report["notRead"][0]["file"], "guide.pdf");
  ASSERT_EQ(report["errors"].size(), 2U);
  EXPECT_EQ(report["errors"][0]["code"], "empty");
  EXPECT_EQ(report["errors"][1]["file"], "a.zip");
}

TEST(CompilationTest, AParentThatIsNowhereIsToldWithFileSystemAndCode) {
  Compilation compilation;
  compilation.take(reading_of({{"charges.tsv", "#system\tst-elsewhere\n#title\tCharges\ncode\tdisplay\tparent\nA-17\tRoom, single\tZ\n"}}));
  compilation.merge({});
  std::ostringstream text;
  write_report(text, compilation.report(), 3);
  EXPECT_NE(text.str().find("charges.tsv (st-elsewhere)\n    1: "), std::string::npos) << text.str();
  EXPECT_NE(text.str().find("For example A-17 under \"Z\""), std::string::npos) << text.str();
  EXPECT_EQ(compilation.merged().concepts.at(0).parent, "");
}

TEST(CompilationTest, SystemsThatAreNotKeptLeaveNothingBehind) {
  const std::vector<std::string> others = {"icd10cm"};
  Compilation compilation = compiled(others);
  EXPECT_TRUE(compilation.merged().concepts.empty());
  EXPECT_TRUE(compilation.packs().empty());
  EXPECT_EQ(compilation.report().merged.counts.size(), 0U);
}

TEST(CompilationTest, ALexiconOfNoKindIsRefused) {
  Compilation compilation;
  const Result<Done> added = compilation.add_lexicon("words.tsv", lexicon);
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().code, ErrorCode::BadFormat);
}

}  // namespace
}  // namespace medcode
