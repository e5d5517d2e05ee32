// Does every room of core/ include only what the table of the design allows?
//
// The table below is that of the house: a room may include itself and the rooms named here, and a library only
// where it is named. A wrong include is told as file:line.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace medcode {
namespace {

namespace fs = std::filesystem;

struct Room {
  std::set<std::string> rooms;
  std::set<std::string> libraries;
};

// "engine" is the file core/engine.hpp with core/engine.cpp, every other name is a folder of core/.
const std::map<std::string, Room>& rooms() {
  static const std::map<std::string, Room> table = {
      {"base", {{}, {}}},
      {"text", {{"base"}, {}}},
      {"systems", {{"base"}, {}}},
      {"sources", {{"base", "systems"}, {"pugixml", "libzip", "nlohmann"}}},
      {"catalog", {{"base", "text", "systems"}, {"zlib"}}},
      {"query", {{"base"}, {"boost"}}},
      {"search", {{"base", "text", "systems", "catalog", "query"}, {}}},
      {"engine", {{"base", "text", "systems", "catalog", "query", "search"}, {}}},
      {"api", {{"base", "systems", "query", "search", "catalog", "engine"}, {"nlohmann"}}},
      {"compile", {{"base", "systems", "text", "sources", "catalog", "api"}, {"nlohmann"}}},
      {"cli", {{"base", "systems", "text", "sources", "catalog", "engine", "search", "query", "api", "compile"}, {"cli11", "nlohmann", "zlib"}}},
  };
  return table;
}

std::string room_of(const std::string& path_below_core) {
  const std::size_t slash = path_below_core.find('/');
  if (slash != std::string::npos) return path_below_core.substr(0, slash);
  return path_below_core.substr(0, path_below_core.find('.'));
}

std::string library_of(const std::string& header) {
  if (header.rfind("boost/", 0) == 0) return "boost";
  if (header.rfind("nlohmann/", 0) == 0) return "nlohmann";
  if (header.rfind("CLI/", 0) == 0) return "cli11";
  if (header == "pugixml.hpp") return "pugixml";
  if (header == "zip.h") return "libzip";
  if (header == "zlib.h") return "zlib";
  return "";
}

/// Is what stands between the quotes or angle brackets of an include line; empty for other lines.
std::string included_by(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return "";
  const std::size_t word = line.find_first_not_of(" \t", hash + 1);
  if (word == std::string::npos || line.compare(word, 7, "include") != 0) return "";
  const std::size_t open = line.find_first_of("<\"", word);
  if (open == std::string::npos) return "";
  const std::size_t close = line.find_first_of(">\"", open + 1);
  return close == std::string::npos ? "" : line.substr(open + 1, close - open - 1);
}

/// Returns why a file of `room` may not include `header`, or an empty text.
std::string judge(const std::string& room, const std::string& header, bool quoted) {
  const auto rule = rooms().find(room);
  if (rule == rooms().end()) return "core/" + room + " is not a room of the house";
  const std::string library = library_of(header);
  if (!library.empty()) return rule->second.libraries.count(library) != 0 ? "" : room + " may not include " + library;
  if (header.rfind("core/", 0) != 0) {
    return quoted ? "names no room: includes start at the root of the repository" : "";
  }
  const std::string other = room_of(header.substr(5));
  return other == room || rule->second.rooms.count(other) != 0 ? "" : room + " may not include " + other;
}

std::vector<std::string> wrong_includes(const fs::path& root) {
  std::vector<std::string> wrong;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / "core")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".hpp" && extension != ".cpp") continue;
    const std::string name = fs::relative(entry.path(), root).generic_string();
    std::ifstream file(entry.path());
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
      const std::string header = included_by(line);
      if (header.empty()) continue;
      const std::string reason = judge(room_of(name.substr(5)), header, line.find('"') != std::string::npos);
      if (!reason.empty()) wrong.push_back(name + ":" + std::to_string(number) + ": \"" + header + "\": " + reason);
    }
  }
  std::sort(wrong.begin(), wrong.end());
  return wrong;
}

TEST(LayersTest, EveryIncludeKeepsToTheTableOfTheHouse) {
  const std::vector<std::string> wrong = wrong_includes(MEDCODE_ROOT);
  std::ostringstream list;
  for (const std::string& line : wrong) list << line << "\n";
  EXPECT_TRUE(wrong.empty()) << list.str();
}

TEST(LayersTest, AWrongIncludeIsSeen) {
  EXPECT_EQ(included_by("#include \"core/base/result.hpp\""), "core/base/result.hpp");
  EXPECT_EQ(included_by("  #  include <boost/spirit/home/x3.hpp>"), "boost/spirit/home/x3.hpp");
  EXPECT_EQ(included_by("// #include \"core/base/result.hpp\""), "");
  EXPECT_EQ(judge("base", "core/text/fold.hpp", true), "base may not include text");
  EXPECT_EQ(judge("search", "nlohmann/json.hpp", false), "search may not include nlohmann");
  EXPECT_EQ(judge("api", "boost/spirit/home/x3.hpp", false), "api may not include boost");
  EXPECT_EQ(judge("query", "boost/spirit/home/x3.hpp", false), "");
  EXPECT_EQ(judge("text", "fold.hpp", true), "names no room: includes start at the root of the repository");
  EXPECT_EQ(judge("kitchen", "core/base/result.hpp", true), "core/kitchen is not a room of the house");
  EXPECT_EQ(judge("api", "core/engine.hpp", true), "");
  EXPECT_EQ(judge("base", "vector", false), "");
}

}  // namespace
}  // namespace medcode
