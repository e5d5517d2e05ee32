#include "core/sources/icd10pcs_index.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Result<SourceContent> read(const std::string& text) { return read_icd10pcs_index(SourceFile{"index.xml", text}); }

TEST(Icd10pcsIndex, CodesAndTablesGetTheWordsThatLeadToThem) {
  const std::string text = testing::fixture_text("icd10pcs/index.xml");
  EXPECT_TRUE(is_icd10pcs_index(SourceFile{"x", text}));
  const Result<SourceContent> content = read(text);
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  Lines lines;
  for (const Concept& each : content->concepts) {
    for (const Designation& name : each.designations) lines.push_back(each.code + " " + name.text);
  }
  EXPECT_EQ(lines, (Lines{"0QB Acetabulectomy", "0UT Abdominohysterectomy", "10A Abortion, Products of Conception", "10A07ZW Abortion, Laminaria"}));
}

TEST(Icd10pcsIndex, UseAndSeeBecomeSynonyms) {
  const Result<SourceContent> content = read(testing::fixture_text("icd10pcs/index.xml"));
  ASSERT_TRUE(content.ok());
  Lines lines;
  for (const TermSynonym& each : content->synonyms) lines.push_back(each.from + " = " + each.to);
  EXPECT_EQ(lines, (Lines{"abdominal aortic plexus = abdominal sympathetic nerve", "abdominohysterectomy = resection uterus", "ablation = destruction",
                          "achillotenotomy = division lower leg tendon left", "achillotomy = division lower leg tendon left",
                          "monitor wire = monitoring device"}));
}

TEST(Icd10pcsIndex, EveryTermIsCounted) {
  const Result<SourceContent> content = read(testing::fixture_text("icd10pcs/index.xml"));
  ASSERT_TRUE(content.ok());
  EXPECT_EQ(content->report.read, 8U);
  EXPECT_EQ(content->report.skipped, 4U);
}

TEST(Icd10pcsIndex, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("icd10pcs/index.xml");
  const std::vector<testing::Damage> damages = {
      {"10A07ZW", "1OA07ZW", "index.xml:15: \"1OA07ZW\" under \"Abortion, Laminaria\" is not an ICD-10-PCS code or the start of one."},
      {"0QB", "0Q", "index.xml:17: \"0Q\" under \"Acetabulectomy\" is not an ICD-10-PCS code or the start of one."},
      {"<title>Monitor wire</title>", "", "index.xml:19: A main term has no title."},
      {"", "<ICD10PCS.index/>", "index.xml: The ICD-10-PCS index has no rows. Download the file again; it may have been cut off."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
}

}  // namespace
}  // namespace medcode
