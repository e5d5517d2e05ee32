// Are a site's usage counts read, and each wrong row told?
#include "core/sources/usage.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

TEST(UsageTest, CountsAreReadForCodesInAnySpelling) {
  const std::string text = testing::fixture_text("usage.csv");
  const SourceFile file{"usage.csv", text};
  ASSERT_TRUE(is_usage(file));
  const Result<SourceContent> content = read_usage(file);
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->role, SourceRole::Usage);
  EXPECT_EQ(testing::find_concept(*content, "icd10cm", "E11.9")->usage, 48211U);
  EXPECT_EQ(testing::find_concept(*content, "cpt4", "47541")->usage, 12U);
}

TEST(UsageTest, EveryWrongRowIsToldByItsLineAndReason) {
  const std::string text = testing::fixture_text("usage_broken.csv");
  const Result<SourceContent> content = read_usage(SourceFile{"usage.csv", text});
  ASSERT_TRUE(content.ok());
  std::string told;
  for (const Refusal& refusal : content->report.refusals) told += std::to_string(refusal.line) + ": " + refusal.reason + "\n";
  EXPECT_EQ(told,
            "3: The code \"E11.9\" is already in line 2.\n"
            "4: This is not the id of one code system: \"icd10\"\n"
            "5: The row has no code.\n"
            "6: The count is not a whole number up to 4294967295: \"many\"\n");
}

TEST(UsageTest, AFileWithOnlyItsHeaderIsAnError) {
  const Result<SourceContent> content = read_usage(SourceFile{"usage.csv", "system,code,count\n"});
  ASSERT_FALSE(content.ok());
  EXPECT_EQ(content.error().code, ErrorCode::Empty);
}

}  // namespace
}  // namespace medcode
