// What do the tests of the licensed and structured readers share? Fixtures, damage to them, and the complaint
// a damaged one provokes, be it the error of the file or its first refusal.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode::testing {

inline std::string fixture_text(const std::string& name) {
  std::ifstream file(std::string(MEDCODE_ROOT) + "/tests/sources/fixtures/" + name, std::ios::binary);
  EXPECT_TRUE(file.good()) << name;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Is one way to damage a fixture: the first `from` becomes `to`; "" as `from` replaces the whole text.
struct Damage {
  std::string from;
  std::string to;
  std::string complaint;
};

inline std::string damaged(std::string text, const Damage& damage) {
  if (damage.from.empty()) return damage.to;
  const std::size_t at = text.find(damage.from);
  EXPECT_NE(at, std::string::npos) << damage.from;
  if (at != std::string::npos) text.replace(at, damage.from.size(), damage.to);
  return text;
}

inline std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\n') out.push_back('\r');
    out.push_back(letter);
  }
  return out;
}

/// Returns the error, else the first refusal as "file:line: reason", else "no complaint".
inline std::string complaint(const Result<SourceContent>& result) {
  if (!result) return to_string(result.error());
  for (const Refusal& refusal : result->report.refusals) {
    return result->report.file + ":" + std::to_string(refusal.line) + ": " + refusal.reason;
  }
  return "no complaint";
}

/// Returns the error, else the first refusal of each file, a line each.
inline std::string complaints(const Result<std::vector<SourceContent>>& contents) {
  if (!contents) return to_string(contents.error());
  std::string lines;
  for (const SourceContent& content : *contents) {
    if (!content.report.refusals.empty()) lines += complaint(content) + "\n";
  }
  return lines.empty() ? "no complaint" : lines;
}

inline const Concept* find_concept(const SourceContent& content, std::string_view system, std::string_view code) {
  for (const Concept& each : content.concepts) {
    if (each.system == system && each.code == code) return &each;
  }
  return nullptr;
}

inline std::string property(const Concept& entry, std::string_view name) {
  for (const Property& each : entry.properties) {
    if (each.name == name) return each.value;
  }
  return {};
}

inline bool has_designation(const Concept& entry, DesignationUse use, std::string_view text) {
  for (const Designation& each : entry.designations) {
    if (each.use == use && each.text == text) return true;
  }
  return false;
}

/// Returns the relations as "kind system code [flag,flag]" lines.
inline std::vector<std::string> relation_lines(const Concept& entry) {
  std::vector<std::string> lines;
  for (const Relation& each : entry.relations) {
    std::string line = each.kind + " " + each.system + " " + each.code;
    for (const std::string& flag : each.flags) line += " [" + flag + "]";
    lines.push_back(line);
  }
  return lines;
}

}  // namespace medcode::testing
