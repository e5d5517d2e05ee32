// Is a table read that is larger than the memory the program may take?
//
// A full Athena download has tables of 3 GB. Here the table is small and the memory smaller.
#include <nlohmann/json.hpp>

#include "tests/cli/running_program.hpp"
#include "tests/support/stored_zip.hpp"

namespace medcode {
namespace {

using Json = nlohmann::json;
using medcode::testing::Outcome;
using medcode::testing::Workplace;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool can_limit_memory = false;  // the sanitizer itself takes terabytes of addresses
#elif defined(__has_feature)
constexpr bool can_limit_memory = !__has_feature(address_sanitizer);
#else
constexpr bool can_limit_memory = true;
#endif

constexpr std::size_t kilobytes_of_memory = 64 * 1024;
constexpr std::size_t rows_of_table = 3'000'000;  // of 35 bytes

const std::string concepts =
    "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\tvalid_start_date\tvalid_end_date\tinvalid_reason\n"
    "1\tWobbly knee\tCondition\tICD10CM\t4-char billing code\t\tM23.5\t20150101\t20991231\t\n"
    "2\tLoose knee joint\tCondition\tSNOMED\tDisorder\tS\t80415001\t20020131\t20991231\t\n";

/// Returns a table of relations of which only the last row is one that is kept.
std::string relations() {
  std::string table = "concept_id_1\tconcept_id_2\trelationship_id\tvalid_start_date\tvalid_end_date\tinvalid_reason\n";
  for (std::size_t row = 0; row < rows_of_table; ++row) table += "2\t1\tMapped from\t19700101\t20991231\t\n";
  return table + "1\t2\tMaps to\t19700101\t20991231\t\n";
}

void expect_whole(const Workplace& place, const std::string& sources) {
  const std::size_t memory = can_limit_memory ? kilobytes_of_memory : 0;
  const Outcome outcome = place.run_within(memory, "build --sources " + sources + " --out a.medcat.gz --report report.json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json shown = Json::parse(place.run("show a.medcat.gz icd10cm M23.5 --json").out, nullptr, false);
  ASSERT_TRUE(shown.contains("relations")) << shown;
  EXPECT_EQ(shown["relations"][0]["code"], "80415001");
  const Json report = Json::parse(place.read("report.json"), nullptr, false);
  std::size_t skipped = 0;
  for (const Json& source : report["sources"]) skipped += source["skipped"].get<std::size_t>();
  EXPECT_EQ(skipped, rows_of_table) << "every row that is not kept is counted";
}

TEST(LargeTable, IsReadFromDiskWithinLittleMemory) {
  const Workplace place;
  place.write("athena/CONCEPT.csv", concepts);
  place.write("athena/CONCEPT_RELATIONSHIP.csv", relations());
  expect_whole(place, "athena");
}

TEST(LargeTable, IsReadFromAZipWithinLittleMemory) {
  const Workplace place;
  place.write("athena.zip", testing::stored_zip({{"CONCEPT.csv", concepts}, {"CONCEPT_RELATIONSHIP.csv", relations()}}));
  expect_whole(place, "athena.zip");
}

TEST(LargeTable, TooLittleMemoryIsSaidAndLeavesTheFormerCatalog) {
  const Workplace place;
  place.write("athena/CONCEPT.csv", concepts);
  ASSERT_EQ(place.run("build --sources athena --out a.medcat.gz --quiet").code, 0);
  const std::string before = place.read("a.medcat.gz");
  std::string many = concepts;
  for (std::size_t id = 3; id < 150'000; ++id) {
    many += std::to_string(id) + "\tA made up disorder with a name of usual length\tCondition\tSNOMED\tDisorder\tS\t" + std::to_string(100'000'000 + id) + "\t20020131\t20991231\t\n";
  }
  place.write("athena/CONCEPT.csv", many);
  if (!can_limit_memory) return;
  const Outcome outcome = place.run_within(kilobytes_of_memory / 2, "build --sources athena --out a.medcat.gz --quiet");
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  EXPECT_NE(outcome.err.find("There is not enough memory for this."), std::string::npos) << outcome.err;
  EXPECT_EQ(place.read("a.medcat.gz"), before);
}

}  // namespace
}  // namespace medcode
