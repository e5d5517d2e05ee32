#include "core/sources/plain_table.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace medcode {
namespace {

using Names = std::array<std::string_view, 3>;

TEST(PlainTable, WantedColumnsComeInTheOrderAskedFor) {
  const SourceFile file{"t.txt", "\xEF\xBB\xBF" "Id\tName\tExtra\r\n1\tone \"quoted\r\n\r\n2\t two \t\n"};
  SourceReport report;
  auto table = PlainTable::with_header(file, '\t', Names{"name", "id", "missing"}, 2);
  ASSERT_TRUE(table.ok());
  EXPECT_TRUE(table->next(report));
  EXPECT_EQ((*table)[0], "two");
  EXPECT_EQ((*table)[1], "2");
  EXPECT_EQ((*table)[2], "");
  EXPECT_EQ(table->line(), 4U);
  EXPECT_FALSE(table->next(report));
  EXPECT_EQ(report.skipped, 1U);
  ASSERT_EQ(report.refused, 1U);
  EXPECT_EQ(report.refusals[0].line, 2U);
  EXPECT_EQ(report.refusals[0].reason, "The row has 2 fields instead of 3: \"1?one \"quoted\".");
}

TEST(PlainTable, AMissingColumnIsNamed) {
  const auto table = PlainTable::with_header({"t.txt", "id|name\n"}, '|', Names{"id", "name", "code"}, 3);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error().message, "The header has no column \"code\".");
  EXPECT_FALSE(PlainTable::with_header({"t.txt", ""}, '|', Names{"id", "name", "code"}, 3).ok());
}

TEST(PlainTable, OnlyTheRowsWithBadBytesAreRefused) {
  const SourceFile file{"t.txt", "a|b|\nc\xFF|d|\ne|f|\n"};
  SourceReport report;
  auto table = PlainTable::without_header(file, '|', 3);
  std::string firsts;
  while (table->next(report)) firsts += (*table)[0];
  EXPECT_EQ(firsts, "ae");
  ASSERT_EQ(report.refused, 1U);
  EXPECT_EQ(report.refusals[0].reason, "The row is not UTF-8: \"c?|d|\".");
}

}  // namespace
}  // namespace medcode
