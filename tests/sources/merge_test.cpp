// Do many sources of the same codes become one catalog by the rules of merge.hpp?
#include "core/sources/merge.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/sources/release_order.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

Concept entry(const std::string& code, const std::string& display, const std::string& system = "icd10cm") {
  Concept made;
  made.system = system;
  made.code = code;
  made.display = display;
  return made;
}

Concept with(Concept made, DesignationUse use, const std::string& text) {
  made.designations.push_back(Designation{use, text});
  return made;
}

SourceContent content(const std::string& file, SourceRole role, const std::string& release, std::vector<Concept> concepts) {
  SourceContent made = start_content(SourceFile{file, ""}, "test", role);
  made.release = release;
  for (const Concept& each : concepts) {
    const bool listed = std::any_of(made.systems.begin(), made.systems.end(), [&](const CodeSystem& system) { return system.id == each.system; });
    if (!listed) made.systems.push_back(system_with_version(each.system, release));
  }
  made.concepts = std::move(concepts);
  return made;
}

const Concept& find(const MergedCatalog& catalog, const std::string& code) {
  for (const Concept& each : catalog.concepts) {
    if (each.code == code) return each;
  }
  static const Concept none;
  ADD_FAILURE() << code << " is not in the catalog";
  return none;
}

std::string told(const MergedCatalog& catalog) {
  std::string text;
  for (const MergeFinding& finding : catalog.report.findings) {
    text += std::string(finding_kind_name(finding.kind)) + " " + finding.file + " " + finding.system + " " + std::to_string(finding.count) +
            ": " + (finding.examples.empty() ? "" : finding.examples.front()) + "\n";
  }
  return text;
}

std::string designations(const Concept& value) {
  std::string text;
  for (const Designation& designation : value.designations) text += "[" + designation.text + "]";
  return text;
}

TEST(MergeTest, ANewerReleaseWinsForNameAndStatusAndTellsTheVersion) {
  Concept gone = entry("E11", "Old name");
  gone.status = Status::Inactive;
  const MergedCatalog catalog = merge({content("2025.txt", SourceRole::CodeList, "2025", {gone}),
                                       content("2026.txt", SourceRole::CodeList, "2026", {entry("E11", "New name")})});
  EXPECT_EQ(find(catalog, "E11").display, "New name");
  EXPECT_EQ(find(catalog, "E11").status, Status::Active);
  EXPECT_EQ(catalog.systems.at(0).version, "2026");
  EXPECT_EQ(told(catalog), "older-name 2025.txt icd10cm 1: E11 \"Old name\"\n");
}

TEST(MergeTest, ACodeOnlyAnOlderReleaseHasIsKeptAsInactiveAndCountedApart) {
  const MergedCatalog catalog = merge({content("2025.txt", SourceRole::CodeList, "2025", {entry("B88.0", "Other acariasis")}),
                                       content("tabular.xml", SourceRole::Tabular, "2023", {entry("B99.9", "Once a code")}),
                                       content("2026.txt", SourceRole::CodeList, "2026", {entry("B88.01", "Infestation")})});
  EXPECT_EQ(find(catalog, "B88.0").status, Status::Inactive);
  ASSERT_EQ(find(catalog, "B88.0").properties.size(), 1U);
  EXPECT_EQ(find(catalog, "B88.0").properties[0].name, "retired");
  EXPECT_EQ(find(catalog, "B88.0").properties[0].value, "2025");
  EXPECT_EQ(find(catalog, "B99.9").properties.at(0).value, "2023");
  const SystemCount& count = catalog.report.counts.at(0);
  EXPECT_EQ(count.concepts, 3U);
  EXPECT_EQ(count.listed, 1U);
  EXPECT_EQ(count.active, 1U);
  EXPECT_EQ(count.retired, 2U);
}

