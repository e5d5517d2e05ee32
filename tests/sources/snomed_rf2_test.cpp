#include "core/sources/snomed_rf2.hpp"

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

constexpr std::string_view format = "SNOMED CT RF2 snapshot";

/// Returns the release with names cut behind "Snapshot".
Release fixture() {
  Release release;
  for (const auto& [name, text] : release_of("snomed_rf2", {"der2_cRefset_LanguageSnapshot-en_US1000124_20260301.txt",
                                                            "der2_iisssccRefset_ExtendedMapSnapshot_US1000124_20260301.txt",
                                                            "sct2_Concept_Snapshot_US1000124_20260301.txt",
                                                            "sct2_Description_Snapshot-en_US1000124_20260301.txt",
                                                            "sct2_Relationship_Snapshot_US1000124_20260301.txt",
                                                            "sct2_TextDefinition_Snapshot-en_US1000124_20260301.txt"})) {
    release[name.substr(0, name.find("Snapshot") + 8) + ".txt"] = text;
  }
  return release;
}

constexpr const char* concept_file = "sct2_Concept_Snapshot.txt";
constexpr const char* description_file = "sct2_Description_Snapshot.txt";
constexpr const char* relationship_file = "sct2_Relationship_Snapshot.txt";
constexpr const char* map_file = "der2_iisssccRefset_ExtendedMapSnapshot.txt";
constexpr const char* language_file = "der2_cRefset_LanguageSnapshot.txt";

SourceContent main_content(const Release& release) { return main_content_of(format, release); }

TEST(SnomedRf2, ThePreferredTermIsTheDisplayAndTheOthersSynonyms) {
  const SourceContent content = main_content(fixture());
  const Concept& spinning = *find_concept(content, "snomed", "100002006");
  EXPECT_EQ(spinning.display, "Spinning disorder");
  EXPECT_EQ(spinning.designations.size(), 2U);
  EXPECT_TRUE(has_designation(spinning, DesignationUse::Synonym, "Ménière-like \"spinning\" disorder"));
  EXPECT_TRUE(has_designation(spinning, DesignationUse::Synonym, "Whirling disorder – lay name"));
  EXPECT_EQ(property(spinning, "semantic-tag"), "disorder");
  ASSERT_EQ(spinning.notes.size(), 1U);
  EXPECT_EQ(spinning.notes[0].text, "A spinning that nobody ever had, \"made up\".");
}

TEST(SnomedRf2, WithoutLanguageSetTheFullySpecifiedNameIsTheDisplay) {
  Release release = fixture();
  release.erase(language_file);
  EXPECT_EQ(find_concept(main_content(release), "snomed", "100002006")->display, "Ménière-like \"spinning\" disorder");
  EXPECT_EQ(find_concept(main_content(fixture()), "snomed", "100001007")->display, "Made-up disorder of ear");
  EXPECT_EQ(find_concept(main_content(fixture()), "snomed", "100003005")->display, "Root of all examples");
}

TEST(SnomedRf2, IsARelationshipsMakeTheHierarchy) {
  const SourceContent content = main_content(fixture());
  EXPECT_EQ(find_concept(content, "snomed", "100002006")->parent, "100001007");
  EXPECT_EQ(relation_lines(*find_concept(content, "snomed", "100002006"))[0], "is-a snomed 100003005");
  EXPECT_EQ(find_concept(content, "snomed", "100004004")->parent, "");
  EXPECT_EQ(find_concept(content, "snomed", "100004004")->status, Status::Inactive);
}

TEST(SnomedRf2, TheExtendedMapKeepsGroupsRulesAndAdvice) {
  const SourceContent content = main_content(fixture());
  EXPECT_EQ(relation_lines(*find_concept(content, "snomed", "100001007")),
            (Lines{"maps-to icd10cm H93.90 [group 1] [priority 1]"}));
  const Lines spinning = relation_lines(*find_concept(content, "snomed", "100002006"));
  ASSERT_EQ(spinning.size(), 3U);
  EXPECT_EQ(spinning[1], "maps-to icd10cm H81.01 [group 1] [priority 1] [rule IFA 248153007 | Male (finding) |] "
                         "[advice IF MALE CHOOSE H81.01 | CONSIDER LATERALITY]");
  EXPECT_EQ(spinning[2], "maps-to icd10cm H81.0 [group 1] [priority 2] [incomplete] [rule OTHERWISE TRUE] [advice ALWAYS H81.0?]");
  EXPECT_EQ(relation_lines(*find_concept(content, "snomed", "100003005"))[0],
            "maps-to icd10cm  [group 1] [priority 1] [no-map] [advice MAP SOURCE CONCEPT CANNOT BE CLASSIFIED]");
}

