#include "core/sources/rxnorm_rrf.hpp"

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

constexpr std::string_view format = "RxNorm RRF";

Release fixture() { return release_of("rxnorm_rrf", {"RXNCONSO.RRF", "RXNREL.RRF", "RXNSAB.RRF", "RXNSAT.RRF"}); }

SourceContent main_content() { return main_content_of(format, fixture()); }

TEST(RxnormRrf, FilesAreRecognisedByTheirColumns) {
  Release release = fixture();
  release["prescribe/a.rrf"] = release["RXNCONSO.RRF"].substr(0, 200);
  release["RXNDOC.RRF"] = "ATN|NDC|expanded_form|National Drug Code|\n";
  EXPECT_EQ(take_rxnorm_rrf(files_of(release)), (std::vector<std::size_t>{0, 2, 3, 4}));
  EXPECT_TRUE(is_rrf_table({"x", release["RXNDOC.RRF"]}));
  EXPECT_FALSE(is_rrf_table({"x", "code|display\n"}));
  release.erase("RXNCONSO.RRF");
  release.erase("prescribe/a.rrf");
  EXPECT_TRUE(take_rxnorm_rrf(files_of(release)).empty());
}

TEST(RxnormRrf, RxnormsOwnNameIsTheDisplayWhereverItStands) {
  const SourceContent content = main_content();
  EXPECT_EQ(content.concepts.size(), 5U);
  const Concept& tablet = *find_concept(content, "rxnorm", "861007");
  EXPECT_EQ(tablet.display, "metformin hydrochloride 500 MG Oral Tablet");
  EXPECT_EQ(property(tablet, "term-type"), "SCD");
  EXPECT_EQ(tablet.designations.size(), 2U);
  EXPECT_TRUE(has_designation(tablet, DesignationUse::Synonym, "metFORMIN HCl 500 MG Oral Tablet"));
  EXPECT_TRUE(has_designation(tablet, DesignationUse::Synonym, "Metformin 500 mg – \"plain\" tablet, für Erwachsene"));
}

TEST(RxnormRrf, ANameInUseTakesThePlaceOfAnObsoleteOneThatStoodFirst) {
  const std::string row = "151827|ENG||||||109||||RXNORM|BN|151827|Glucophage|0|N|4096|";
  const std::string obsolete = "151827|ENG||||||108||||RXNORM|BN|151827|Glucophag|0|O|4096|\n";
  const std::string another = "\n151827|ENG||||||110||||RXNORM|BN|151827|Glucophage brand|0|N|4096|";
  Release release = fixture();
  release["RXNCONSO.RRF"] = damaged(release["RXNCONSO.RRF"], {row, obsolete + row + another, ""});
  const Concept brand = *find_concept(main_content_of(format, release), "rxnorm", "151827");
  EXPECT_EQ(brand.display, "Glucophage");
  EXPECT_EQ(brand.status, Status::Active);
  EXPECT_EQ(brand.designations.size(), 2U);
  EXPECT_TRUE(has_designation(brand, DesignationUse::Synonym, "Glucophag"));
  EXPECT_TRUE(has_designation(brand, DesignationUse::Synonym, "Glucophage brand"));
}

TEST(RxnormRrf, AnObsoleteConceptIsInactive) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "rxnorm", "861008")->status, Status::Inactive);
  EXPECT_EQ(find_concept(content, "rxnorm", "6809")->status, Status::Active);
}

TEST(RxnormRrf, RelationsGoFromTheSecondConceptToTheFirst) {
  const SourceContent content = main_content();
  EXPECT_EQ(relation_lines(*find_concept(content, "rxnorm", "861007")),
            (Lines{"has-ingredient rxnorm 6809", "has-ndc ndc 00093104801"}));
  EXPECT_EQ(find_concept(content, "rxnorm", "861007")->parent, "235743");
  EXPECT_EQ(relation_lines(*find_concept(content, "rxnorm", "861008")), (Lines{"tradename-of rxnorm 861007"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "rxnorm", "235743")), (Lines{"form-of rxnorm 6809"}));
}

