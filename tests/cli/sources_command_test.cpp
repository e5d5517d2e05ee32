#include "core/cli/sources_command.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "core/cli/builtin_source_table.hpp"

namespace medcode {
namespace {

TEST(SourcesCommand, TheProgramCarriesTheTableOfTheRepository) {
  std::ifstream file(std::string(MEDCODE_ROOT) + "/data/sources.json", std::ios::binary);
  const std::string shipped{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_EQ(builtin_source_table(), shipped);
}

TEST(SourcesCommand, EverySystemIsPrintedWithPageAndLicence) {
  std::ostringstream out;
  std::ostringstream problems;
  EXPECT_EQ(run_sources(builtin_source_table(), false, out, problems), 0);
  EXPECT_EQ(problems.str(), "");
  const std::string text = out.str();
  EXPECT_NE(text.find("loinc     LOINC, Regenstrief Institute\n"
                      "          files    Loinc.csv, LoincPartLink_Primary.csv, MapTo.csv\n"
                      "          page     https://loinc.org/downloads/\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("fetch    medcode fetch ndc --out DIR"), std::string::npos);
  EXPECT_EQ(text.find("medcode fetch snomed"), std::string::npos);
}

TEST(SourcesCommand, JsonIsTheTableItself) {
  std::ostringstream out;
  std::ostringstream problems;
  EXPECT_EQ(run_sources(builtin_source_table(), true, out, problems), 0);
  EXPECT_EQ(out.str(), builtin_source_table());
}

TEST(SourcesCommand, ADamagedTableIsSaidToBe) {
  std::ostringstream out;
  std::ostringstream problems;
  EXPECT_EQ(run_sources("{\"sources\":[{}]}", false, out, problems), 1);
  EXPECT_NE(problems.str().find("In the entry 1 the member \"id\" is missing or empty."), std::string::npos) << problems.str();
}

}  // namespace
}  // namespace medcode
