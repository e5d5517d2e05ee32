#include "core/sources/athena.hpp"

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

constexpr std::string_view format = "Athena download";

Release fixture() {
  return release_of("athena", {"CONCEPT.csv", "CONCEPT_ANCESTOR.csv", "CONCEPT_CPT4.csv", "CONCEPT_RELATIONSHIP.csv", "CONCEPT_SYNONYM.csv", "VOCABULARY.csv"});
}

SourceContent main_content() { return main_content_of(format, fixture()); }

TEST(Athena, TablesAreRecognisedByTheirHeaders) {
  Release renamed;
  for (const auto& [name, text] : fixture()) renamed["x" + std::to_string(renamed.size())] = text;
  renamed["y"] = "concept_id,concept_code\n1,2\n";
  EXPECT_EQ(take_athena(files_of(renamed)), (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
  Release without_concepts = fixture();
  without_concepts.erase("CONCEPT.csv");
  without_concepts.erase("CONCEPT_CPT4.csv");
  EXPECT_TRUE(take_athena(files_of(without_concepts)).empty());
}

TEST(Athena, VocabulariesBecomeOurSystemsWithTheirVersion) {
  const SourceContent content = main_content();
  EXPECT_EQ(content.release, "2024-08-30");
  EXPECT_EQ(content.role, SourceRole::CodeList);
  std::map<std::string, std::string> versions;
  for (const CodeSystem& system : content.systems) versions[system.id] = system.title + "|" + system.version;
  EXPECT_EQ(versions["snomed"], "SNOMED CT|2024-02-01 SNOMED CT International Edition");
  EXPECT_EQ(versions["icd10cm"], "ICD-10-CM|ICD10CM FY2024 1.0.0");
  EXPECT_EQ(versions["gender"], "OMOP Gender|");
  EXPECT_EQ(versions.count("relationship"), 0U);
  EXPECT_EQ(versions.size(), 8U);
}

TEST(Athena, QuotesAreLettersAndAccentsStay) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "hcpcs", "X0001")->display, "Catheter, 5\" long, \"soft\" tip");
  EXPECT_EQ(find_concept(content, "hcpcs", "X0002")->display, "Ménière kit – naïve name");
}

TEST(Athena, InvalidReasonAndEndDateMakeTheStatus) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "hcpcs", "X0002")->status, Status::Inactive);
  EXPECT_EQ(property(*find_concept(content, "hcpcs", "X0002"), "valid-until"), "2015-12-31");
  EXPECT_EQ(find_concept(content, "snomed", "44054006")->status, Status::Active);
  EXPECT_EQ(property(*find_concept(content, "snomed", "44054006"), "omop-concept-id"), "201826");
}

TEST(Athena, BillingFollowsFromTheConceptClass) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "icd10cm", "E11.9")->billing, Billing::Billable);
  EXPECT_EQ(find_concept(content, "icd10cm", "E11")->billing, Billing::Header);
  EXPECT_EQ(find_concept(content, "rxnorm", "6809")->billing, Billing::NotApplicable);
}

TEST(Athena, ANameCutByOmopIsMadeWholeFromItsSynonymOrFlagged) {
  const SourceContent content = main_content();
  const Concept& whole = *find_concept(content, "icd10pcs", "0ZZ0ZZ1");
  EXPECT_TRUE(whole.display.ends_with("shows well enough indeed"));
  EXPECT_EQ(property(whole, "cut"), "");
  EXPECT_EQ(property(*find_concept(content, "icd10pcs", "0ZZ0ZZ2"), "cut"), "255");
}

TEST(Athena, RelationshipsBecomeParentsAndRelations) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "snomed", "44054006")->parent, "73211009");
  EXPECT_EQ(relation_lines(*find_concept(content, "snomed", "44054006")), (Lines{"is-a snomed 237597000"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "icd10cm", "E11.9")), (Lines{"maps-to snomed 44054006"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "icd10cm", "E11")), Lines{});
  EXPECT_EQ(relation_lines(*find_concept(content, "hcpcs", "X0002")), (Lines{"replaced-by hcpcs X0001"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "rxnorm", "861007")), (Lines{"has-ingredient rxnorm 6809"}));
}

TEST(Athena, AncestorsAreParentsOfOrphansOnly) {
  EXPECT_EQ(find_concept(main_content(), "snomed", "73211009")->parent, "237597000");
}

