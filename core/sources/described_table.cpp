// How is a CSV read whose columns a columns file beside it names? The second half of table.hpp. Held by
// tests/sources/table_test.cpp.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/table.hpp"
#include "core/sources/table_columns.hpp"
#include "core/sources/table_head.hpp"
#include "core/sources/table_rows.hpp"

namespace medcode {
namespace {

bool is_columns_file(const SourceFile& file) { return first_line(file.bytes).substr(0, 11) == "#columns-of"; }

/// Returns the separator that occurs most often in a header row.
char separator_of(std::string_view header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', '\t', ';', '|'}) {
    const std::ptrdiff_t count = std::count(header.begin(), header.end(), candidate);
    if (count > most) best = candidate;
    most = std::max(most, count);
  }
  return best;
}

/// Reads the rows "meaning<TAB>their column" of a columns file against the header row of the table.
Result<std::vector<ColumnMeaning>> read_columns(const SourceFile& file, const TableHead& head, const Columns& theirs) {
  std::vector<ColumnMeaning> columns;
  DelimitedReader reader(SourceFile{file.name, head.body}, head.dialect, head.lines + 1);
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return columns;
    if (is_empty_line(row)) continue;
    if (row.fields.size() != 2) {
      return bad_format(file, row.line, "A line of a columns file is our name for a column and theirs.", "Separate the two by one tab.");
    }
    std::optional<ColumnMeaning> meaning = meaning_of_column(row.fields[0]);
    if (!meaning) {
      return bad_format(file, row.line, "A table has no column " + quoted(row.fields[0]) + ".",
                        "Known are " + std::string(column_names()) + ".");
    }
    const std::optional<std::size_t> index = theirs.find(trimmed(row.fields[1]));
    if (!index) {
      return bad_format(file, row.line, quoted(head.columns_of) + " has no column " + quoted(row.fields[1]) + ".",
                        "Write the column's name as in its header row.");
    }
    meaning->index = *index;
    columns.push_back(std::move(*meaning));
  }
}

}  // namespace

std::vector<std::size_t> take_described_table(std::span<const SourceFile> files) {
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (!is_columns_file(files[index])) continue;
    const Result<TableHead> head = read_table_head(files[index]);
    for (std::size_t other = 0; head && other < files.size(); ++other) {
      if (other != index && base_name(files[other].name) == head->columns_of) return {index, other};
    }
    return {index};
  }
  return {};
}

Result<std::vector<SourceContent>> read_described_table(std::span<const SourceFile> files) {
  const SourceFile& description = files.front();
  const Result<TableHead> head = read_table_head(description);
  if (!head) return head.error();
  if (files.size() < 2) {
    return Error{ErrorCode::NotFound, "The columns file describes " + quoted(head->columns_of) + ", which is not beside it.",
                 "Put both files into one folder.", Place{description.name, 1, 0, 0}};
  }
  if (head->system.empty()) {
    return bad_format(description, 1, "The columns file does not say which code system the table is about.",
                      "Add a line \"#system<TAB>ID\".");
  }
  const SourceFile& table = files[1];
  const Result<Done> encoding = check_utf8(table.name, table.bytes);
  if (!encoding) return encoding.error();
  DelimitedReader reader(table, Dialect{separator_of(first_line(table.bytes)), true});
  Row header;
  const Result<bool> more = reader.next(header);
  if (!more) return more.error();
  if (!*more) return empty_file(table, "table");
  const Result<std::vector<ColumnMeaning>> columns = read_columns(description, *head, Columns(header.fields));
  if (!columns) return columns.error();
  SourceContent content = start_content(table, "table with a columns file", SourceRole::Local);
  content.release = head->release;
  content.report.skipped = 1;
  const Result<Done> rows = read_table_rows(reader, *head, *columns, header.fields.size(), content);
  if (!rows) return rows.error();
  std::vector<SourceContent> contents;
  contents.push_back(std::move(content));
  return contents;
}

}  // namespace medcode
