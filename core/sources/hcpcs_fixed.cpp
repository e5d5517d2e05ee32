// A state machine of one concept: a first row opens it, continuations lengthen its name. Held by tests/sources/hcpcs_test.cpp.
#include "core/sources/hcpcs_fixed.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/sources/hcpcs_facts.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::string_view format = "HCPCS Level II annual file";
constexpr std::size_t record_id_column = 10;  // 0-based, as all below
constexpr std::size_t long_column = 11;
constexpr std::size_t short_column = 91;
constexpr std::size_t added_end = 276;  ///< a first row must reach the end of the date added

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_code_letter(char letter) { return is_digit(letter) || (letter >= 'A' && letter <= 'Z'); }
bool all(std::string_view text, bool (*is)(char)) { return !text.empty() && std::all_of(text.begin(), text.end(), is); }

std::string_view columns(std::string_view line, std::size_t first, std::size_t length) {
  return first < line.size() ? line.substr(first, length) : std::string_view();
}

/// Returns columns as UTF-8. Columns count bytes, so the file is cut before it is converted.
std::string text_columns(std::string_view line, std::size_t first, std::size_t length) {
  const std::string_view bytes = columns(line, first, length);
  return cleaned(find_bad_utf8(bytes) ? latin1_to_utf8(bytes) : std::string(bytes));
}

/// Says whether a line begins as a record does: code or modifier, sequence, record id.
bool is_record(std::string_view line) {
  if (line.size() <= record_id_column || !all(line.substr(5, 5), is_digit)) return false;
  const char id = line[record_id_column];
  const bool of_code = (id == '3' || id == '4') && all(line.substr(0, 5), is_code_letter);
  const bool of_modifier = (id == '7' || id == '8') && line.substr(0, 3) == "   " && all(line.substr(3, 2), is_code_letter);
  return of_code || of_modifier;
}

/// Collects concepts row by row; a continuation belongs to the concept before it.
class HcpcsRows {
 public:
  explicit HcpcsRows(SourceContent& content) : content_(content) {}

  void take(const Line& line) {
    const char id = line.text[record_id_column];
    if (id == '3' || id == '7') {
      open_ = take_first(line);
    } else {
      take_continuation(line);
    }
  }

  const std::string& latest_date() const { return latest_date_; }

 private:
  bool take_first(const Line& line) {
    const std::string_view text = line.text;
    code_ = std::string(trimmed(text.substr(0, 5)));
    if (text.size() < added_end) {
      refuse(content_.report, line.number, "The line of code " + quoted(code_) + " ends in column " + std::to_string(text.size()) +
                                               ", before the date added (269-276).");
      return false;
    }
    Concept made;
    made.system = text[record_id_column] == '3' ? "hcpcs" : "hcpcsmod";
    made.code = code_;
    made.display = text_columns(text, long_column, 80);
    const auto [known, fresh] = lines_of_codes_.emplace(made.system + code_, line.number);
    std::string reason;
    if (!fresh) reason = "The code " + quoted(code_) + " is already in line " + std::to_string(known->second) + ".";
    if (made.display.empty()) reason = "The long description of code " + quoted(code_) + " is missing.";
    if (reason.empty()) reason = add_facts(made, text);
    if (!reason.empty()) {
      refuse(content_.report, line.number, reason);
      return false;
    }
    content_.concepts.push_back(std::move(made));
    ++content_.report.read;
    return true;
  }

  std::string add_facts(Concept& made, std::string_view text) {
    made.billing = made.system == "hcpcs" ? Billing::Billable : Billing::NotApplicable;
    std::string short_name = text_columns(text, short_column, 28);
    if (!short_name.empty()) made.designations.push_back(Designation{DesignationUse::Short, std::move(short_name)});
    add_property(made, "coverage", text_columns(text, 229, 1));
    add_property(made, "betos", text_columns(text, 256, 3));
    add_property(made, "type-of-service", text_columns(text, 260, 1));
    std::string reason = add_date(made, "added", columns(text, 268, 8));
    if (reason.empty()) reason = add_date(made, "effective", columns(text, 276, 8));
    if (reason.empty()) reason = add_date(made, "terminated", columns(text, 284, 8));
    latest_date_ = std::max(latest_date_, std::string(property_value(made, "effective")));
    return reason;
  }

  void take_continuation(const Line& line) {
    const std::string_view code = trimmed(line.text.substr(0, 5));
    if (code != code_) {
      refuse(content_.report, line.number, "A continuation of code " + quoted(code) + " does not follow its first row.");
    } else if (!open_) {
      refuse(content_.report, line.number, "A continuation of code " + quoted(code) + ", whose first row was refused.");
    } else {
      Concept& last = content_.concepts.back();
      last.display = cleaned(last.display + " " + text_columns(line.text, long_column, 80));
      ++content_.report.read;
    }
  }

  SourceContent& content_;
  std::unordered_map<std::string, std::size_t> lines_of_codes_;
  std::string code_;
  std::string latest_date_;
  bool open_ = false;
};

void read_rows(std::string_view text, SourceReport& report, HcpcsRows& rows) {
  LineReader lines(text);
  Line line;
  bool begun = false;
  while (lines.next(line)) {
    if (is_record(line.text)) {
      begun = true;
      rows.take(line);
    } else if (!begun || trimmed(line.text).empty()) {
      ++report.skipped;
    } else {
      refuse(report, line.number, "Columns 1-11 are not a code, a sequence and a record id: " + quoted(line.text.substr(0, 11)));
    }
  }
}

}  // namespace

bool is_hcpcs_fixed(const SourceFile& file) {
  LineReader lines(file.bytes.substr(0, 16'384));
  Line line;
  while (lines.next(line)) {
    if (is_record(line.text)) return true;
  }
  return false;
}

Result<SourceContent> read_hcpcs_fixed(const SourceFile& file) {
  SourceContent content = start_content(file, format, SourceRole::CodeList);
  HcpcsRows rows(content);
  read_rows(file.bytes, content.report, rows);
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  content.release = hcpcs_release(file.name, rows.latest_date());
  for (Concept& made : content.concepts) set_status_at(made, content.release);
  for (const std::string_view system : {"hcpcs", "hcpcsmod"}) {
    const bool present = std::any_of(content.concepts.begin(), content.concepts.end(),
                                     [&](const Concept& made) { return made.system == system; });
    if (present) content.systems.push_back(system_with_version(system, content.release));
  }
  return content;
}

}  // namespace medcode
