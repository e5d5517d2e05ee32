#include "core/sources/icd10pcs_definitions.hpp"

#include <gtest/gtest.h>

#include "core/sources/pcs_terms.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

Result<SourceContent> read(const std::string& text) { return read_icd10pcs_definitions(SourceFile{"definitions.xml", text}); }

Lines synonym_lines(const SourceContent& content) {
  Lines lines;
  for (const TermSynonym& each : content.synonyms) lines.push_back(each.system + ": " + each.from + " = " + each.to);
  return lines;
}

TEST(Icd10pcsDefinitions, EverydayWordsStandForTerms) {
  const std::string text = testing::fixture_text("icd10pcs/definitions.xml");
  EXPECT_TRUE(is_icd10pcs_definitions(SourceFile{"x", text}));
  const Result<SourceContent> content = read(text);
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(synonym_lines(*content), (Lines{"icd10pcs: thoracentesis = drainage", "icd10pcs: upper arm vein = cephalic vein",
                                            "icd10pcs: uav = cephalic vein", "icd10pcs: choledochus = common bile duct",
                                            "icd10pcs: stentname system = intraluminal device"}));
  EXPECT_EQ(content->axis_definitions.size(), 5U);
  EXPECT_EQ(content->report.read, 4U);
  EXPECT_EQ(content->report.skipped, 1U);
}

TEST(Icd10pcsDefinitions, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("icd10pcs/definitions.xml");
  const std::vector<testing::Damage> damages = {
      {"<axis pos=\"4\">", "<axis pos=\"8\">", "definitions.xml:10: An axis has the section \"0\" and the position \"8\"; expected one character and 1 to 7."},
      {"<includes>Choledochus</includes>", "", "definitions.xml:12: Terms \"Common Bile Duct\" have no title or say nothing of it."},
      {"", "<ICD10PCS.definitions/>", "definitions.xml: The ICD-10-PCS definitions has no rows. Download the file again; it may have been cut off."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
}

}  // namespace
}  // namespace medcode
