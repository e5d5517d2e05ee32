#include "core/sources/icd10cm_tabular.hpp"

#include <gtest/gtest.h>

#include "core/sources/tabular_notes.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::fixture_text;

Result<SourceContent> read(const std::string& text) { return read_icd10cm_tabular(SourceFile{"tabular.xml", text}); }

SourceContent fixture() {
  Result<SourceContent> content = read(fixture_text("icd10cm/tabular.xml"));
  EXPECT_TRUE(content.ok()) << testing::complaint(content);
  return content.ok() ? *content : SourceContent{};
}

std::vector<std::string> note_lines(const std::vector<Note>& notes, NoteKind kind) {
  std::vector<std::string> lines;
  for (const Note& note : notes) {
    if (note.kind == kind) lines.push_back(note.text);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Icd10cmTabular, IsRecognisedByItsRootElement) {
  EXPECT_TRUE(is_icd10cm_tabular(SourceFile{"x", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a -->\n<ICD10CM.tabular>"}));
  EXPECT_FALSE(is_icd10cm_tabular(SourceFile{"x", "<?xml version=\"1.0\"?><ICD10CM.index>"}));
  EXPECT_FALSE(is_icd10cm_tabular(SourceFile{"x", "text <ICD10CM.tabular>"}));
}

TEST(Icd10cmTabular, ChaptersAndSectionsBecomeNestedGroupsWithNotes) {
  const SourceContent content = fixture();
  EXPECT_EQ(content.role, SourceRole::Tabular);
  EXPECT_EQ(content.release, "2023");
  ASSERT_EQ(content.groups.size(), 4U);
  EXPECT_EQ(content.groups[0].id, "S00-T88");
  EXPECT_EQ(content.groups[0].title, "Injury and poisoning");
  EXPECT_EQ(content.groups[0].parent, "");
  EXPECT_EQ(note_lines(content.groups[0].notes, NoteKind::Excludes1), Lines{"birth trauma (P10-P15)"});
  EXPECT_EQ(content.groups[1].parent, "S00-T88");
  EXPECT_EQ(content.groups[2].id, "S50-S59");
  EXPECT_EQ(content.groups[2].parent, "S00-T14");
  EXPECT_EQ(content.groups[2].first, "S50");
  EXPECT_EQ(content.groups[2].last, "S59");
  EXPECT_EQ(content.groups[3].id, "T07");
  EXPECT_EQ(content.groups[3].last, "T07");
}

TEST(Icd10cmTabular, InclusionTermsAndNamesAmongIncludesBecomeDesignations) {
  const SourceContent content = fixture();
  const Concept* radius = testing::find_concept(content, "icd10cm", "S52.5");
  ASSERT_NE(radius, nullptr);
  EXPECT_EQ(radius->display, "Fracture of lower end of radius");
  EXPECT_EQ(radius->parent, "S52");
  ASSERT_EQ(radius->designations.size(), 2U);
  EXPECT_TRUE(testing::has_designation(*radius, DesignationUse::Inclusion, "Fracture of distal end of radius"));
  const Concept* forearm = testing::find_concept(content, "icd10cm", "S52");
  ASSERT_EQ(forearm->designations.size(), 1U);
  EXPECT_EQ(forearm->designations[0].text, "broken forearm");
  EXPECT_EQ(note_lines(forearm->notes, NoteKind::Includes).size(), 3U);
}

TEST(Icd10cmTabular, EveryKindOfNoteIsKept) {
  const SourceContent content = fixture();
  const Concept* radius = testing::find_concept(content, "icd10cm", "S52.5");
  EXPECT_EQ(note_lines(radius->notes, NoteKind::CodeFirst), Lines{"osteoporosis (M80.-)"});
  EXPECT_EQ(note_lines(radius->notes, NoteKind::UseAdditionalCode), Lines{"cause"});
  EXPECT_EQ(note_lines(radius->notes, NoteKind::CodeAlso), Lines{"nerve injury"});
  const Concept* forearm = testing::find_concept(content, "icd10cm", "S52");
  EXPECT_EQ(note_lines(forearm->notes, NoteKind::Excludes2), Lines{"fracture at wrist (S62.-)"});
  EXPECT_EQ(note_lines(forearm->notes, NoteKind::SeventhCharacter),
            (Lines{"Add the 7th character to each code", "A: initial encounter", "B: initial encounter for open fracture; open fracture NOS"}));
  const Concept* multiple = testing::find_concept(content, "icd10cm", "T07");
  EXPECT_EQ(note_lines(multiple->notes, NoteKind::Other),
            Lines{"Category 1, visual acuity with best possible correction: less than 6/18, 20/70; at least 6/60, 20/200"});
}

TEST(Icd10cmTabular, ACodeThatAsksForASeventhCharacterIsAHeader) {
  const SourceContent content = fixture();
  EXPECT_EQ(testing::find_concept(content, "icd10cm", "S52.5")->billing, Billing::Header);
  EXPECT_EQ(testing::find_concept(content, "icd10cm", "T07")->billing, Billing::Billable);
}

TEST(Icd10cmTabular, AnUnknownElementIsCountedWithItsName) {
  const SourceContent content = fixture();
  ASSERT_EQ(content.report.skip_reasons.size(), 1U);
  EXPECT_EQ(content.report.skip_reasons[0].reason, "is an element this reader does not know");
  EXPECT_EQ(content.report.skip_reasons[0].example, "\"puzzle\"");
  EXPECT_EQ(content.report.skip_reasons[0].first_line, 57U);
  EXPECT_EQ(content.report.read, 7U);
}

TEST(Icd10cmTabular, BadNodesAreRefusedWithTheirLine) {
  const Result<SourceContent> content = read(fixture_text("icd10cm/tabular_broken.xml"));
  ASSERT_TRUE(content.ok());
  Lines lines;
  for (const Refusal& each : content->report.refusals) lines.push_back(std::to_string(each.line) + ": " + each.reason);
  EXPECT_EQ(lines,
            (Lines{"4: A chapter has the id \"\" and the title \"A chapter without its run of codes\"; expected a run of codes such as "
                   "\"A00-B99\" and a title.",
                   "10: A code is named \"A0\" with the title \"Too short\"; expected a code such as \"A00.0\" and a title.",
                   "11: A code is named \"A01\" with the title \"\"; expected a code such as \"A00.0\" and a title.",
                   "12: The code \"A00\" stands twice; the first one counts."}));
  EXPECT_EQ(content->concepts.size(), 1U);
}

TEST(Icd10cmTabular, AFileThatIsNoTabularListIsAnError) {
  EXPECT_EQ(testing::complaint(read("")), "tabular.xml: The ICD10CM.tabular XML file has no rows. Download the file again; it may have been cut off.");
  EXPECT_EQ(testing::complaint(read("<a/>")),
            "tabular.xml:1: The root element is \"a\", not \"ICD10CM.tabular\". Check that the file is the publisher's own, unchanged.");
  EXPECT_EQ(testing::complaint(read("<ICD10CM.tabular>\n<chapter>\n")),
            "tabular.xml:2: The XML is not well-formed: Start-end tags mismatch. Download the file again; it may have been cut off or edited.");
  EXPECT_EQ(testing::complaint(read("<ICD10CM.tabular/>")),
            "tabular.xml: The ICD-10-CM tabular list has no rows. Download the file again; it may have been cut off.");
}

TEST(ReadsLikeName, ShortNounPhrasesDoAndInstructionsDoNot) {
  EXPECT_TRUE(reads_like_name("juvenile onset diabetes (mellitus)"));
  EXPECT_FALSE(reads_like_name("the following: fractures"));
  EXPECT_FALSE(reads_like_name("conditions in I11-I13"));
  EXPECT_FALSE(reads_like_name("any condition due to hypertension"));
  EXPECT_FALSE(reads_like_name("diseases classifiable to A00"));
  EXPECT_FALSE(reads_like_name(""));
}

}  // namespace
}  // namespace medcode