TEST(MergeTest, APartialListRetiresNothingAndItsNamesBecomeSynonyms) {
  SourceContent common = content("common.csv", SourceRole::CodeList, "2026-06", {entry("E11", "Adult-onset diabetes")});
  common.partial = true;
  const MergedCatalog catalog = merge({content("all.txt", SourceRole::CodeList, "2026-01", {entry("E11", "Type 2 diabetes"), entry("E10", "Type 1 diabetes")}),
                                       std::move(common)});
  EXPECT_EQ(find(catalog, "E11").display, "Type 2 diabetes");
  EXPECT_EQ(designations(find(catalog, "E11")), "[Adult-onset diabetes]");
  EXPECT_EQ(find(catalog, "E10").status, Status::Active);
  EXPECT_EQ(told(catalog), "");
}

TEST(MergeTest, DesignationsAreStoredOnceAndNeverRepeatTheDisplay) {
  const Concept index = with(with(with(entry("E11.9", ""), DesignationUse::Index, "Diabetes"), DesignationUse::Index, "DIABETES"),
                             DesignationUse::Index, "type 2 Diabetes");
  const MergedCatalog catalog = merge({content("index.xml", SourceRole::Index, "2025", {index}),
                                       content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")})});
  EXPECT_EQ(designations(find(catalog, "E11.9")), "[Diabetes]");
  EXPECT_EQ(catalog.report.designations, 1U);
  EXPECT_EQ(catalog.report.designations_dropped, 2U);
}

TEST(MergeTest, AnotherSpellingOfACodeIsTheSameCode) {
  const MergedCatalog catalog = merge({content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")}),
                                       content("own.tsv", SourceRole::Local, "", {entry("e119", "Sugar")})});
  ASSERT_EQ(catalog.concepts.size(), 1U);
  EXPECT_EQ(catalog.concepts[0].code, "E11.9");
  EXPECT_EQ(designations(catalog.concepts[0]), "[Sugar]");
}

TEST(MergeTest, AdditionsToUnknownCodesAreReported) {
  Concept mapped = entry("Z99.9", "");
  mapped.relations.push_back(Relation{"maps-to", "icd9cm", "V99.9", {}});
  const MergedCatalog catalog = merge({content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")}),
                                       content("gem.txt", SourceRole::Mapping, "2018", {mapped}),
                                       content("index.xml", SourceRole::Index, "2017", {with(entry("Z88", ""), DesignationUse::Index, "Allergy")})});
  EXPECT_EQ(told(catalog), "unknown-code gem.txt icd10cm 1: Z99.9\nunknown-code index.xml icd10cm 1: Z88 \"Allergy\"\n");
}

TEST(MergeTest, ALocalTableAddsToListedCodesAndDefinesOthers) {
  Concept inactive = with(entry("E11.9", "Sugar"), DesignationUse::Lay, "high sugar");
  inactive.status = Status::Inactive;
  const MergedCatalog catalog =
      merge({content("own.tsv", SourceRole::Local, "", {inactive, entry("E11.999", "A code of our own"), entry("47541", "Biliary access", "cpt4")}),
             content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")})});
  EXPECT_EQ(find(catalog, "E11.9").status, Status::Active);
  EXPECT_EQ(designations(find(catalog, "E11.9")), "[Sugar][high sugar]");
  EXPECT_EQ(find(catalog, "47541").display, "Biliary access");
  EXPECT_EQ(catalog.systems.at(0).id, "cpt4");
  EXPECT_EQ(told(catalog), "status-conflict own.tsv icd10cm 1: E11.9\nnot-in-code-list own.tsv icd10cm 1: E11.999 \"A code of our own\"\n");
}

TEST(MergeTest, OfTwoTabularsOnlyTheNewerDescribesACode) {
  Concept newer = with(entry("E11", "Type 2 diabetes"), DesignationUse::Inclusion, "Diabetes NOS");
  newer.notes.push_back(Note{NoteKind::Excludes1, "gestational diabetes"});
  Concept older = with(entry("E11", "Type 2 diabetes"), DesignationUse::Inclusion, "Diabetes of 2017");
  older.notes.push_back(Note{NoteKind::Excludes1, "an old note"});
  const MergedCatalog catalog = merge({content("t2017.xml", SourceRole::Tabular, "2017", {older}), content("t2023.xml", SourceRole::Tabular, "2023", {newer}),
                                       content("order.txt", SourceRole::CodeList, "2026", {entry("E11", "Type 2 diabetes")})});
  ASSERT_EQ(find(catalog, "E11").notes.size(), 1U);
  EXPECT_EQ(find(catalog, "E11").notes[0].text, "gestational diabetes");
  EXPECT_EQ(designations(find(catalog, "E11")), "[Diabetes NOS]");
  EXPECT_EQ(told(catalog), "older-record t2017.xml icd10cm 1: E11 \"Type 2 diabetes\"\n");
}

TEST(MergeTest, AnOlderListAddsNoShortNamesDatesOrNotes) {
  Concept newer = with(entry("E0601", "CPAP device", "hcpcs"), DesignationUse::Short, "Cpap dev");
  newer.properties.push_back(Property{"added", "1988-01-01"});
  Concept older = with(with(entry("E0601", "CPAP device", "hcpcs"), DesignationUse::Short, "Cpap"), DesignationUse::Synonym, "Breathing mask");
  older.properties.push_back(Property{"terminated", "2018-12-31"});
  const MergedCatalog catalog = merge({content("2026.csv", SourceRole::CodeList, "2026-01", {newer}), content("2019.txt", SourceRole::CodeList, "2019", {older})});
  EXPECT_EQ(designations(find(catalog, "E0601")), "[Cpap dev][Breathing mask]");
  ASSERT_EQ(find(catalog, "E0601").properties.size(), 1U);
}

TEST(MergeTest, TwoListsOfOneReleaseThatDisagreeAreAConflict) {
  const MergedCatalog catalog = merge({content("b.txt", SourceRole::CodeList, "2026", {entry("E11", "Second name")}),
                                       content("a.txt", SourceRole::CodeList, "2026", {entry("E11", "First name")})});
  EXPECT_EQ(find(catalog, "E11").display, "First name");
  EXPECT_EQ(designations(find(catalog, "E11")), "[Second name]");
  EXPECT_EQ(told(catalog), "name-conflict b.txt icd10cm 1: E11 \"Second name\"\n");
}

TEST(MergeTest, RelationsAreKeptOnceWithTheirFlags) {
  Concept mapped = entry("E11.9", "");
  mapped.relations = {Relation{"maps-to", "icd9cm", "250.00", {"approximate"}}, Relation{"maps-to", "icd9cm", "250.00", {"approximate"}},
                      Relation{"maps-to", "icd9cm", "250.00", {}}};
  const MergedCatalog catalog = merge({content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")}),
                                       content("gem.txt", SourceRole::Mapping, "2018", {mapped})});
  EXPECT_EQ(find(catalog, "E11.9").relations.size(), 2U);
}

TEST(MergeTest, ParentsMustExistAndMustNotLeadBack) {
  Concept orphan = entry("E11.9", "Type 2 diabetes");
  orphan.parent = "E99";
  Concept one = entry("A1", "One", "own");
  one.parent = "A2";
  Concept two = entry("A2", "Two", "own");
  two.parent = "A1";
  const MergedCatalog catalog = merge({content("order.txt", SourceRole::CodeList, "2026", {orphan}), content("own.tsv", SourceRole::Local, "", {one, two})});
  EXPECT_EQ(find(catalog, "E11.9").parent, "");
  EXPECT_EQ(find(catalog, "A1").parent, "A2");
  EXPECT_EQ(find(catalog, "A2").parent, "");
  EXPECT_EQ(told(catalog), "unknown-parent order.txt icd10cm 1: E11.9 under \"E99\"\nparent-cycle own.tsv own 1: A2 under \"A1\"\n");
}

TEST(MergeTest, CountsOfASiteReplaceEveryOtherUsageOfThatSystem) {
  Concept first = entry("2160-0", "Creatinine", "loinc");
  first.usage = 2000;
  Concept second = entry("718-7", "Hemoglobin", "loinc");
  second.usage = 1999;
  Concept counted = entry("718-7", "", "loinc");
  counted.usage = 7;
  const MergedCatalog catalog = merge({content("loinc.csv", SourceRole::CodeList, "2.78", {first, second}), content("usage.csv", SourceRole::Usage, "", {counted})});
  EXPECT_EQ(find(catalog, "2160-0").usage, 0U);
  EXPECT_EQ(find(catalog, "718-7").usage, 7U);
}

TEST(MergeTest, ArticlesNeedTheirConceptAndTheLastReviewedIsKept) {
  SourceContent old_article = content("old.json", SourceRole::Local, "", {});
  old_article.articles = {Article{"icd10cm", "E119", ArticleKind::Diagnosis, "Old", "2025-01-01", {}},
                          Article{"icd10cm", "X00", ArticleKind::Diagnosis, "Nothing", "2025-01-01", {}}};
  SourceContent new_article = content("new.json", SourceRole::Local, "", {});
  new_article.articles = {Article{"icd10cm", "E11.9", ArticleKind::Diagnosis, "New", "2026-01-01", {}}};
  const MergedCatalog catalog = merge({content("order.txt", SourceRole::CodeList, "2026", {entry("E11.9", "Type 2 diabetes")}),
                                       std::move(old_article), std::move(new_article)});
  ASSERT_EQ(catalog.articles.size(), 1U);
  EXPECT_EQ(catalog.articles[0].title, "New");
  EXPECT_EQ(catalog.articles[0].code, "E11.9");
  EXPECT_EQ(told(catalog), "unknown-code old.json icd10cm 1: X00 (article)\nduplicate-article old.json icd10cm 1: E11.9\n");
}

TEST(MergeTest, TheOrderOfTheSourcesDoesNotMatter) {
  std::vector<SourceContent> contents = {
      content("own.tsv", SourceRole::Local, "", {entry("Z1", "Own", "zebra"), entry("A1", "Own", "aardvark"), with(entry("E11", "Sugar"), DesignationUse::Lay, "a")}),
      content("2025.txt", SourceRole::CodeList, "2025", {with(entry("E11", "Old"), DesignationUse::Synonym, "b"), entry("E10", "Gone")}),
      content("2026.txt", SourceRole::CodeList, "2026", {with(entry("E11", "New"), DesignationUse::Synonym, "c"), entry("E09", "Drug")}),
      content("i.xml", SourceRole::Index, "2022", {with(entry("E11", ""), DesignationUse::Index, "d")}),
  };
  const auto shown = [](const MergedCatalog& catalog) {
    std::string text;
    for (const Concept& each : catalog.concepts) text += each.system + "/" + each.code + "=" + each.display + designations(each) + "\n";
    return text + told(catalog);
  };
  const std::string first = shown(merge(contents));
  EXPECT_EQ(first.substr(0, 69), "icd10cm/E09=Drug\nicd10cm/E10=Gone\nicd10cm/E11=New[c][b][Sugar][a][d]\n");
  std::reverse(contents.begin(), contents.end());
  EXPECT_EQ(shown(merge(contents)), first);
  std::swap(contents[0], contents[2]);
  EXPECT_EQ(shown(merge(contents)), first);
}

TEST(ReleaseOrderTest, ReleasesAreComparedNumberByNumber) {
  EXPECT_TRUE(release_before("2025", "2026"));
  EXPECT_TRUE(release_before("2026", "2026-01"));
  EXPECT_TRUE(release_before("2026-01", "2026-10"));
  EXPECT_TRUE(release_before("2.9", "2.78"));
  EXPECT_TRUE(release_before("", "2017"));
  EXPECT_TRUE(release_before("20260301", "2026-09-01"));
  EXPECT_TRUE(release_before("41.1", "2019"));
  EXPECT_FALSE(release_before("2026", "2026"));
  EXPECT_FALSE(releases_comparable("2.78", "2026"));
  EXPECT_FALSE(releases_comparable("", "2026"));
  EXPECT_TRUE(releases_comparable("2019", "2026-01"));
}

TEST(MergeReportTest, EveryFindingHasANameAndASentence) {
  for (int kind = 0; kind <= static_cast<int>(FindingKind::DuplicateArticle); ++kind) {
    EXPECT_FALSE(finding_kind_name(static_cast<FindingKind>(kind)).empty());
    EXPECT_FALSE(sentence_of(static_cast<FindingKind>(kind)).empty());
  }
}

}  // namespace
}  // namespace medcode
