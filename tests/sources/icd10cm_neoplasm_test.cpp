#include "core/sources/icd10cm_neoplasm.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

Result<SourceContent> read(const std::string& text) { return read_icd10cm_neoplasm(SourceFile{"neoplasm.xml", text}); }

bool names(const SourceContent& content, std::string_view code, std::string_view text) {
  const Concept* found = testing::find_concept(content, "icd10cm", code);
  return found != nullptr && testing::has_designation(*found, DesignationUse::Index, text);
}

TEST(Icd10cmNeoplasm, IsRecognisedByItsFirstHeading) {
  EXPECT_TRUE(is_icd10cm_neoplasm(SourceFile{"x", testing::fixture_text("icd10cm/neoplasm.xml")}));
  EXPECT_FALSE(is_icd10cm_neoplasm(SourceFile{"x", testing::fixture_text("icd10cm/drug.xml")}));
}

TEST(Icd10cmNeoplasm, EachColumnSaysItsBehaviour) {
  const Result<SourceContent> content = read(testing::fixture_text("icd10cm/neoplasm.xml"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_TRUE(names(*content, "C80.1", "malignant primary neoplasm"));
  EXPECT_TRUE(names(*content, "C50.9", "malignant primary neoplasm of breast (female) (male)"));
  EXPECT_TRUE(names(*content, "C50.4", "malignant primary neoplasm of breast, upper-outer quadrant"));
  EXPECT_TRUE(names(*content, "C79.81", "malignant secondary neoplasm of breast (female) (male)"));
  EXPECT_TRUE(names(*content, "D05.9", "carcinoma in situ of breast (female) (male)"));
  EXPECT_TRUE(names(*content, "D36.9", "benign neoplasm"));
  EXPECT_TRUE(names(*content, "D48.6", "neoplasm of uncertain behavior of breast, upper-outer quadrant"));
  EXPECT_TRUE(names(*content, "D49.3", "neoplasm of unspecified behavior of breast, upper-outer quadrant"));
  EXPECT_EQ(content->report.refused, 0U);
}

TEST(Icd10cmNeoplasm, AReferenceGivesTheSameCodesAnotherName) {
  const Result<SourceContent> content = read(testing::fixture_text("icd10cm/neoplasm.xml"));
  ASSERT_TRUE(content.ok());
  EXPECT_TRUE(names(*content, "C50.9", "malignant primary neoplasm of mamma"));
  EXPECT_TRUE(names(*content, "C79.81", "malignant secondary neoplasm of mamma"));
  EXPECT_EQ(content->report.read, 4U);
  EXPECT_EQ(content->report.skipped, 1U);
}

TEST(Icd10cmNeoplasm, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("icd10cm/neoplasm.xml");
  const std::vector<testing::Damage> damages = {
      {"<cell col=\"7\">D49.3", "<cell col=\"9\">D49.3", "neoplasm.xml:12: The table has a column 9; only 2 to 7 have a known meaning."},
      {"<cell col=\"7\">", "<cell col=\"0\">", "neoplasm.xml:12: A cell stands in column \"0\"; expected 1 to 9."},
      {"C79.81", "C79..81", "neoplasm.xml:11: \"C79..81\" under \"breast (female) (male)\" is not an ICD-10-CM code."},
      {"ICD10CM.index>\n  <version>", "ICD10CM.other>\n  <version>",
       "neoplasm.xml:18: The XML is not well-formed: Start-end tags mismatch. Download the file again; it may have been cut off or edited."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
}

}  // namespace
}  // namespace medcode