TEST(SnomedRf2, TheReleaseIsTheYoungestEffectiveTime) {
  const SourceContent content = main_content(fixture());
  EXPECT_EQ(content.release, "2026-03-01");
  ASSERT_EQ(content.systems.size(), 1U);
  EXPECT_EQ(content.systems[0].id, "snomed");
  EXPECT_EQ(content.systems[0].version, "2026-03-01");
}

TEST(SnomedRf2, HistoryAndOtherReferenceSetsAreLeft) {
  Release release = fixture();
  release["sct2_Concept_Full.txt"] = release[concept_file];
  release["der2_Refset_SimpleSnapshot.txt"] = "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\r\n";
  EXPECT_EQ(take_snomed_rf2(files_of(release)).size(), 6U);
  EXPECT_TRUE(is_rf2_table({"x", release["der2_Refset_SimpleSnapshot.txt"]}));
  EXPECT_FALSE(is_rf2_table({"x", "id\tname\n"}));
  release.erase(concept_file);
  release.erase("sct2_Concept_Full.txt");
  EXPECT_TRUE(take_snomed_rf2(files_of(release)).empty());
}

TEST(SnomedRf2, RowsAreAllAccountedFor) {
  EXPECT_EQ(rows_of(format, fixture()), (std::vector<std::vector<std::size_t>>{{2, 1, 0}, {4, 1, 0}, {4, 0, 0}, {7, 2, 0}, {3, 2, 0}, {1, 0, 0}}));
}

TEST(SnomedRf2, DamageIsNamedClearly) {
  const std::vector<std::pair<std::string, Damage>> damages = {
      {concept_file, {"100001007\t20020131", "10000x007\t20020131", "sct2_Concept_Snapshot.txt:2: \"10000x007\" is no SNOMED CT identifier."}},
      {concept_file, {"20260301", "20261301", "sct2_Concept_Snapshot.txt:3: The effectiveTime \"20261301\" is no date YYYYMMDD."}},
      {concept_file, {"20260301\t1", "20260301\tyes", "The field active is \"yes\"; it is 0 or 1."}},
      {concept_file, {"100002006", "100001007", "sct2_Concept_Snapshot.txt:3: The concept 100001007 has a second row; give the Snapshot files, not the Full ones."}},
      {concept_file, {"\t900000000000207008\t", "\t", "sct2_Concept_Snapshot.txt:2: The row has 4 fields instead of 5: \"100001007?20020131?1?900000000000074008\"."}},
      {description_file, {"typeId", "type", "sct2_Description_Snapshot.txt:1: The header has no column \"typeId\"."}},
      {description_file, {"Spinning disorder", "", "sct2_Description_Snapshot.txt:5: The description 200004011 has no term."}},
      {description_file, {"M\xC3\xA9ni", "M\xC3ni", "sct2_Description_Snapshot.txt:4: The row is not UTF-8: \"200003017?"}},
      {description_file, {"1\t900000000000207008\t100003005", "0\t900000000000207008\t100003005", "The concept 100003005 has no active description."}},
      {relationship_file, {"100001007\t100003005", "100001007\tear", "sct2_Relationship_Snapshot.txt:2: \"ear\" is no SNOMED CT identifier."}},
      {map_file, {"100001007\t1\t1", "100001007\tone\t1", "The mapGroup \"one\" or mapPriority \"1\" is no number."}},
      {map_file, {"mapTarget", "target", "der2_iisssccRefset_ExtendedMapSnapshot.txt:1: The header has no column \"mapTarget\"."}},
      {language_file, {"200004011", "", "der2_cRefset_LanguageSnapshot.txt:2: \"\" is no SNOMED CT identifier."}},
  };
  expect_complaints(format, fixture(), damages);
}

}  // namespace
}  // namespace medcode::testing
