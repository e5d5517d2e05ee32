// Splits lines at a separator and puts the wanted fields in their places.
#include "core/sources/plain_table.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::size_t not_wanted = static_cast<std::size_t>(-1);

std::vector<std::string_view> split_header(std::string_view line, char separator) {
  std::vector<std::string_view> names;
  while (names.size() < max_fields_of_row) {
    const std::size_t cut = line.find(separator);
    names.push_back(trimmed(line.substr(0, cut)));
    if (cut == std::string_view::npos) break;
    line.remove_prefix(cut + 1);
  }
  return names;
}

std::size_t find_column(const std::vector<std::string_view>& names, std::string_view name) {
  const auto same = [&](std::string_view each) { return same_without_case(each, name); };
  return static_cast<std::size_t>(std::find_if(names.begin(), names.end(), same) - names.begin());
}

}  // namespace

PlainTable::PlainTable(const SourceFile& file, char separator)
    : lines_(file.bytes), separator_(separator), has_bad_utf8_(find_bad_utf8(file.bytes).has_value()) {}

Result<PlainTable> PlainTable::with_header(const SourceFile& file, char separator,
                                           std::span<const std::string_view> wanted, std::size_t required) {
  PlainTable table(file, separator);
  if (!table.lines_.next(table.line_)) return empty_file(file, "table");
  const std::vector<std::string_view> names = split_header(table.line_.text, separator);
  table.columns_ = names.size();
  table.place_of_.assign(names.size(), not_wanted);
  table.fields_.resize(wanted.size());
  for (std::size_t place = 0; place < wanted.size(); ++place) {
    const std::size_t column = find_column(names, wanted[place]);
    if (column < names.size()) {
      table.place_of_[column] = place;
    } else if (place < required) {
      return bad_format(file, 1, "The header has no column " + quoted(wanted[place]) + ".",
                        "Give the file as its publisher ships it, header included.");
    }
  }
  return table;
}

Result<PlainTable> PlainTable::without_header(const SourceFile& file, char separator, std::size_t columns) {
  PlainTable table(file, separator);
  if (trimmed(file.bytes).empty()) return empty_file(file, "table");
  table.columns_ = columns;
  table.fields_.resize(columns);
  for (std::size_t column = 0; column < columns; ++column) table.place_of_.push_back(column);
  return table;
}

bool PlainTable::split(SourceReport& report) {
  std::string_view rest = line_.text;
  std::size_t count = 0;
  while (true) {
    const std::size_t cut = rest.find(separator_);
    if (count < columns_ && place_of_[count] != not_wanted) {
      fields_[place_of_[count]] = trimmed(rest.substr(0, cut));
    }
    ++count;
    if (cut == std::string_view::npos) break;
    rest.remove_prefix(cut + 1);
  }
  if (count == columns_) return true;
  refuse(report, line_.number,
         "The row has " + std::to_string(count) + " fields instead of " + std::to_string(columns_) + ": " +
             quoted(line_.text) + ".");
  return false;
}

bool PlainTable::next(SourceReport& report) {
  while (lines_.next(line_)) {
    if (line_.text.empty()) {
      skip(report, "is an empty line", line_.number, "");
    } else if (has_bad_utf8_ && find_bad_utf8(line_.text)) {
      refuse(report, line_.number, "The row is not UTF-8: " + quoted(line_.text) + ".");
    } else if (split(report)) {
      return true;
    }
  }
  return false;
}

bool has_columns(const SourceFile& file, char separator, std::span<const std::string_view> names) {
  const std::vector<std::string_view> header = split_header(first_line(file.bytes), separator);
  return std::all_of(names.begin(), names.end(),
                     [&](std::string_view name) { return find_column(header, name) < header.size(); });
}

}  // namespace medcode
