#include "core/sources/icd10pcs_tables.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

Result<SourceContent> read(const std::string& text) { return read_icd10pcs_tables(SourceFile{"tables.xml", text}); }

TEST(Icd10pcsTables, AreRecognised) {
  EXPECT_TRUE(is_icd10pcs_tables(SourceFile{"x", testing::fixture_text("icd10pcs/tables.xml")}));
  EXPECT_FALSE(is_icd10pcs_tables(SourceFile{"x", testing::fixture_text("icd10pcs/index.xml")}));
}

TEST(Icd10pcsTables, AxesValuesAndLabelsAreRead) {
  const Result<SourceContent> content = read(testing::fixture_text("icd10pcs/tables.xml"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->role, SourceRole::Tabular);
  EXPECT_EQ(content->release, "2023");
  ASSERT_EQ(content->axis_tables.size(), 1U);
  const AxisTable& table = content->axis_tables[0];
  ASSERT_EQ(table.head.size(), 3U);
  EXPECT_EQ(table.head[2].definition, "Taking or letting out fluids");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].columns[0].title, "Body Part");
  EXPECT_EQ(table.rows[0].columns[0].values[1].label, "Common Bile Duct");
  EXPECT_EQ(content->report.read, 2U);
}

TEST(Icd10pcsTables, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("icd10pcs/tables.xml");
  const std::vector<testing::Damage> damages = {
      {"codes=\"4\"", "codes=\"5\"", "tables.xml:9: A row says that it makes \"5\" codes; its values make 4."},
      {"<axis pos=\"5\"", "<axis pos=\"6\"", "tables.xml:9: A row does not have the axes 4 to 7 with a title and values of one character each."},
      {"code=\"4\">Gallbladder", "code=\"44\">Gallbladder",
       "tables.xml:9: A row does not have the axes 4 to 7 with a title and values of one character each."},
      {"<axis pos=\"2\"", "<axis pos=\"4\"",
       "tables.xml:5: None of the 1 rows of the ICD-10-PCS tables could be read. The first: A table does not start with the axes 1 to 3 "
       "with one value each. Check that the file is the publisher's own, unchanged."},
      {"", "<ICD10PCS.tabular/>", "tables.xml: The ICD-10-PCS tables has no rows. Download the file again; it may have been cut off."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
}

}  // namespace
}  // namespace medcode
