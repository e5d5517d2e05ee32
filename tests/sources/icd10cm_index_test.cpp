#include "core/sources/icd10cm_index.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Result<SourceContent> read(const std::string& text) { return read_icd10cm_index(SourceFile{"index.xml", text}); }

SourceContent fixture() {
  Result<SourceContent> content = read(testing::fixture_text("icd10cm/index.xml"));
  EXPECT_TRUE(content.ok()) << testing::complaint(content);
  return content.ok() ? *content : SourceContent{};
}

Lines names_of(const SourceContent& content, std::string_view code) {
  Lines names;
  const Concept* found = testing::find_concept(content, "icd10cm", code);
  if (found == nullptr) return names;
  for (const Designation& each : found->designations) {
    EXPECT_EQ(each.use, DesignationUse::Index);
    names.push_back(each.text);
  }
  return names;
}

TEST(Icd10cmIndex, IsRecognisedAndTablesAreNot) {
  EXPECT_TRUE(is_icd10cm_index(SourceFile{"x", testing::fixture_text("icd10cm/index.xml")}));
  EXPECT_FALSE(is_icd10cm_index(SourceFile{"x", testing::fixture_text("icd10cm/drug.xml")}));
  EXPECT_FALSE(is_icd10cm_index(SourceFile{"x", testing::fixture_text("icd10cm/tabular.xml")}));
}

TEST(Icd10cmIndex, TheWayFromTheMainTermDownIsThePhrase) {
  const SourceContent content = fixture();
  EXPECT_EQ(content.role, SourceRole::Index);
  EXPECT_EQ(content.release, "2017");
  EXPECT_EQ(names_of(content, "E11.40"), Lines{"Diabetes, diabetic, type 2, with neuropathy"});
  EXPECT_EQ(names_of(content, "E11.9"), (Lines{"Diabetes, diabetic (mellitus) (sugar)", "Diabetes, diabetic, type 2"}));
}

TEST(Icd10cmIndex, AnIncompleteCodeNamesItsCategory) { EXPECT_EQ(names_of(fixture(), "S52.9"), Lines{"Forearm fracture"}); }

TEST(Icd10cmIndex, TheManifestationCodeGetsTheNameToo) {
  const SourceContent content = fixture();
  EXPECT_EQ(names_of(content, "E85.4"), Lines{"Amyloidosis (generalized)"});
  EXPECT_EQ(names_of(content, "I43"), Lines{"Amyloidosis (generalized)"});
}

TEST(Icd10cmIndex, AReferenceIsFollowedToItsCode) {
  const SourceContent content = fixture();
  EXPECT_EQ(names_of(content, "R10.9"), (Lines{"Abdominalgia", "Pain, abdominal"}));
  EXPECT_EQ(names_of(content, "M14.6"), Lines{"Arthropathy, neuropathic"});
}

TEST(Icd10cmIndex, AReferenceMayLeaveOutAConnectingTitle) {
  EXPECT_EQ(names_of(fixture(), "E11.36"), (Lines{"Diabetes, diabetic, with cataract", "Sugar cataract"}));
}

TEST(Icd10cmIndex, WhatLeadsToNoCodeIsSkippedWithTheReason) {
  const SourceContent content = fixture();
  Lines reasons;
  for (const SkipReason& each : content.report.skip_reasons) {
    reasons.push_back(std::to_string(each.count) + " " + each.reason + ", line " + std::to_string(each.first_line) + " " + each.example);
  }
  EXPECT_EQ(reasons, (Lines{"1 refers to the condition itself, wherever that stands, line 8 \"Abdomen, abdominal\"",
                            "4 is a heading or a remark without a code, line 12 \"Arthropathy\"",
                            "1 refers to a choice of entries (by site, by type, by substance), line 35 \"Thing\"",
                            "1 refers to another table (neoplasms, drugs and chemicals), line 36 \"Tumor of skin\"",
                            "2 refers to itself in a circle, line 37 \"Ping\"",
                            "1 refers to an entry that is not in this file, line 39 \"Nowhere\"",
                            "1 refers to a heading without a code of its own, line 40 \"Headache, unruled\""}));
  EXPECT_EQ(content.report.read + content.report.skipped, 22U);
  EXPECT_EQ(content.report.refused, 0U);
}

TEST(Icd10cmIndex, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("icd10cm/index.xml");
  const std::vector<testing::Damage> damages = {
      {"<code>R10.0</code>", "<code>R1</code>", "index.xml:9: \"R1\" under \"acute\" is not an ICD-10-CM code."},
      {"<title>acute</title>", "<title></title>", "index.xml:9: A term has no title."},
      {"</ICD10CM.index>", "", "index.xml:43: The XML is not well-formed: Start-end tags mismatch. Download the file again; it may have been cut off or edited."},
      {"Abdominalgia", "Abd\xFF", "index.xml:7: The file is not UTF-8: byte 195 does not belong to a character. Save the file as UTF-8, or take the publisher's own file unchanged."},
      {"", "<ICD10CM.index><version>2017</version></ICD10CM.index>",
       "index.xml: The ICD-10-CM alphabetic index has no rows. Download the file again; it may have been cut off."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
}

TEST(Icd10cmIndex, APhraseThatIsNoNameAnyMoreIsRefused) {
  const std::string text = "<ICD10CM.index><letter><mainTerm><title>" + std::string(1200, 'a') + "</title><code>A00</code></mainTerm></letter></ICD10CM.index>";
  EXPECT_NE(testing::complaint(read(text)).find("has 1200 bytes; at most 1000 are taken."), std::string::npos);
}

}  // namespace
}  // namespace medcode
