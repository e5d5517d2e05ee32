// Does every query of the golden files have the tree, the canonical text and the error written there?
//
// After a wanted change run with MEDCODE_UPDATE_GOLDEN=1, which writes the files anew, and read the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/query/golden_file.hpp"

namespace medcode::query::testing {
namespace {

class GoldenTest : public ::testing::TestWithParam<const char*> {
 protected:
  std::string path() const { return std::string(MEDCODE_ROOT "/tests/query/golden/") + GetParam() + ".txt"; }
};

void write_golden_file(const std::string& path, const GoldenFile& file) {
  std::ofstream stream(path);
  stream << file.comment;
  for (const GoldenCase& golden : file.cases) stream << "\n" << golden.query_line << "\n" << outcome(parse_case(golden));
}

TEST_P(GoldenTest, queries_read_as_written) {
  const GoldenFile file = read_golden_file(path());
  ASSERT_FALSE(file.cases.empty()) << path();
  if (std::getenv("MEDCODE_UPDATE_GOLDEN") != nullptr) {
    write_golden_file(path(), file);
    return;
  }
  for (const GoldenCase& golden : file.cases) {
    EXPECT_EQ(outcome(parse_case(golden)), golden.expected) << "query: " << golden.query_line;
  }
}

INSTANTIATE_TEST_SUITE_P(Files, GoldenTest,
                         ::testing::Values("words", "operators", "fields", "unfinished", "shape_errors", "mistakes",
                                           "plain_reading"),
                         [](const ::testing::TestParamInfo<const char*>& file) { return std::string(file.param); });

}  // namespace
}  // namespace medcode::query::testing
