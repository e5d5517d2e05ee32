// Does every code system have what people and FHIR need, and is each code spelt as its publisher does?
#include "core/systems/code_system.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/systems/article.hpp"

namespace medcode {
namespace {

TEST(CodeSystemTest, EveryKnownSystemHasATitleUriPublisherAndNoticeButNoVersion) {
  std::set<std::string> ids;
  for (const CodeSystem& system : known_systems()) {
    EXPECT_FALSE(system.title.empty()) << system.id;
    EXPECT_EQ(system.uri.rfind("http", 0), 0U) << system.id;
    EXPECT_FALSE(system.publisher.empty()) << system.id;
    EXPECT_GT(system.notice.size(), 20U) << system.id;
    EXPECT_TRUE(system.version.empty()) << system.id;
    EXPECT_TRUE(ids.insert(system.id).second) << system.id << " is listed twice";
  }
  EXPECT_EQ(ids.size(), 14U);
}

TEST(CodeSystemTest, UrisAreTheCanonicalOnesOfFhir) {
  EXPECT_EQ(find_known_system("icd10cm")->uri, "http://hl7.org/fhir/sid/icd-10-cm");
  EXPECT_EQ(find_known_system("icd10pcs")->uri, "http://www.cms.gov/Medicare/Coding/ICD10");
  EXPECT_EQ(find_known_system("cpt4")->uri, "http://www.ama-assn.org/go/cpt");
  EXPECT_EQ(find_known_system("hcpcs")->uri, "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets");
  EXPECT_EQ(find_known_system("rxnorm")->uri, "http://www.nlm.nih.gov/research/umls/rxnorm");
  EXPECT_EQ(find_known_system("ucum")->uri, "http://unitsofmeasure.org");
}

TEST(CodeSystemTest, EveryIdIsItsOwnAlias) {
  for (const CodeSystem& system : known_systems()) {
    ASSERT_EQ(systems_of_alias(system.id).size(), 1U) << system.id;
    EXPECT_EQ(systems_of_alias(system.id).front(), system.id);
    EXPECT_EQ(find_known_system(system.id), &system);
  }
}

TEST(CodeSystemTest, AliasesAreFoundInAnyCaseAndMayMeanSeveralSystems) {
  EXPECT_EQ(find_known_system("CPT")->id, "cpt4");
  EXPECT_EQ(find_known_system("Rx")->id, "rxnorm");
  EXPECT_EQ(find_known_system("DRG")->id, "msdrg");
  EXPECT_EQ(find_known_system("SnomedCT")->id, "snomed");
  ASSERT_EQ(systems_of_alias("ICD10").size(), 2U);
  EXPECT_EQ(systems_of_alias("ICD10")[1], "icd10pcs");
  ASSERT_EQ(systems_of_alias("icd9").size(), 2U);
  EXPECT_EQ(systems_of_alias("icd9")[1], "icd9proc");
  EXPECT_EQ(systems_of_alias("icd").size(), 4U);
}

TEST(CodeSystemTest, AnUnknownAliasMeansNothing) {
  EXPECT_TRUE(systems_of_alias("icd11").empty());
  EXPECT_TRUE(systems_of_alias("").empty());
  EXPECT_EQ(find_known_system("icd11"), nullptr);
}

TEST(CodeSystemTest, CompactCodesHaveNoDotsBlanksOrHyphens) {
  EXPECT_EQ(compact_code("e11.9"), "E119");
  EXPECT_EQ(compact_code("4548-4"), "45484");
  EXPECT_EQ(compact_code(" 0f9 930z "), "0F9930Z");
  EXPECT_EQ(compact_code(""), "");
}

TEST(CodeSystemTest, CanonicalCodesGetTheDotOfTheirSystem) {
  EXPECT_EQ(canonical_code("icd10cm", "E119"), "E11.9");
  EXPECT_EQ(canonical_code("icd10cm", "E11"), "E11");
  EXPECT_EQ(canonical_code("icd10cm", "E11.9"), "E11.9");
  EXPECT_EQ(canonical_code("icd9cm", "25000"), "250.00");
  EXPECT_EQ(canonical_code("icd9cm", "V1001"), "V10.01");
  EXPECT_EQ(canonical_code("icd9cm", "E8000"), "E800.0");
  EXPECT_EQ(canonical_code("icd9cm", "E800"), "E800");
  EXPECT_EQ(canonical_code("icd9proc", "0010"), "00.10");
  EXPECT_EQ(canonical_code("loinc", "4548-4"), "4548-4");
  EXPECT_EQ(canonical_code("icd10pcs", "0F9930Z"), "0F9930Z");
  EXPECT_EQ(canonical_code("icd10cm", ""), "");
}

TEST(ArticleTest, HeadingsRunFromTheNameToThePatientsExperience) {
  ASSERT_EQ(article_headings().size(), 14U);
  EXPECT_EQ(article_headings().front(), "Name of the Procedure");
  EXPECT_EQ(article_headings().back(), "Patient Experience");
}

}  // namespace
TEST(CodeSystemTest, CodesAreTheSameInAnySpellingWherePeopleWriteThemInSeveralWays) {
  EXPECT_EQ(code_identity("icd10cm", "e11.9"), code_identity("icd10cm", "E119"));
  EXPECT_NE(code_identity("ucum", "g"), code_identity("ucum", "G"));
  EXPECT_NE(code_identity("house-list", "A-1"), code_identity("house-list", "A1"));
}

}  // namespace medcode
