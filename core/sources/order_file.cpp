// Lines are cut into columns first; the system, the headers and with them the parents show when all are cut.
#include "core/sources/order_file.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::string_view format = "ICD-10 order file";
constexpr std::size_t first_long_column = 77;  // 0-based: column 78

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_code_letter(char letter) { return is_digit(letter) || (letter >= 'A' && letter <= 'Z'); }

/// Is one line cut into its columns.
struct OrderRow {
  std::size_t line = 0;
  std::string_view code;
  bool billable = false;
  std::string_view short_title;
  std::string_view long_title;
};

/// Returns why `text` is not a line of an order file, or an empty text after setting `row`.
std::string cut_columns(const Line& line, OrderRow& row) {
  const std::string_view text = line.text;
  if (text.size() <= first_long_column) {
    return "The line ends in column " + std::to_string(text.size()) + ", before the long title in column 78: " + quoted(text, 40);
  }
  const std::string_view number = text.substr(0, 5);
  if (!std::all_of(number.begin(), number.end(), is_digit)) return "Columns 1-5 are not an order number: " + quoted(number);
  row.line = line.number;
  row.code = trimmed(text.substr(6, 7));
  const bool letters = std::all_of(row.code.begin(), row.code.end(), is_code_letter);
  if (row.code.size() < 3 || !letters || text[6] == ' ') return "Columns 7-13 are not a code: " + quoted(text.substr(6, 7));
  const char flag = text[14];
  if (flag != '0' && flag != '1') return "Column 15 is neither 0 (header) nor 1 (billable): " + quoted(text.substr(14, 1));
  row.billable = flag == '1';
  row.short_title = text.substr(16, 60);
  row.long_title = trimmed(text.substr(first_long_column));
  if (row.long_title.empty()) return "The long title in column 78 is missing for code " + quoted(row.code) + ".";
  return {};
}

/// Returns the system whose codes these are. Every ICD-10-PCS code that is billable has seven characters,
/// and some begin with a digit; ICD-10-CM codes begin with a letter and many are shorter.
std::string_view system_of(const std::vector<OrderRow>& rows) {
  bool all_seven = false;
  for (const OrderRow& row : rows) {
    if (is_digit(row.code.front())) return "icd10pcs";
    if (row.billable && row.code.size() != 7) return "icd10cm";
    all_seven = all_seven || row.billable;
  }
  return all_seven ? "icd10pcs" : "icd10cm";
}

using HeaderLines = std::unordered_map<std::string_view, std::size_t>;

/// Returns the longest header that `code` begins with, without its dot; empty when there is none.
std::string_view parent_of(const HeaderLines& headers, std::string_view code) {
  for (std::size_t length = code.size() - 1; length >= 3; --length) {
    const auto found = headers.find(code.substr(0, length));
    if (found != headers.end()) return found->first;
  }
  return {};
}

std::vector<OrderRow> cut_rows(const SourceFile& file, SourceReport& report) {
  std::vector<OrderRow> rows;
  std::unordered_map<std::string_view, std::size_t> lines_of_codes;
  LineReader lines(file.bytes);
  Line line;
  while (lines.next(line)) {
    if (trimmed(line.text).empty()) {
      ++report.skipped;
      continue;
    }
    OrderRow row;
    const std::string reason = cut_columns(line, row);
    if (!reason.empty()) {
      refuse(report, line.number, reason);
      continue;
    }
    const auto [known, fresh] = lines_of_codes.emplace(row.code, line.number);
    if (!fresh) {
      refuse(report, line.number, "The code " + quoted(row.code) + " is already in line " + std::to_string(known->second) + ".");
      continue;
    }
    rows.push_back(row);
  }
  return rows;
}

Concept make_concept(const OrderRow& row, std::string_view system, std::string_view parent) {
  Concept made;
  made.system = std::string(system);
  made.code = canonical_code(system, row.code);
  made.display = cleaned(row.long_title);
  made.parent = canonical_code(system, parent);
  made.billing = row.billable ? Billing::Billable : Billing::Header;
  std::string short_title = cleaned(row.short_title);
  if (!short_title.empty() && !same_without_case(short_title, made.display)) {
    made.designations.push_back(Designation{DesignationUse::Short, std::move(short_title)});
  }
  return made;
}

}  // namespace

bool is_order_file(const SourceFile& file) {
  LineReader lines(file.bytes.substr(0, 4096));
  Line line;
  while (lines.next(line)) {
    const std::string_view text = line.text;
    if (trimmed(text).empty()) continue;
    const std::string_view number = text.substr(0, 5);
    return text.size() > 16 && std::all_of(number.begin(), number.end(), is_digit) && text[5] == ' ' &&
           is_code_letter(text[6]) && text[13] == ' ' && (text[14] == '0' || text[14] == '1') && text[15] == ' ';
  }
  return false;
}

Result<SourceContent> read_order_file(const SourceFile& file) {
  const Result<Done> encoding = check_utf8(file.name, file.bytes);
  if (!encoding) return encoding.error();
  SourceContent content = start_content(file, format, SourceRole::CodeList);
  const std::vector<OrderRow> rows = cut_rows(file, content.report);
  const std::string_view system = system_of(rows);
  content.report.format = system == "icd10cm" ? "ICD-10-CM order file" : "ICD-10-PCS order file";
  content.release = year_in_name(file.name);
  content.systems.push_back(system_with_version(system, content.release));
  HeaderLines headers;
  for (const OrderRow& row : rows) {
    if (!row.billable) headers.emplace(row.code, row.line);
  }
  content.concepts.reserve(rows.size());
  for (const OrderRow& row : rows) {
    const std::string_view parent = parent_of(headers, row.code);
    if (parent.empty() && row.code.size() > 3) {
      warn(content.report, row.line, "No header of this file is the parent of code " + quoted(row.code) + ".");
    }
    content.concepts.push_back(make_concept(row, system, parent));
    ++content.report.read;
  }
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  return content;
}

}  // namespace medcode
