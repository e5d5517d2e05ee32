#include "core/sources/icd9cm.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// CMS's release of October 2014, the last one; the file names say 32, the files say nothing.
constexpr std::string_view final_release = "32";

/// Characters of the abbreviated titles by the publisher's definition.
constexpr std::size_t short_title_characters = 24;

constexpr std::size_t diagnosis_columns = 5;
constexpr std::size_t procedure_columns = 4;

/// Lines that a recogniser looks at.
constexpr int lines_looked_at = 3;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// 001 to V91.99 and E000 to E999.9, without the dot.
bool is_diagnosis(std::string_view code) {
  if (code.empty()) return false;
  const bool external = code.front() == 'E';
  const bool other = code.front() == 'V';
  const std::string_view digits = external || other ? code.substr(1) : code;
  const std::size_t least = external ? 4 : 3;
  return all_digits(digits) && code.size() >= least && code.size() <= diagnosis_columns;
}

/// 00.01 to 99.99 without the dot; a few have three digits.
bool is_procedure(std::string_view code) { return all_digits(code) && code.size() >= 3 && code.size() <= procedure_columns; }

/// Is a line taken apart: its code as it stands, without trailing blanks, and its title.
struct Entry {
  std::string_view code;
  std::string_view title;
};

std::optional<Entry> entry_of(std::string_view line, std::size_t columns) {
  if (line.size() <= columns + 1 || line[columns] != ' ' || line.front() == ' ') return std::nullopt;
  const Entry entry{trimmed(line.substr(0, columns)), trimmed(line.substr(columns + 1))};
  const bool shape = columns == diagnosis_columns ? is_diagnosis(entry.code) : is_procedure(entry.code);
  if (!shape || entry.title.empty() || line[columns + 1] == ' ') return std::nullopt;
  return entry;
}

/// Returns the columns of the code in this file: 5, 4, or 0 when its first lines are neither. Titles have single
/// blanks; lines of other fixed-width files that start with a number do not.
std::size_t code_columns(std::string_view bytes) {
  for (const std::size_t columns : {diagnosis_columns, procedure_columns}) {
    LineReader lines(bytes);
    Line line;
    int fitting = 0;
    bool fits = true;
    while (fits && fitting < lines_looked_at && lines.next(line)) {
      if (trimmed(line.text).empty()) continue;
      const std::optional<Entry> entry = entry_of(line.text, columns);
      fits = entry && entry->title.find("  ") == std::string_view::npos;
      if (fits) ++fitting;
    }
    if (fits && fitting > 0) return columns;
  }
  return 0;
}

bool has_only_short_titles(std::string_view bytes, std::size_t columns) {
  LineReader lines(bytes);
  Line line;
  while (lines.next(line)) {
    const std::optional<Entry> entry = entry_of(line.text, columns);
    if (entry && entry->title.size() > short_title_characters) return false;
  }
  return true;
}

Concept concept_of(const Entry& entry, std::string_view system, bool is_short) {
  Concept made;
  made.system = std::string(system);
  made.code = canonical_code(system, entry.code);
  made.billing = Billing::Billable;
  std::string title = cleaned(latin1_to_utf8(entry.title));
  if (is_short) {
    made.designations.push_back(Designation{DesignationUse::Short, std::move(title)});
  } else {
    made.display = std::move(title);
  }
  return made;
}

}  // namespace

bool is_icd9cm(const SourceFile& file) { return code_columns(file.bytes.substr(0, 1024)) != 0; }

Result<SourceContent> read_icd9cm(const SourceFile& file) {
  const std::size_t columns = code_columns(file.bytes);
  if (columns == 0) {
    return bad_format(file, 1, "The first lines are not ICD-9-CM codes with titles.",
                      "Give CMS's master descriptions as they are: five (procedures: four) columns of code, a blank, the title.");
  }
  const std::string_view system = columns == diagnosis_columns ? "icd9cm" : "icd9proc";
  const bool is_short = has_only_short_titles(file.bytes, columns);
  SourceContent content = start_content(file, is_short ? "ICD-9-CM short titles" : "ICD-9-CM titles", SourceRole::CodeList);
  content.release = std::string(final_release);
  content.systems.push_back(system_with_version(system, final_release));
  std::unordered_set<std::string> known;
  LineReader lines(file.bytes);
  Line line;
  while (lines.next(line)) {
    if (trimmed(line.text).empty()) {
      ++content.report.skipped;
      continue;
    }
    const std::optional<Entry> entry = entry_of(line.text, columns);
    if (!entry) {
      refuse(content.report, line.number, quoted(latin1_to_utf8(line.text)) + " is not a code in " + std::to_string(columns) + " columns, a blank and a title.");
    } else if (!known.insert(std::string(entry->code)).second) {
      refuse(content.report, line.number, "The code " + quoted(entry->code) + " stands twice; the first one counts.");
    } else {
      content.concepts.push_back(concept_of(*entry, system, is_short));
      ++content.report.read;
    }
  }
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