TEST(Athena, SynonymsAreKeptOnceInEveryLanguage) {
  const SourceContent content = main_content();
  const Concept& diabetes = *find_concept(content, "snomed", "44054006");
  EXPECT_EQ(diabetes.designations.size(), 2U);
  EXPECT_TRUE(has_designation(diabetes, DesignationUse::Synonym, "Diabetes tipo 2 – español"));
}

TEST(Athena, AReusedCodeKeepsItsLivingMeaning) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "msdrg", "999")->display, "A newer group of that number");
}

TEST(Athena, CptNamesComeFromTheTableThatHasThem) {
  const SourceContent content = main_content();
  EXPECT_EQ(find_concept(content, "cpt4", "00001")->display, "A plain name of our own for a test");
  EXPECT_EQ(find_concept(content, "cpt4", "00002"), nullptr);
}

TEST(Athena, RowsAreAllAccountedFor) {
  EXPECT_EQ(rows_of(format, fixture()),
            (std::vector<std::vector<std::size_t>>{{13, 2, 0}, {1, 3, 0}, {1, 1, 0}, {5, 4, 0}, {3, 2, 0}, {4, 0, 0}}));
}

TEST(Athena, DamageIsNamedClearly) {
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"CONCEPT.csv", {"concept_name", "name", "CONCEPT.csv:1: The header has no column \"concept_name\"."}},
      {"CONCEPT.csv", {"201826\t", "x201826\t", "CONCEPT.csv:2: The concept_id \"x201826\" is no number."}},
      {"CONCEPT.csv", {"Diabetes mellitus\tCondition", "Diabetes mellitus Condition", "CONCEPT.csv:3: The row has 9 fields instead of 10: \"201820?Diabetes mellitus Condition?SNOMED?Disorder?S?7321100...\"."}},
      {"CONCEPT.csv", {"\tE11.9\t", "\t\t", "CONCEPT.csv:5: The concept 45561952 has no concept_code."}},
      {"CONCEPT.csv", {"\tICD10CM\t", "\t\t", "CONCEPT.csv:5: The concept 45561952 has no vocabulary_id."}},
      {"CONCEPT.csv", {"20020131\t20991231", "20020131\t20991331", "CONCEPT.csv:2: The concept 201826 has the valid_end_date \"20991331\", which is no date YYYYMMDD."}},
      {"CONCEPT.csv", {"1503297\tMetformin\t", "201826\tMetformin\t", "CONCEPT.csv:13: The concept_id 201826 stands for two concepts."}},
      {"CONCEPT.csv", {"Ménière", "M\xE9ni\xE8re", "CONCEPT.csv:8: The row is not UTF-8: \"2617207?M?ni?re kit"}},
      {"CONCEPT.csv", {"Metformin 500 MG Oral Tablet", "", "CONCEPT.csv:14: The concept 40164929 has no concept_name."}},
      {"CONCEPT.csv", {"20151231\tD", "20151231\tgone", "CONCEPT.csv:8: The concept 2617207 has the invalid_reason \"gone\"; it is D, U or empty."}},
      {"CONCEPT_SYNONYM.csv", {"Adult-onset diabetes", "", "CONCEPT_SYNONYM.csv:2: The concept 201826 has an empty concept_synonym_name."}},
      {"CONCEPT_RELATIONSHIP.csv", {"Maps to", "", "CONCEPT_RELATIONSHIP.csv:5: The row has no relationship_id."}},
      {"CONCEPT_RELATIONSHIP.csv", {"45561952", "E11.9", "CONCEPT_RELATIONSHIP.csv:5: The concept_id \"E11.9\" is no number."}},
      {"CONCEPT_ANCESTOR.csv", {"\t1\t1", "\tone\t1", "CONCEPT_ANCESTOR.csv:2: The min_levels_of_separation \"one\" is no number."}},
      {"VOCABULARY.csv", {"\nSNOMED\t", "\n\t", "VOCABULARY.csv:3: The vocabulary \"Systematic Nomenclature"}},
  };
  expect_complaints(format, fixture(), damages);
}

TEST(Athena, ATableOfWhichNothingCanBeReadIsAnError) {
  Release download;
  const std::string table = fixture()["CONCEPT.csv"];
  download["CONCEPT.csv"] = table.substr(0, table.find('\n') + 1);
  const std::string complaint = complaints(read_release(format, download));
  EXPECT_NE(complaint.find("has no rows"), std::string::npos) << complaint;
}

}  // namespace
}  // namespace medcode::testing
