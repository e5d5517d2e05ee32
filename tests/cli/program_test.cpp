// Does the program do what its help says, with its exit codes, sentences and files?
#include <nlohmann/json.hpp>

#include "tests/cli/running_program.hpp"

namespace medcode {
namespace {

using Json = nlohmann::json;
using medcode::testing::build_small;
using medcode::testing::Outcome;
using medcode::testing::Workplace;
namespace fs = std::filesystem;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Json json_of(const Outcome& outcome) {
  const Json json = Json::parse(outcome.out, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << outcome.out << outcome.err;
  return json;
}

/// Holds one built catalog for the tests that only ask.
class Program : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    place_ = std::make_unique<Workplace>();
    built_ = build_small(*place_);
  }
  static void TearDownTestSuite() { place_.reset(); }

  static std::unique_ptr<Workplace> place_;
  static Outcome built_;
};

std::unique_ptr<Workplace> Program::place_;
Outcome Program::built_;

TEST_F(Program, BuildsAndSaysWhatWasRead) {
  EXPECT_EQ(built_.code, 0) << built_.err;
  EXPECT_TRUE(contains(built_.out, "a.medcat.gz: 6 concepts of 2 systems")) << built_.out;
  EXPECT_TRUE(contains(built_.err, "codes.tsv")) << built_.err;
  EXPECT_TRUE(contains(built_.err, "4 read")) << built_.err;
  EXPECT_TRUE(contains(built_.err, "icd10cm: 4 concepts, 4 active")) << built_.err;
  EXPECT_TRUE(place_->read("a.medcat.gz").starts_with("\x1f\x8b"));
}

TEST_F(Program, SearchesForPeopleAndForPrograms) {
  const Outcome people = place_->run("search a.medcat.gz right tibia fracture");
  EXPECT_EQ(people.code, 0);
  EXPECT_TRUE(contains(people.out, "Some answers do not meet every word.\nicd10cm   S82.201A   Fracture of shaft of right tibia, initial encounter")) << people.out;
  const Json json = json_of(place_->run("search a.medcat.gz --json --limit 1 fracture tibia"));
  EXPECT_EQ(json["total"], 2);
  EXPECT_EQ(json["hits"].size(), 1U);
  const Outcome explained = place_->run("search a.medcat.gz --explain E11.9");
  EXPECT_TRUE(contains(explained.out, "exact-code")) << explained.out;
}

TEST_F(Program, KnowsTheBuiltInLexicon) {
  const Outcome outcome = place_->run("search a.medcat.gz fx right tibia");
  EXPECT_TRUE(contains(outcome.out, "fx read as fracture")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "S82.201A"));
}

TEST_F(Program, AnswersABatchLineByLine) {
  const Outcome outcome = place_->run("search a.medcat.gz --batch --json --limit 2", "diabetes\r\n\nE0143\nfracture AND\n");
  EXPECT_EQ(outcome.code, 0);
  std::vector<Json> answers;
  std::stringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) answers.push_back(Json::parse(line, nullptr, false));
  ASSERT_EQ(answers.size(), 4U);
  EXPECT_EQ(answers[0]["query"]["text"], "diabetes");
  EXPECT_EQ(answers[1]["total"], 0);
  EXPECT_EQ(answers[2]["hits"][0]["code"], "E0143");
  EXPECT_EQ(answers[3]["query"]["error"]["code"], "bad-query");
}

TEST_F(Program, ReadsTheLastWordAsUnfinishedOnlyWhenTyping) {
  EXPECT_EQ(json_of(place_->run("search a.medcat.gz --json wa"))["total"], 0);
  EXPECT_EQ(json_of(place_->run("search a.medcat.gz --json --typing wa"))["hits"][0]["code"], "E0143");
}

TEST_F(Program, ShowsAConceptWithItsDetails) {
  const Outcome outcome = place_->run("show a.medcat.gz hcpcs e0143");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "Walker, folding, wheeled"));
  EXPECT_TRUE(contains(outcome.out, "A frame to lean on."));
  const Json json = json_of(place_->run("show a.medcat.gz icd10 E119 --json"));
  EXPECT_EQ(json["code"], "E11.9");
  EXPECT_EQ(json["ancestors"][0]["code"], "E11");
  EXPECT_EQ(json_of(place_->run("show a.medcat.gz hcpcs E0143 --json"))["article"]["title"], "Folding walker");
}

TEST_F(Program, SaysWhenThereIsNoSuchCode) {
  const Outcome outcome = place_->run("show a.medcat.gz hcpcs X9");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, "medcode: There is no code `X9` in hcpcs. Search for it, or for a part of it.\n");
  EXPECT_EQ(json_of(place_->run("show a.medcat.gz hcpcs X9 --json"))["found"], false);
}

TEST_F(Program, SaysWhenTheDetailsAreMissing) {
  const Outcome outcome = place_->run("show a.medcat.gz hcpcs E0143 --details nowhere");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_TRUE(contains(outcome.err, "The detail pack of this concept is missing.")) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "Walker, folding, wheeled")) << "what the catalog knows is shown";
}

