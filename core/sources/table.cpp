// The head, the header row and its meanings; the rows are read in table_rows.cpp.
#include "core/sources/table.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/table_columns.hpp"
#include "core/sources/table_head.hpp"
#include "core/sources/table_rows.hpp"

namespace medcode {
namespace {

/// Bytes a recogniser looks at: enough for the longest head (a licence notice) and a header row.
constexpr std::size_t bytes_to_recognise = 16'384;

bool has_kind(const std::vector<ColumnMeaning>& columns, ColumnKind kind) {
  return std::any_of(columns.begin(), columns.end(), [&](const ColumnMeaning& column) { return column.kind == kind; });
}

/// Gives each column of the header row its meaning.
Result<std::vector<ColumnMeaning>> columns_of_header(const SourceFile& file, const Row& header, const TableHead& head) {
  std::vector<ColumnMeaning> columns;
  for (std::size_t index = 0; index < header.fields.size(); ++index) {
    std::optional<ColumnMeaning> meaning = meaning_of_column(header.fields[index]);
    if (!meaning) {
      return bad_format(file, header.line, "A table has no column " + quoted(header.fields[index]) + ".",
                        "Known are " + std::string(column_names()) + ".");
    }
    meaning->index = index;
    columns.push_back(std::move(*meaning));
  }
  if (!has_kind(columns, ColumnKind::Code) || !has_kind(columns, ColumnKind::Display)) {
    return bad_format(file, header.line, "The header row of the table has no column \"code\" or no column \"display\".",
                      "Name both; they are the only ones every table needs.");
  }
  if (head.system.empty() && !has_kind(columns, ColumnKind::System)) {
    return bad_format(file, header.line, "The table does not say which code system it is about.",
                      "Write \"#system<TAB>ID\" into its first line, or add a column \"system\".");
  }
  return columns;
}

}  // namespace

bool is_table(const SourceFile& file) {
  const std::string_view text = without_byte_order_mark(file.bytes.substr(0, bytes_to_recognise));
  if (text.substr(0, 7) == "#system") return true;
  const Result<TableHead> head = read_table_head(SourceFile{file.name, text});
  if (!head || !head->columns_of.empty()) return false;
  DelimitedReader reader(SourceFile{file.name, first_line(head->body)}, head->dialect);
  Row header;
  const Result<bool> more = reader.next(header);
  if (!more || !*more) return false;
  const Columns columns(header.fields);
  return columns.find("code").has_value() && columns.find("display").has_value();
}

Result<SourceContent> read_table(const SourceFile& file) {
  const Result<Done> encoding = check_utf8(file.name, file.bytes);
  if (!encoding) return encoding.error();
  const Result<TableHead> head = read_table_head(file);
  if (!head) return head.error();
  SourceContent content = start_content(file, "table", SourceRole::Local);
  content.release = head->release;
  content.report.skipped = head->lines + 1;
  DelimitedReader reader(SourceFile{file.name, head->body}, head->dialect, head->lines + 1);
  Row header;
  const Result<bool> more = reader.next(header);
  if (!more) return more.error();
  const Result<std::vector<ColumnMeaning>> columns = columns_of_header(file, header, *head);
  if (!columns) return columns.error();
  const Result<Done> rows = read_table_rows(reader, *head, *columns, header.fields.size(), content);
  if (!rows) return rows.error();
  return content;
}

}  // namespace medcode
