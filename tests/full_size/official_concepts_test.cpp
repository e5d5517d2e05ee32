// Does `medcode show` tell all that the publishers' releases hold of a concept, from a catalog as small as promised?
//
// Builds the catalog of all releases once, as a person does. The starter catalog has no part in it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/cli/build_command.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/show_command.hpp"
#include "tests/full_size/official_reading.hpp"

namespace medcode {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// Is a catalog of all releases in a folder of its own for as long as the tests run.
class OfficialConcepts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    fs::create_directories(folder());
    BuildOptions options;
    options.sources = {MEDCODE_SOURCES};
    options.out = catalog();
    options.is_quiet = true;
    ASSERT_EQ(run_build(options), 0);
  }
  static void TearDownTestSuite() { fs::remove_all(folder()); }

  static fs::path folder() { return fs::temp_directory_path() / "medcode-official-concepts"; }
  static std::string catalog() { return (folder() / "a.medcat.gz").string(); }

  static Json show(const std::string& system, const std::string& code) {
    std::ostringstream out;
    std::ostringstream problems;
    EXPECT_EQ(run_show({catalog(), system, code, "", true}, out, problems), 0) << problems.str();
    return Json::parse(out.str(), nullptr, false);
  }

  /// Returns the values of `member` of those in a list whose `key` is `value`.
  static std::vector<std::string> values(const Json& list, const char* key, std::string_view value, const char* member) {
    std::vector<std::string> found;
    for (const Json& each : list) {
      if (each.value(key, "") == value) found.push_back(each.value(member, ""));
    }
    return found;
  }
};

using Texts = std::vector<std::string>;

bool has(const Texts& texts, std::string_view text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

TEST_F(OfficialConcepts, ADiagnosisHasItsInclusionTermsNotesAncestorsMappingsAndIndexPhrases) {
  const Json json = show("icd10cm", "E11.21");
  EXPECT_EQ(json["display"], "Type 2 diabetes mellitus with diabetic nephropathy");
  EXPECT_EQ(json["billable"], true);
  EXPECT_EQ(values(json["designations"], "use", "inclusion", "text").size(), 3U);
  EXPECT_TRUE(has(values(json["designations"], "use", "inclusion", "text"), "Type 2 diabetes mellitus with Kimmelstiel-Wilson disease"));
  EXPECT_TRUE(has(values(json["designations"], "use", "index", "text"), "Diabetes, diabetic, type 2, with nephropathy"));
  EXPECT_GE(values(json["designations"], "use", "index", "text").size(), 11U);
  EXPECT_EQ(json["chapters"][0]["id"], "E00-E89");
  EXPECT_EQ(json["chapters"][1]["id"], "E08-E13");
  EXPECT_EQ(json["ancestors"][0]["code"], "E11");
  EXPECT_EQ(json["ancestors"][1]["code"], "E11.2");
  EXPECT_EQ(json["relations"], Json::parse(R"([{"kind":"maps-to","system":"icd9cm","code":"250.40","flags":["approximate"]}])"));
  EXPECT_TRUE(has(values(json["notes"], "from", "E11", "text"), "type 1 diabetes mellitus (E10.-)"));
  EXPECT_EQ(values(json["notes"], "from", "E11", "text").size(), 15U);
  EXPECT_EQ(values(json["notes"], "from", "E00-E89", "text").size(), 2U) << "its chapter's";
}

TEST_F(OfficialConcepts, AProcedureHasSevenLabelledAxesWithDefinitions) {
  const Json json = show("icd10pcs", "0F9930Z");
  ASSERT_EQ(json["axes"].size(), 7U);
  const Texts labels = {"Medical and Surgical", "Hepatobiliary System and Pancreas", "Drainage", "Common Bile Duct", "Percutaneous", "Drainage Device", "No Qualifier"};
  for (std::size_t place = 0; place < labels.size(); ++place) EXPECT_EQ(json["axes"][place]["label"], labels[place]);
  EXPECT_TRUE(json["axes"][2]["definition"].get<std::string>().starts_with("Taking or letting out fluids and/or gases from a body part"));
  EXPECT_TRUE(json["axes"][4]["definition"].get<std::string>().starts_with("Entry, by puncture or minor incision"));
  EXPECT_TRUE(json["axes"][5]["definition"].get<std::string>().find("Foley catheter") != std::string::npos) << "what the device is called elsewhere";
  EXPECT_EQ(values(json["relations"], "kind", "maps-to", "code"), (Texts{"51.51"}));
  EXPECT_EQ(values(json["designations"], "use", "short", "text"), (Texts{"Drainage of Common Bile Duct with Drain Dev, Perc Approach"}));
}

TEST_F(OfficialConcepts, ASupplyHasItsCoverageAndDates) {
  const Json json = show("hcpcs", "E0601");
  EXPECT_EQ(json["display"], "Continuous positive airway pressure (cpap) device");
  EXPECT_EQ(values(json["designations"], "use", "short", "text"), (Texts{"Cont airway pressure device"}));
  EXPECT_EQ(values(json["properties"], "name", "coverage", "value"), (Texts{"D"}));
  EXPECT_EQ(values(json["properties"], "name", "type-of-service", "value"), (Texts{"R"}));
  EXPECT_EQ(values(json["properties"], "name", "added", "value"), (Texts{"1988-01-01"}));
}

TEST_F(OfficialConcepts, AVaccineHasItsTradeNamesAndMakers) {
  const Json json = show("cvx", "115");
  EXPECT_EQ(values(json["designations"], "use", "short", "text"), (Texts{"Tdap"}));
  EXPECT_EQ(values(json["designations"], "use", "synonym", "text"), (Texts{"ADACEL", "BOOSTRIX"}));
  EXPECT_EQ(values(json["properties"], "name", "manufacturer", "value"), (Texts{"Sanofi Pasteur", "GlaxoSmithKline"}));
  EXPECT_EQ(values(json["properties"], "name", "updated", "value"), (Texts{"2010-05-28"}));
}

TEST_F(OfficialConcepts, ATestHasItsShortNameAndClass) {
  const Json json = show("loinc", "4548-4");
  EXPECT_EQ(json["display"], "Hemoglobin A1c/Hemoglobin.total in Blood");
  EXPECT_EQ(values(json["designations"], "use", "short", "text"), (Texts{"Hgb A1c MFr Bld"}));
  EXPECT_EQ(values(json["properties"], "name", "class", "value"), (Texts{"HEM/BC"}));
  const Concept* const rank = testing::find_official("loinc", "4548-4");
  ASSERT_NE(rank, nullptr);
  EXPECT_GT(rank->usage, testing::find_official("loinc", "53347-1")->usage) << "its rank in the list is its usage";
}

TEST_F(OfficialConcepts, AnOldDiagnosisHasItsShortNameAndItsSuccessor) {
  const Json json = show("icd9cm", "250.00");
  EXPECT_EQ(values(json["designations"], "use", "short", "text"), (Texts{"DMII wo cmp nt st uncntr"}));
  EXPECT_EQ(json["relations"], Json::parse(R"([{"kind":"maps-to","system":"icd10cm","code":"E11.9","flags":["approximate"]}])"));
}

TEST_F(OfficialConcepts, TheCatalogWithEveryDesignationIsWithinItsBudget) {
  std::string lines;
  for (const Concept& each : testing::official().catalog.concepts) lines += each.code + '\t' + each.display + '\n';
  const double budget = 1.2 * static_cast<double>(gzip(lines).size());
  EXPECT_LE(static_cast<double>(fs::file_size(catalog())), budget);
}

}  // namespace
}  // namespace medcode