TEST_F(Program, ListsWhatIsSimilar) {
  EXPECT_TRUE(contains(place_->run("similar a.medcat.gz icd10cm S82201A").out, "S82.202A"));
  EXPECT_EQ(json_of(place_->run("similar a.medcat.gz icd10cm S82.201A --json --limit 1"))["groups"][0]["hits"].size(), 1U);
  const Outcome unknown = place_->run("similar a.medcat.gz icd10cm Q00");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(contains(unknown.err, "There is no code `Q00` in icd10cm.")) << unknown.err;
  EXPECT_EQ(place_->run("similar a.medcat.gz icd10cm E11 --in nowhere").code, 1);
}

TEST_F(Program, ListsWhatIsSimilarLineByLine) {
  const Outcome outcome = place_->run("similar a.medcat.gz --batch --json --limit 1", "icd10cm S82201A\r\nicd10cm Q00\nhcpcs\n");
  EXPECT_EQ(outcome.code, 0);
  std::stringstream lines(outcome.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(lines, line);) answers.push_back(Json::parse(line, nullptr, false));
  ASSERT_EQ(answers.size(), 3U) << outcome.out;
  EXPECT_EQ(answers[0]["groups"][0]["hits"][0]["code"], "S82.202A");
  EXPECT_EQ(answers[1]["error"]["code"], "not-found");
  EXPECT_EQ(answers[2]["error"]["code"], "not-found") << "a line without a code";
  const Outcome neither = place_->run("similar a.medcat.gz icd10cm");
  EXPECT_EQ(neither.code, 1);
  EXPECT_TRUE(contains(neither.err, "`similar` needs SYSTEM and CODE, or --batch without them.")) << neither.err;
}

TEST_F(Program, DescribesAndVerifiesACatalog) {
  const Json json = json_of(place_->run("info a.medcat.gz --json"));
  EXPECT_EQ(json["format"], 2);
  EXPECT_EQ(json["systems"][1]["concepts"], 4);
  EXPECT_TRUE(contains(place_->run("info a.medcat.gz").out, "Public domain."));
  const Outcome verified = place_->run("verify a.medcat.gz");
  EXPECT_EQ(verified.code, 0);
  EXPECT_TRUE(contains(verified.out, "a.medcat.gz: sound. Catalog ")) << verified.out;
}

TEST_F(Program, ShowsHowAQueryIsUnderstood) {
  const Outcome outcome = place_->run("parse 'system:hcpcs (walker OR cane) -folding'");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(contains(outcome.out, "canonical: system:hcpcs (walker OR cane) NOT folding")) << outcome.out;
  const Outcome wrong = place_->run("parse 'walker AND'");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_TRUE(contains(wrong.err, "walker AND\n       ^^^\n")) << wrong.err;
}

TEST_F(Program, TellsWhatIsWrongWithACatalogFile) {
  const std::string sound = place_->read("a.medcat.gz");
  place_->write("empty.medcat.gz", "");
  place_->write("cut.medcat.gz", std::string_view(sound).substr(0, sound.size() / 2));
  std::string changed = sound;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 0x55);
  place_->write("changed.medcat.gz", changed);
  place_->write("page.html", "<!doctype html><title>404</title>");
  const std::pair<const char*, const char*> expected[] = {{"missing.medcat.gz", "missing.medcat.gz"},
                                                          {"empty.medcat.gz", "empty"},
                                                          {"cut.medcat.gz", "The compressed file ends too early."},
                                                          {"changed.medcat.gz", "damaged"},
                                                          {"page.html", "These bytes are not a medical code catalog: they do not start with MEDCAT."}};
  for (const auto& [file, sentence] : expected) {
    for (const char* command : {"verify ", "info ", "search "}) {
      const Outcome outcome = place_->run(command + std::string(file));
      EXPECT_EQ(outcome.code, 1) << command << file;
      EXPECT_TRUE(outcome.err.starts_with("medcode: " + std::string(file))) << outcome.err;
      EXPECT_TRUE(contains(outcome.err, sentence)) << outcome.err;
      EXPECT_EQ(outcome.out, "") << command << file;
    }
    const Json json = json_of(place_->run("info --json " + std::string(file)));
    EXPECT_EQ(json["error"]["place"]["file"], file);
  }
}

TEST_F(Program, HasHelpWithExamplesForEveryCommand) {
  const Outcome all = place_->run("--help");
  EXPECT_EQ(all.code, 0);
  for (const std::string command : {"build", "search", "show", "similar", "info", "verify", "parse"}) {
    EXPECT_TRUE(contains(all.out, command)) << command;
    const Outcome help = place_->run(command + " --help");
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_TRUE(contains(help.out, "Example")) << command;
    EXPECT_TRUE(contains(help.out, "medcode " + command)) << command;
  }
  EXPECT_TRUE(place_->run("--version").out.starts_with("medcode "));
}

TEST_F(Program, RefusesACommandLineItDoesNotKnow) {
  for (const char* arguments : {"", "nonsense", "search", "search a.medcat.gz --limit -1 x", "search a.medcat.gz --limit many x", "show a.medcat.gz hcpcs", "build --out x", "info a.medcat.gz --unknown"}) {
    const Outcome outcome = place_->run(arguments);
    EXPECT_EQ(outcome.code, 1) << arguments;
    EXPECT_FALSE(outcome.err.empty()) << arguments;
  }
}

}  // namespace
}  // namespace medcode
