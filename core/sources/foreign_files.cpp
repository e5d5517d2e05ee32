// Each recogniser looks at the first bytes only. Held by tests/sources/readers_test.cpp.
#include "core/sources/foreign_files.hpp"

#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

bool starts_with(const SourceFile& file, std::string_view magic) { return file.bytes.substr(0, magic.size()) == magic; }

bool is_code_letter(char letter) {
  return std::isdigit(static_cast<unsigned char>(letter)) != 0 || std::isupper(static_cast<unsigned char>(letter)) != 0;
}

/// Returns whether a line is "A000    Cholera ...": a code of 3 to 7 characters, filled up to column 8.
bool is_code_and_title(std::string_view line) {
  if (line.size() < 10 || line[7] != ' ' || line[8] == ' ') return false;
  const std::string_view code = trimmed(line.substr(0, 7));
  if (code.size() < 3 || line.front() == ' ') return false;
  for (const char letter : code) {
    if (!is_code_letter(letter)) return false;
  }
  return true;
}

}  // namespace

bool is_empty_file(const SourceFile& file) { return trimmed(without_byte_order_mark(file.bytes)).empty(); }

bool is_pdf(const SourceFile& file) { return starts_with(file, "%PDF"); }

bool is_picture(const SourceFile& file) {
  return starts_with(file, "\x89PNG") || starts_with(file, "\xFF\xD8\xFF") || starts_with(file, "GIF8") ||
         file.bytes.substr(0, 1000).find("<svg") != std::string_view::npos;
}

bool is_xml_schema(const SourceFile& file) {
  const std::string_view head = file.bytes.substr(0, 2000);
  return head.find("XMLSchema") != std::string_view::npos && head.find(":schema") != std::string_view::npos;
}

bool is_office_document(const SourceFile& file) { return starts_with(file, "\xD0\xCF\x11\xE0") || starts_with(file, "{\\rtf"); }

bool is_markdown_or_readme(const SourceFile& file) {
  std::string name;
  for (const char letter : base_name(file.name)) {
    name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(letter))));
  }
  const bool document = name.ends_with(".md") || name.find("readme") != std::string::npos ||
                        name.find("license") != std::string::npos || name.find("licence") != std::string::npos;
  return document && file.bytes.find('\0') == std::string_view::npos;
}

bool is_order_file_addenda(const SourceFile& file) {
  LineReader lines(file.bytes.substr(0, 4096));
  Line line;
  while (lines.next(line)) {
    if (trimmed(line.text).empty()) continue;
    for (const std::string_view start : {"Add:", "Delete:", "Revise from:", "Revise to:", "No Change:"}) {
      if (line.text.substr(0, start.size()) == start) return true;
    }
    return false;
  }
  return false;
}

bool is_billable_codes_file(const SourceFile& file) {
  LineReader lines(file.bytes.substr(0, 4096));
  Line line;
  std::size_t matching = 0;
  while (matching < 3 && lines.next(line)) {
    if (!is_code_and_title(line.text)) return false;
    ++matching;
  }
  return matching > 0;
}

bool is_hcpcs_processing_notes(const SourceFile& file) {
  return file.bytes.substr(0, 400).find("PROCESSING NOTES") != std::string_view::npos;
}

}  // namespace medcode
