// How are the golden cases of tests/query/golden/*.txt written?
//
// Exports their reader and the text of one outcome. A case is a line with the query, then what is expected of it,
// then an empty line; lines with # before the first case are a comment:
//
//   > "open               the query while it is typed; `.` instead of `>` when it is finished
//   Word "open" prefix    the dump
//   = open                the canonical text
//   ! 0..4 bad-query: sentence Advice.      only when there is an error
//
// In the query `\s` is a blank at the end, `\t` a tabulator, `\xNN` a byte and `\\` a backslash.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/utf8.hpp"
#include "core/query/parser.hpp"

namespace medcode::query::testing {

struct GoldenCase {
  std::string query_line;  ///< with its mark
  std::string expected;    ///< the lines below it
};

struct GoldenFile {
  std::string comment;
  std::vector<GoldenCase> cases;
};

inline GoldenFile read_golden_file(const std::string& path) {
  GoldenFile file;
  std::ifstream stream(path);
  std::string line;
  bool is_open = false;
  while (std::getline(stream, line)) {
    if (line.empty()) {
      is_open = false;
    } else if (is_open) {
      file.cases.back().expected += line + "\n";
    } else if (line[0] == '#') {
      file.comment += line + "\n";
    } else {
      file.cases.push_back({line, {}});
      is_open = true;
    }
  }
  return file;
}

inline std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      plain += text[at];
      continue;
    }
    const char kind = text[++at];
    if (kind == 's') plain += ' ';
    else if (kind == 't') plain += '\t';
    else if (kind == 'x') plain += static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16)), at += 2;
    else plain += kind;
  }
  return plain;
}

/// Writes control characters and what is not UTF-8 as `\xNN`, so that the golden files are text.
inline std::string escaped(const std::string& text) {
  std::ostringstream shown;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode_utf8(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_shown = byte >= 0x20 && byte != 0x7F && (byte < 0x80 || character.length > 1);
    if (is_shown) shown << text.substr(at, character.length);
    else shown << "\\x" << std::hex << std::uppercase << (byte >> 4U) << (byte & 15U);
    at += character.length;
  }
  return shown.str();
}

inline Parsed parse_case(const GoldenCase& golden) {
  return parse(unescaped(golden.query_line.size() > 2 ? golden.query_line.substr(2) : ""), {golden.query_line[0] == '>'});
}

inline std::string outcome(const Parsed& parsed) {
  std::ostringstream text;
  text << dump(parsed.ast) << "= " << escaped(print(parsed.ast)) << "\n";
  if (parsed.error) {
    text << "! " << parsed.error->place.begin << ".." << parsed.error->place.end << " "
         << error_code_name(parsed.error->code) << ": " << parsed.error->message << " " << parsed.error->advice << "\n";
  }
  return text.str();
}

}  // namespace medcode::query::testing
