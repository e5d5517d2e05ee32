// Are codes laid down against the one before, and given back whole?
#include "core/catalog/code_table.hpp"

#include <gtest/gtest.h>

#include "core/catalog/format.hpp"

namespace medcode::catalog {
namespace {

TEST(CodeTable, WritesOfEachCodeWhatDiffersFromTheOneBefore) {
  CodeTableWriter writer;
  for (const char* code : {"E11", "E11.2", "E11.21", "E11.9", "I10"}) writer.add(code);
  EXPECT_EQ(writer.prefixes(), std::string("\0\3\5\4\0", 5));
  EXPECT_EQ(writer.suffixes(), "E11\n.2\n1\n9\nI10\n");
  const Result<CodeTable> table = read_code_table(writer.prefixes(), writer.suffixes(), 5);
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table->size(), 5U);
  EXPECT_EQ(table->code(2), "E11.21");
  EXPECT_EQ(table->code(4), "I10");
}

TEST(CodeTable, RefusesWhatIsDamaged) {
  const auto is_refused = [](std::string_view prefixes, std::string_view suffixes, std::uint32_t count) {
    const Result<CodeTable> table = read_code_table(prefixes, suffixes, count);
    return !table.ok() && table.error().code == ErrorCode::Damaged;
  };
  const std::string_view two("\0\1", 2);
  EXPECT_FALSE(is_refused(two, "A1\n2\n", 2));
  EXPECT_TRUE(is_refused(two, "A1\n2\n", 1)) << "codes are left";
  EXPECT_TRUE(is_refused(two, "A1\n2\n", 3)) << "a code is missing";
  EXPECT_TRUE(is_refused(two, "A1\n2", 2)) << "a line without end";
  EXPECT_TRUE(is_refused(std::string_view("\0\3", 2), "A1\n2\n", 2)) << "more shared than there was";
  EXPECT_TRUE(is_refused(std::string_view("\0\0", 2), "A1\nA2\n", 2)) << "less said to be shared than is";
  EXPECT_TRUE(is_refused(std::string_view("\0", 1), "\n", 1)) << "an empty code";
  EXPECT_TRUE(is_refused(std::string_view("\0", 1), std::string(max_code_bytes + 1, 'A') + '\n', 1)) << "a code beyond its limit";
  EXPECT_TRUE(is_refused("", "", 0xFFFFFFFFU)) << "a count without bytes";
}

}  // namespace
}  // namespace medcode::catalog
