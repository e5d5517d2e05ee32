#include "core/sources/ucum.hpp"

#include "tests/sources/reader_fixture.hpp"

namespace medcode::testing {
namespace {

Result<SourceContent> read(const std::string& text) { return read_ucum({"ucumDefs.min.json", text}); }

SourceContent fixture() { return read(fixture_text("ucum/ucumDefs.min.json")).value(); }

TEST(Ucum, TheTableIsRecognisedByContent) {
  EXPECT_TRUE(is_ucum({"x", fixture_text("ucum/ucumDefs.min.json")}));
  EXPECT_FALSE(is_ucum({"x", "{\"units\":{}}"}));
  EXPECT_FALSE(is_ucum({"a script that holds the table", "!function(){x=" + fixture_text("ucum/ucumDefs.min.json") + "}"}));
}

TEST(Ucum, UnitsHaveNamesSynonymsAndDimension) {
  const SourceContent content = fixture();
  const Concept& count = *find_concept(content, "ucum", "10*3/uL");
  EXPECT_EQ(count.display, "thousand per microliter");
  EXPECT_TRUE(has_designation(count, DesignationUse::Synonym, "10^3/uL"));
  EXPECT_TRUE(has_designation(count, DesignationUse::Short, "(103)/μL"));
  EXPECT_EQ(count.designations.size(), 3U);
  EXPECT_EQ(property(count, "dimension"), "number");
  EXPECT_EQ(find_concept(content, "ucum", "m")->notes.at(0).text, "about 1.09 \"yards\"");
  EXPECT_EQ(find_concept(content, "ucum", "%")->display, "percents");
}

TEST(Ucum, CodesDifferByCase) {
  const SourceContent content = fixture();
  EXPECT_EQ(find_concept(content, "ucum", "g")->display, "gram");
  EXPECT_EQ(find_concept(content, "ucum", "G")->display, "Gauss");
  EXPECT_EQ(find_concept(content, "ucum", "G")->status, Status::Inactive);
  EXPECT_EQ(content.report.read, 5U);
}

TEST(Ucum, DamageIsNamedClearly) {
  const std::string good = fixture_text("ucum/ucumDefs.min.json");
  const std::vector<Damage> damages = {
      {"", " ", "The file holds no JSON."},
      {"]}}\n", "", "The JSON ends in the middle of a value."},
      {"\"license\":", "\"license\"", "ucumDefs.min.json:2: The JSON is malformed: "},
      {"\"csCode_\"", "\"code_\"", "The config of the units has no field \"csCode_\"."},
      {"\"name_\"", "\"title_\"", "The config of the units has no field \"name_\"."},
      {"\"synonyms_\"", "\"other_\"", "The config of the units has no field \"synonyms_\"."},
      {"\"data\":[\n", "\"rows\":[\n", "The units have no data."},
      {"\"meter\", ", "", "units.data[0] has 12 fields instead of 13."},
      {"\"%\", \"10*-2\"", "\"\", \"10*-2\"", "units.data[2] has no csCode_."},
      {"\"gram\", \"g\"", "\"gram\", \"m\"", "units.data[4] repeats the unit \"m\"."},
      {"[true, \"meter\"", "5, [true, \"meter\"", "units.data[0] has 1 fields instead of 13."},
      {"Gauss", "Gau\xDF", "The JSON is malformed: "},
  };
  for (const Damage& damage : damages) {
    EXPECT_NE(complaint(read(damaged(good, damage))).find(damage.complaint), std::string::npos)
        << damage.complaint << "\n got: " << complaint(read(damaged(good, damage)));
  }
}

}  // namespace
}  // namespace medcode::testing
