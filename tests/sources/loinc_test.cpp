#include "core/sources/loinc.hpp"

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

constexpr std::string_view format = "LOINC release";

Release fixture() { return release_of("loinc", {"Loinc.csv", "LoincPartLink_Primary.csv", "MapTo.csv"}); }

SourceContent main_content() { return main_content_of(format, fixture()); }

TEST(Loinc, TablesAreRecognisedByTheirHeadersAndTheLargerOneIsTaken) {
  Release release = fixture();
  release["LoincTableCore.csv"] = release["Loinc.csv"].substr(0, 900);
  release["Other.csv"] = "\"PartNumber\",\"PartTypeName\"\r\n";
  EXPECT_EQ(take_loinc(files_of(release)), (std::vector<std::size_t>{0, 1, 3}));
  release.erase("Loinc.csv");
  release.erase("LoincTableCore.csv");
  EXPECT_TRUE(take_loinc(files_of(release)).empty());
}

TEST(Loinc, NumbersHaveACheckDigit) {
  for (const char* good : {"4548-4", "2160-0", "718-7", "1-8"}) EXPECT_TRUE(is_loinc_number(good)) << good;
  for (const char* bad : {"4548-5", "45484", "-4", "4548-", "45x8-4", "4548-44", "123456789-1", ""}) EXPECT_FALSE(is_loinc_number(bad)) << bad;
}

TEST(Loinc, NamesGoToTheirUses) {
  const SourceContent content = main_content();
  const Concept& test = *find_concept(content, "loinc", "4548-4");
  EXPECT_EQ(test.display, "Sugar pigment share, \"total\", in blood – our wording");
  EXPECT_TRUE(has_designation(test, DesignationUse::Short, "Sugar pigment Bld"));
  EXPECT_TRUE(has_designation(test, DesignationUse::Lay, "Sugar pigment, blood"));
  EXPECT_TRUE(has_designation(test, DesignationUse::Synonym, "Sugar pigment (Bld) [Mass fraction]"));
  EXPECT_TRUE(has_designation(test, DesignationUse::Synonym, "Glyco pigment"));
  EXPECT_EQ(test.designations.size(), 6U);
  ASSERT_EQ(test.notes.size(), 1U);
  EXPECT_EQ(test.notes[0].text, "What a test of ours measures over months.");
}

TEST(Loinc, TheSixPartsAreAxesWithTheirPartNumbers) {
  const SourceContent content = main_content();
  const Concept& test = *find_concept(content, "loinc", "4548-4");
  ASSERT_EQ(test.axes.size(), 6U);
  EXPECT_EQ(test.axes[0].title + "|" + test.axes[0].value + "|" + test.axes[0].label, "Component|LP00001-1|Our sugar pigment/Pigment.total");
  EXPECT_EQ(test.axes[3].title + "|" + test.axes[3].value + "|" + test.axes[3].label, "System|LP00002-9|Blood");
  EXPECT_EQ(test.axes[4].title + "|" + test.axes[4].value + "|" + test.axes[4].label, "Scale||Qn");
}

TEST(Loinc, WithoutALongNameTheFormalNameIsTheDisplay) {
  EXPECT_EQ(find_concept(main_content(), "loinc", "2160-0")->display, "Crea:MCnc:Pt:Ser/Plas:Qn:Jaffé");
}

TEST(Loinc, RankBecomesUsageAndStatusState) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "loinc", "2160-0")->usage, 29999U);
  EXPECT_EQ(find_concept(content, "loinc", "4548-4")->usage, 29919U);
  EXPECT_EQ(find_concept(content, "loinc", "718-7")->usage, 0U);
  EXPECT_EQ(find_concept(content, "loinc", "718-7")->status, Status::Inactive);
  EXPECT_EQ(property(*find_concept(content, "loinc", "2160-0"), "status"), "DISCOURAGED");
  EXPECT_EQ(relation_lines(*find_concept(content, "loinc", "718-7")), (Lines{"replaced-by loinc 4548-4"}));
}

TEST(Loinc, TheReleaseIsTheYoungestVersionByNumber) {
  EXPECT_EQ(main_content().release, "2.78");
  EXPECT_EQ(main_content().systems[0].version, "2.78");
}

TEST(Loinc, RowsAreAllAccountedFor) {
  EXPECT_EQ(rows_of(format, fixture()), (std::vector<std::vector<std::size_t>>{{3, 0, 0}, {2, 2, 0}, {1, 0, 0}}));
}

TEST(Loinc, DamageIsNamedClearly) {
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"Loinc.csv", {"\"4548-4\"", "\"4548-5\"", "Loinc.csv:2: The LOINC_NUM \"4548-5\" is no LOINC number, or its check digit is wrong."}},
      {"Loinc.csv", {"\"2160-0\"", "\"4548-4\"", "Loinc.csv:4: The test 4548-4 stands twice in this file."}},
      {"Loinc.csv", {"\"DEPRECATED\"", "\"OLD\"", "Loinc.csv:5: The test 718-7 has the STATUS \"OLD\"; it is ACTIVE, TRIAL, DISCOURAGED or DEPRECATED."}},
      {"Loinc.csv", {"\"81\"", "\"often\"", "Loinc.csv:2: The test 4548-4 has the COMMON_TEST_RANK \"often\", which is no number."}},
      {"Loinc.csv", {"\"Crea\"", "", "Loinc.csv:4: The test 2160-0 has neither a LONG_COMMON_NAME nor a COMPONENT."}},
      {"Loinc.csv", {"\"TIME_ASPCT\"", "\"TIME\"", "Loinc.csv:1: The header has no column \"TIME_ASPCT\"."}},
      {"Loinc.csv", {"\"718-7\",", "\"718-7\",\"more\",", "Loinc.csv:5: The row has 41 fields; the header has 40."}},
      {"Loinc.csv", {"\"0\",", "\"0,", "Loinc.csv:5: A quote opened in this row is never closed."}},
      {"Loinc.csv", {"Jaff\xC3\xA9", "Jaff\xE9", "Loinc.csv:4: "}},
      {"LoincPartLink_Primary.csv", {"\"LP00001-1\"", "\"00001-1\"", "LoincPartLink_Primary.csv:2: The PartNumber \"00001-1\" does not begin with LP."}},
      {"LoincPartLink_Primary.csv", {"\"LinkTypeName\"", "\"Link\"", "LoincPartLink_Primary.csv:1: The header has no column \"LinkTypeName\"."}},
      {"MapTo.csv", {"\"718-7\",\"4548-4\"", "\"718-7\",\"none\"", "MapTo.csv:2: None of the 1 rows of the LOINC replacements could be read. The first: The MAP_TO \"none\" is no LOINC number"}},
  };
  expect_complaints(format, fixture(), damages);
}

}  // namespace
}  // namespace medcode::testing
