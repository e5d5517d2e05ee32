// Are chapters read, sections found within them, and each wrong row told?
#include "core/sources/chapter_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace medcode {
namespace {

const std::string header = "system,first,last,chapter\n";

TEST(ChapterTable, IsKnownByItsHeaderRow) {
  EXPECT_TRUE(is_chapter_table(SourceFile{"a.csv", header}));
  EXPECT_TRUE(is_chapter_table(SourceFile{"a.tsv", "system\tfirst\tlast\tchapter\n"}));
  EXPECT_FALSE(is_chapter_table(SourceFile{"a.csv", "system,code,count\n"}));
  EXPECT_FALSE(is_chapter_table(SourceFile{"a.csv", ""}));
}

TEST(ChapterTable, FindsTheNarrowestChapterARunLiesIn) {
  const std::string text = header + "pcs,0,0,Medical and Surgical\npcs,0F,0F,Hepatobiliary System\nicd9cm,140,239,Neoplasms\n\nicd9cm,140,149,\"Lip, mouth\"\nicd9cm,239,239,Unspecified\n";
  const Result<SourceContent> content = read_chapter_table(SourceFile{"chapters.csv", text});
  ASSERT_TRUE(content.ok());
  std::string told;
  for (const Group& group : content->groups) told += group.system + " " + group.id + " in [" + group.parent + "] " + group.title + "\n";
  EXPECT_EQ(told,
            "icd10pcs 0 in [] Medical and Surgical\n"
            "icd10pcs 0F in [0] Hepatobiliary System\n"
            "icd9cm 140-239 in [] Neoplasms\n"
            "icd9cm 140-149 in [140-239] Lip, mouth\n"
            "icd9cm 239 in [140-239] Unspecified\n");
  EXPECT_EQ(content->role, SourceRole::Usage);
  EXPECT_EQ(content->report.read, 5U);
}

TEST(ChapterTable, TellsEveryWrongRowByItsLineAndReason) {
  const std::string text = header + "hcpcs,A0000,A0999,Transport\nhcpcs,A0000,A0999,Again\nicd10,E00,E89,x\nhcpcs,B9,A1,x\nhcpcs,,C1,x\nhcpcs,C1,C2,\n";
  const Result<SourceContent> content = read_chapter_table(SourceFile{"chapters.csv", text});
  ASSERT_TRUE(content.ok());
  std::string told;
  for (const Refusal& refusal : content->report.refusals) told += std::to_string(refusal.line) + ": " + refusal.reason + "\n";
  EXPECT_EQ(told,
            "3: The chapter \"A0000-A0999\" stands twice; the first one counts.\n"
            "4: This is not the id of one code system: \"icd10\"\n"
            "5: The first code \"B9\" stands behind the last one \"A1\".\n"
            "6: The row has no first code, no last code or no chapter.\n"
            "7: The row has no first code, no last code or no chapter.\n");
  EXPECT_EQ(read_chapter_table(SourceFile{"chapters.csv", header}).error().code, ErrorCode::Empty);
}

}  // namespace
}  // namespace medcode