TEST(RxnormRrf, TheReleaseIsTheDateOfItsVersion) {
  EXPECT_EQ(main_content().release, "2026-03-02");
  EXPECT_EQ(main_content().systems[0].version, "2026-03-02");
}

TEST(RxnormRrf, WithoutRestrictedNamesItIsThePrescribablePart) {
  EXPECT_FALSE(main_content().partial);
  Release release = fixture();
  release["RXNCONSO.RRF"] = damaged(release["RXNCONSO.RRF"], {"Secret name|3|", "Open name|0|", ""});
  EXPECT_TRUE(main_content_of(format, release).partial);
}

TEST(RxnormRrf, RowsAreAllAccountedFor) {
  EXPECT_EQ(rows_of(format, fixture()), (std::vector<std::vector<std::size_t>>{{7, 4, 0}, {4, 3, 0}, {1, 1, 0}, {1, 3, 0}}));
}

TEST(RxnormRrf, DamageIsNamedClearly) {
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"RXNCONSO.RRF", {"\n235743|", "\n|", "RXNCONSO.RRF:3: The RXCUI \"\" is no number."}},
      {"RXNCONSO.RRF", {"\n235743|", "\n23x|", "RXNCONSO.RRF:3: The RXCUI \"23x\" is no number."}},
      {"RXNCONSO.RRF", {"|PIN|", "||", "RXNCONSO.RRF:3: The atom of RXCUI 235743 has no term type (TTY)."}},
      {"RXNCONSO.RRF", {"RXNORM|PIN", "|PIN", "RXNCONSO.RRF:3: The atom of RXCUI 235743 has no source (SAB)."}},
      {"RXNCONSO.RRF", {"|Glucophage|", "||", "RXNCONSO.RRF:9: The atom of RXCUI 151827 has no name (STR)."}},
      {"RXNCONSO.RRF", {"hydrochloride|0|N|", "hydrochloride|0|maybe|", "RXNCONSO.RRF:3: The atom of RXCUI 235743 has SUPPRESS \"maybe\"; it is N, O, Y or E."}},
      {"RXNCONSO.RRF", {"metformin hydrochloride|", "metformin|hydrochloride|", "RXNCONSO.RRF:3: The row has 20 fields instead of 19: \"235743|ENG|"}},
      {"RXNCONSO.RRF", {"für", "f\xFCr", "RXNCONSO.RRF:6: The row is not UTF-8: \"861007|ENG|"}},
      {"RXNREL.RRF", {"|ingredient_of|", "|ingredient_of", "RXNREL.RRF:3: The row has 16 fields instead of 17: \"861007||CUI|RO|6809||CUI|ingredient_of"}},
      {"RXNREL.RRF", {"6809||CUI|RO|861007", "metformin||CUI|RO|861007", "RXNREL.RRF:2: The RXCUI \"metformin\" is no number."}},
      {"RXNSAT.RRF", {"00093104801", "none", "RXNSAT.RRF:1: The NDC \"none\" of RXCUI 861007 is no number."}},
      {"RXNSAB.RRF", {"|20AA_260302F|", "|20AA|", "RXNSAB.RRF:2: The version \"20AA\" of RXNORM holds no date."}},
  };
  expect_complaints(format, fixture(), damages);
}

TEST(RxnormRrf, AReleaseWithoutAnyOfRxnormsNamesIsAnError) {
  Release release = fixture();
  release["RXNCONSO.RRF"] = release["RXNCONSO.RRF"].substr(0, release["RXNCONSO.RRF"].find('\n') + 1);
  EXPECT_NE(complaints(read_release(format, release)).find("RXNCONSO.RRF: "), std::string::npos) << complaints(read_release(format, release));
}

}  // namespace
}  // namespace medcode::testing
