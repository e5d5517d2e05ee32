// Are queries and concepts said to OpenSearch as OPENSEARCH.md has it?
//
// The golden file has a query, then its DSL. MEDCODE_UPDATE_GOLDEN=1 writes it anew; read the difference.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/cli/opensearch_export.hpp"
#include "core/cli/opensearch_query.hpp"
#include "core/query/parser.hpp"
#include "tests/cli/running_program.hpp"

namespace medcode {
namespace {

using Json = nlohmann::ordered_json;

const std::string golden_path = MEDCODE_ROOT "/tests/cli/golden/opensearch.txt";

struct GoldenCase {
  std::string line;  ///< `> query` while typing, `. query` when finished
  std::string expected;
};

std::vector<GoldenCase> read_golden() {
  std::vector<GoldenCase> cases;
  std::ifstream stream(golden_path);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("> ") || line.starts_with(". ")) {
      cases.push_back({line, ""});
    } else if (!line.empty() && !cases.empty()) {
      cases.back().expected += line + "\n";
    }
  }
  return cases;
}

std::string answer_to(const std::string& line) {
  const query::Parsed parsed = query::parse(line.substr(2), {line.front() == '>'});
  return opensearch_query(parsed.ast) + "\n";
}

TEST(OpenSearch, queries_are_said_as_written) {
  const std::vector<GoldenCase> cases = read_golden();
  ASSERT_GT(cases.size(), 20U);
  if (std::getenv("MEDCODE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream stream(golden_path);
    stream << "# A query (> while typing, . finished) and what OpenSearch is asked.\n";
    for (const GoldenCase& golden : cases) stream << "\n" << golden.line << "\n" << answer_to(golden.line);
    return;
  }
  for (const GoldenCase& golden : cases) EXPECT_EQ(answer_to(golden.line), golden.expected) << golden.line;
}

TEST(OpenSearch, a_query_that_is_no_utf8_is_json_still) {
  EXPECT_TRUE(Json::accept(opensearch_query(query::parse("a\xFF\xC0 \"\\").ast)));
}

class ExportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const testing::Outcome built = place_.run("build --sources " MEDCODE_ROOT "/tests/service/fixtures/wards.json --out wards.medcat.gz --quiet");
    ASSERT_EQ(built.code, 0) << built.err;
  }

  testing::Workplace place_;
};

TEST_F(ExportTest, every_concept_is_a_document_with_exactly_the_mapped_fields) {
  std::ostringstream out;
  std::ostringstream problems;
  ASSERT_EQ(run_export({place_.path("wards.medcat.gz"), place_.path("out"), ""}, out, problems), 0) << problems.str();
  const Json fields = Json::parse(place_.read("out/mappings.json"))["mappings"]["properties"];
  std::istringstream bulk(place_.read("out/bulk-0001.ndjson"));
  std::size_t count = 0;
  for (std::string action, document; std::getline(bulk, action) && std::getline(bulk, document); ++count) {
    const Json concept_json = Json::parse(document);
    EXPECT_EQ(Json::parse(action)["index"]["_id"], "wards/" + concept_json["code"].get<std::string>());
    EXPECT_EQ(concept_json.size(), fields.size());
    for (const auto& [name, value] : concept_json.items()) EXPECT_TRUE(fields.contains(name)) << name;
    if (concept_json["code"] != "icu-n") continue;
    EXPECT_EQ(concept_json["under"], Json::parse(R"(["wards/ICUN","ICUN","wards/ICU","ICU","wards/BED","BED"])"));
  }
  EXPECT_EQ(count, 7U);
}

TEST_F(ExportTest, the_program_exports_and_parses) {
  const testing::Outcome exported = place_.run("export wards.medcat.gz --opensearch out");
  EXPECT_EQ(exported.out, "out: mappings.json and 1 bulk files of 7 concepts\n") << exported.err;
  const testing::Outcome parsed = place_.run("parse --opensearch 'under:wards/bed intensive'");
  EXPECT_EQ(parsed.out, opensearch_query(query::parse("under:wards/bed intensive", {false}).ast) + "\n");
}

TEST_F(ExportTest, what_cannot_be_read_or_written_is_told) {
  std::ostringstream out;
  std::ostringstream problems;
  EXPECT_EQ(run_export({place_.path("none.medcat.gz"), place_.path("out"), ""}, out, problems), 1);
  EXPECT_EQ(run_export({place_.path("wards.medcat.gz"), "/proc/none", ""}, out, problems), 1);
  EXPECT_NE(problems.str().find("could not be written"), std::string::npos) << problems.str();
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace medcode
