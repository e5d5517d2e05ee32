// Does a licensed release build and answer, unpacked into its publisher's folders as well as flat?
//
// The fixtures of tests/sources are hand-made in the real layouts, with quotes, CRLF, empty fields and non-ASCII text.
#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/running_program.hpp"

namespace medcode {
namespace {

using Json = nlohmann::json;
using medcode::testing::Outcome;
using medcode::testing::Workplace;
namespace fs = std::filesystem;

const fs::path fixtures = fs::path(MEDCODE_ROOT) / "tests/sources/fixtures";

/// Is a release, something to ask of it and the code that answers first.
struct Release {
  std::string folder, query, code;
};

const std::vector<Release> releases = {{"athena", "Diabetes mellitus", "73211009"},
                                       {"snomed_rf2", "whirling disorder", "100002006"},
                                       {"rxnorm_rrf", "metformin 500 mg plain tablet", "861007"},
                                       {"loinc", "sugar pigment share", "4548-4"},
                                       {"ndc", "gluconever", "0001-1111"}};

std::string first_code(const Workplace& place, const std::string& query) {
  const Json json = Json::parse(place.run("search a.medcat.gz --json '" + query + "'").out, nullptr, false);
  return json.contains("hits") && !json["hits"].empty() ? json["hits"][0]["code"].get<std::string>() : "nothing";
}

TEST(LicensedRelease, BuildsAndAnswers) {
  for (const Release& release : releases) {
    const Workplace place;
    const Outcome outcome = place.run("build --sources '" + (fixtures / release.folder).string() + "' --out a.medcat.gz");
    ASSERT_EQ(outcome.code, 0) << release.folder << outcome.err;
    EXPECT_EQ(first_code(place, release.query), release.code) << release.folder;
  }
}

/// Returns where the publisher's zip has a file.
std::string place_in_release(const std::string& name) {
  if (name == "Loinc.csv" || name == "MapTo.csv") return "Loinc_2.78/LoincTable/" + name;
  if (name.starts_with("LoincPartLink")) return "Loinc_2.78/AccessoryFiles/PartFile/" + name;
  if (name.starts_with("sct2_")) return "SnomedCT_US/Snapshot/Terminology/" + name;
  if (name.find("Language") != std::string::npos) return "SnomedCT_US/Snapshot/Refset/Language/" + name;
  if (name.starts_with("der2_")) return "SnomedCT_US/Snapshot/Refset/Map/" + name;
  return "RxNorm_full/rrf/" + name;
}

TEST(LicensedRelease, UnpackedIntoItsFoldersGivesTheSameCatalog) {
  const Workplace place;
  std::string flat;
  for (const char* const folder : {"loinc", "rxnorm_rrf", "snomed_rf2"}) {
    flat += " '" + (fixtures / folder).string() + "'";
    for (const auto& entry : fs::directory_iterator(fixtures / folder)) {
      const fs::path to = place.path("downloads/" + place_in_release(entry.path().filename().string()));
      fs::create_directories(to.parent_path());
      fs::copy_file(entry.path(), to);
    }
  }
  ASSERT_EQ(place.run("build --quiet --out flat.medcat.gz --sources" + flat).code, 0);
  ASSERT_EQ(place.run("build --quiet --out a.medcat.gz --sources downloads").code, 0);
  EXPECT_EQ(place.read("a.medcat.gz"), place.read("flat.medcat.gz"));
  ASSERT_EQ(place.run("build --quiet --out a.medcat.gz --sources downloads/SnomedCT_US").code, 0);
  EXPECT_EQ(first_code(place, "whirling disorder"), "100002006") << "the folder of the release itself";
}

}  // namespace
}  // namespace medcode
