// How is the built program run as a person runs it, in a folder of its own?
//
// Exports Workplace, a folder that is removed afterwards, and what a run said and returned.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace medcode::testing {

namespace fs = std::filesystem;

struct Outcome {
  int code = -1;
  std::string out, err;
};

class Workplace {
 public:
  Workplace() : folder_(fs::temp_directory_path() / ("medcode-test-" + std::to_string(getpid()) + '-' + std::to_string(next_++))) { fs::create_directories(folder_); }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream file(path(name), std::ios::binary);
    file << bytes;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }

  /// Runs the program in this folder; `arguments` as a shell reads them.
  Outcome run(const std::string& arguments, std::string_view input = "") const { return run_within(0, arguments, input); }

  /// Runs it with at most so many kilobytes of memory of its own (0: as many as it likes); files it maps are not counted.
  Outcome run_within(std::size_t kilobytes, const std::string& arguments, std::string_view input = "") const {
    write("stdin", input);
    const std::string limit = kilobytes == 0 ? "" : "ulimit -d " + std::to_string(kilobytes) + " && ";
    const std::string command = limit + "cd '" + folder_.string() + "' && '" MEDCODE_PROGRAM "' " + arguments + " <stdin >stdout 2>stderr";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("stdout"), read("stderr")};
  }

 private:
  static inline std::atomic<int> next_ = 0;
  fs::path folder_;
};

/// Writes two small sources, with an article, and builds a.medcat.gz from them.
inline Outcome build_small(const Workplace& place, const std::string& more = "") {
  place.write("sources/codes.tsv",
              "#system\ticd10cm\n#title\tICD-10-CM\n#version\t2026\n#notice\tPublic domain.\n"
              "code\tdisplay\tbilling\tusage\tlay\tsynonym\tabbreviation\n"
              "E11\tType 2 diabetes mellitus\theader\t5\thigh blood sugar\tAdult-onset diabetes\t\n"
              "E11.9\tType 2 diabetes mellitus without complications\tbillable\t9\t\t\tT2DM\n"
              "S82.201A\tFracture of shaft of right tibia, initial encounter\tbillable\t3\t\t\t\n"
              "S82.202A\tFracture of shaft of left tibia, initial encounter\tbillable\t3\t\t\t\n");
  place.write("sources/supplies.tsv", "#system\thcpcs\n#title\tHCPCS\n#version\t2026\n#notice\tPublic domain.\ncode\tdisplay\nE0143\tWalker, folding, wheeled\nE0100\tCane with tip\n");
  place.write("sources/articles/hcpcs-E0143.json",
              R"({"system":"hcpcs","code":"E0143","kind":"device","title":"Folding walker","reviewed":"2026-01-01","sections":[{"heading":"Summary","blocks":["A frame to lean on."]}]})");
  return place.run("build --sources sources --out a.medcat.gz " + more);
}

}  // namespace medcode::testing
