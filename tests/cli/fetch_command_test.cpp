#include "core/cli/fetch_command.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

extern char** environ;

namespace medcode {
namespace {

namespace filesystem = std::filesystem;

void write_file(const filesystem::path& path, const std::string& bytes) {
  filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Is the server of tests/cli/file_server.mjs for as long as this lives.
class FileServer {
 public:
  explicit FileServer(const filesystem::path& folder) {
    int input[2] = {};
    int output[2] = {};
    EXPECT_EQ(pipe(input), 0);
    EXPECT_EQ(pipe(output), 0);
    for (const int end : {input[1], output[0]}) fcntl(end, F_SETFD, FD_CLOEXEC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    std::vector<std::string> words = {"node", std::string(MEDCODE_ROOT) + "/tests/cli/file_server.mjs", folder.string()};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    EXPECT_EQ(posix_spawnp(&process_, "node", &actions, nullptr, arguments.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    close(input[0]);
    close(output[1]);
    input_ = input[1];
    output_ = output[0];
    address_ = "http://127.0.0.1:" + next_line();
  }
  FileServer(const FileServer&) = delete;
  FileServer& operator=(const FileServer&) = delete;
  ~FileServer() {
    close(input_);
    close(output_);
    waitpid(process_, nullptr, 0);
  }

  const std::string& address() const { return address_; }

  /// Returns the next line the server prints: a request.
  std::string next_line() {
    std::string line;
    char letter = 0;
    while (read(output_, &letter, 1) == 1 && letter != '\n') line.push_back(letter);
    return line;
  }

 private:
  pid_t process_ = 0;
  int input_ = -1;
  int output_ = -1;
  std::string address_;
};

/// Returns a zip of one member, a.txt, stored as it is.
std::string small_zip() {
  static constexpr char bytes[] =
      "\x50\x4b\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00\x97\x9b\xbb\xc4\x0d\x00\x00\x00\x0d\x00\x00\x00\x05\x00\x00\x00"
      "\x61\x2e\x74\x78\x74\x41\x30\x30\x30\x20\x43\x68\x6f\x6c\x65\x72\x61\x0a\x50\x4b\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00"
      "\x00\x00\x21\x00\x97\x9b\xbb\xc4\x0d\x00\x00\x00\x0d\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x01"
      "\x00\x00\x00\x00\x61\x2e\x74\x78\x74\x50\x4b\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x33\x00\x00\x00\x30\x00\x00\x00\x00"
      "\x00";
  return {bytes, sizeof bytes - 1};
}

class FetchCommand : public ::testing::Test {
 protected:
  FetchCommand() {
    setenv("no_proxy", "127.0.0.1", 1);  // the machine's proxy must not see loopback
    std::string name = (filesystem::temp_directory_path() / "medcode-fetch-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    write_file(folder_ / "served" / "cvx.xml", "<CVXCodes>" + std::string(5000, 'x') + "</CVXCodes>");
    write_file(folder_ / "served" / "ndctext.zip", small_zip());
    write_file(folder_ / "served" / "titles.zip", small_zip());
    write_file(folder_ / "served" / "broken.zip", "no zip");
  }
  ~FetchCommand() override { filesystem::remove_all(folder_); }

  static OfficialSource source(const std::string& id, const std::string& title, bool free, std::vector<Download> downloads) {
    return {id, title, "P", "https://page.example/" + id, {"FILE.txt"}, "text", "a licence", "N.", "http://u.example", "[0-9]+", free, std::move(downloads)};
  }

  int fetch(const std::vector<std::string>& systems, const std::string& base_url, const std::string& program = "curl") {
    out_.str("");
    problems_.str("");
    return run_fetch({systems, (folder_ / "out").string(), base_url, program, false}, table_, out_, problems_);
  }

  filesystem::path out(const std::string& file) const { return folder_ / "out" / file; }
  std::string served(const std::string& file) const { return read_file(folder_ / "served" / file); }

  filesystem::path folder_;
  std::vector<OfficialSource> table_ = {
      source("cvx", "CVX", true, {{"https://no.example/cvx.xml", "cvx.xml", ""}}),
      source("ndc", "NDC", true, {{"https://no.example/ndctext.zip", "ndctext.zip", "8bdd6ea5e3a6f8b1eb8ae8de0d3d0fa8f9fcba1ba2a3d9d0d5d8f6c1d0a7c001"}}),
      source("rxnorm", "RxNorm", true, {{"https://no.example/broken.zip", "broken.zip", ""}}),
      source("hcpcs", "HCPCS", true, {{"https://no.example/missing.zip", "missing.zip", ""}}),
      source("icd9cm", "ICD-9-CM", true, {{"https://no.example/titles.zip", "titles.zip", ""}}),
      source("msdrg", "MS-DRG", true, {}),
      source("loinc", "LOINC", false, {})};
  std::ostringstream out_;
  std::ostringstream problems_;
};

TEST_F(FetchCommand, AFreeFileIsDownloadedIntoTheFolderOfItsSystem) {
  FileServer server(folder_ / "served");
  EXPECT_EQ(fetch({"cvx"}, server.address()), 0) << problems_.str();
  EXPECT_EQ(read_file(out("cvx/cvx.xml")), served("cvx.xml"));
  EXPECT_FALSE(filesystem::exists(out("cvx/cvx.xml.part")));
  EXPECT_NE(out_.str().find("cvx.xml, 5021 bytes"), std::string::npos) << out_.str();
  EXPECT_EQ(fetch({"vaccine"}, server.address()), 0);
  EXPECT_EQ(out_.str(), "cvx: cvx.xml is there already\n");
}

TEST_F(FetchCommand, ACutOffDownloadIsContinued) {
  FileServer server(folder_ / "served");
  write_file(out("icd9cm/titles.zip.part"), small_zip().substr(0, 30));
  EXPECT_EQ(fetch({"icd9cm"}, server.address()), 0) << problems_.str();
  EXPECT_EQ(read_file(out("icd9cm/titles.zip")), small_zip());
  EXPECT_EQ(server.next_line(), "/titles.zip bytes=30-");
}

TEST_F(FetchCommand, AServerWithoutRangesIsAskedForTheWholeFile) {
  FileServer server(folder_ / "served");
  write_file(out("icd9cm/titles.zip.part"), small_zip().substr(0, 30));
  EXPECT_EQ(fetch({"icd9cm"}, server.address() + "/plain"), 0) << problems_.str();
  EXPECT_EQ(read_file(out("icd9cm/titles.zip")), small_zip());
}

TEST_F(FetchCommand, APartOfAnotherReleaseIsThrownAway) {
  FileServer server(folder_ / "served");
  write_file(out("icd9cm/titles.zip.part"), std::string(30, 'x'));
  EXPECT_EQ(fetch({"icd9cm"}, server.address()), 0) << problems_.str();
  EXPECT_EQ(read_file(out("icd9cm/titles.zip")), small_zip());
  write_file(out("cvx/cvx.xml.part"), "of what no checksum is known, and no zip either");
  EXPECT_EQ(fetch({"cvx"}, server.address()), 0) << problems_.str();
  EXPECT_EQ(read_file(out("cvx/cvx.xml")), served("cvx.xml"));
}

TEST_F(FetchCommand, AWrongChecksumIsNotKept) {
  FileServer server(folder_ / "served");
  EXPECT_EQ(fetch({"ndc"}, server.address()), 1);
  EXPECT_NE(problems_.str().find("the checksum of ndctext.zip differs: sha256 "), std::string::npos) << problems_.str();
  EXPECT_NE(problems_.str().find("Get it from https://page.example/ndc"), std::string::npos);
  EXPECT_FALSE(filesystem::exists(out("ndc/ndctext.zip")));
  EXPECT_FALSE(filesystem::exists(out("ndc/ndctext.zip.part")));
}

TEST_F(FetchCommand, ALoginPageOrAWrongKindIsNotKept) {
  FileServer server(folder_ / "served");
  EXPECT_EQ(fetch({"cvx"}, server.address() + "/login"), 1);
  EXPECT_NE(problems_.str().find("the server sent a web page instead of cvx.xml; it may ask for a login."), std::string::npos) << problems_.str();
  EXPECT_EQ(fetch({"rxnorm"}, server.address()), 1);
  EXPECT_NE(problems_.str().find("broken.zip cannot be opened: "), std::string::npos) << problems_.str();
  EXPECT_FALSE(filesystem::exists(out("rxnorm/broken.zip")));
}

TEST_F(FetchCommand, AFileTheServerDoesNotHaveIsNamedWithItsPage) {
  FileServer server(folder_ / "served");
  EXPECT_EQ(fetch({"hcpcs", "cvx"}, server.address()), 1);
  EXPECT_NE(problems_.str().find("/missing.zip was not downloaded: the server does not have it. The publisher may have renamed "
                                 "the file; look at its page. Its page is https://page.example/hcpcs"),
            std::string::npos)
      << problems_.str();
  EXPECT_TRUE(filesystem::exists(out("cvx/cvx.xml")));
}

TEST_F(FetchCommand, WhatNeedsALicenceIsSaidToWithItsPage) {
  EXPECT_EQ(fetch({"loinc"}, ""), 1);
  EXPECT_EQ(problems_.str(), "medcode: LOINC needs a licence (a licence). Get FILE.txt from https://page.example/loinc and put them "
                             "into the folder you build from.\n");
  EXPECT_EQ(fetch({"drg"}, ""), 1);
  EXPECT_NE(problems_.str().find("MS-DRG has no address that stays. Get FILE.txt from"), std::string::npos) << problems_.str();
}

TEST_F(FetchCommand, AllIsEverythingThatIsFree) {
  FileServer server(folder_ / "served");
  EXPECT_EQ(fetch({"all"}, server.address()), 1);
  EXPECT_NE(out_.str().find("LOINC needs a licence"), std::string::npos);
  EXPECT_EQ(problems_.str().find("LOINC"), std::string::npos);
  EXPECT_TRUE(filesystem::exists(out("cvx/cvx.xml")));
}

TEST_F(FetchCommand, AMissingCurlIsNamed) {
  EXPECT_EQ(fetch({"cvx"}, "http://127.0.0.1:1", "no-such-curl"), 1);
  EXPECT_NE(problems_.str().find("The program no-such-curl, which downloads files, cannot be run: No such file or directory. Install curl"),
            std::string::npos)
      << problems_.str();
}

TEST_F(FetchCommand, ADownloadThatIsKilledIsToldAsInterrupted) {
  const filesystem::path killed = folder_ / "killed";
  write_file(killed, "#!/bin/sh\nkill -9 $$\n");
  filesystem::permissions(killed, filesystem::perms::owner_all);
  EXPECT_EQ(fetch({"cvx"}, "http://127.0.0.1:1", killed.string()), 1);
  EXPECT_NE(problems_.str().find("The download of http://127.0.0.1:1/cvx.xml was interrupted. Run the command again; it continues where it stopped."), std::string::npos) << problems_.str();
}

TEST_F(FetchCommand, ASystemThatTheTableLacksIsNamed) {
  EXPECT_EQ(fetch({"snomed"}, ""), 1);
  EXPECT_EQ(problems_.str(), "medcode: The table of sources has no system \"snomed\".\n");
}

TEST_F(FetchCommand, AnUnreachableHostIsNamed) {
  std::string address;
  {
    FileServer server(folder_ / "served");
    address = server.address();
  }
  EXPECT_EQ(fetch({"cvx"}, address), 1);
  EXPECT_NE(problems_.str().find("was not downloaded: its host could not be reached. Check the network"), std::string::npos) << problems_.str();
}

TEST_F(FetchCommand, UnknownSystemsAndBaseUrlsAreRefused) {
  EXPECT_EQ(fetch({"--help"}, ""), 1);
  EXPECT_EQ(problems_.str(), "medcode: There is no system \"--help\"; `medcode sources` lists them.\n");
  EXPECT_EQ(fetch({"cvx"}, "file:///etc"), 1);
  EXPECT_EQ(problems_.str(), "medcode: The base URL \"file:///etc\" does not begin with http:// or https://.\n");
}

TEST_F(FetchCommand, NothingInAnAddressBecomesACommand) {
  const filesystem::path trap = folder_ / "trap";
  EXPECT_EQ(fetch({"cvx"}, "http://127.0.0.1:1/$(touch " + trap.string() + ");touch " + trap.string()), 1);
  EXPECT_FALSE(filesystem::exists(trap));
}

}  // namespace
}  // namespace medcode
