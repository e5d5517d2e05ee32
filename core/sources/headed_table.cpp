#include "core/sources/headed_table.hpp"

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {

Dialect comma_or_tab(const SourceFile& file) {
  return Dialect{first_line(file.bytes).find('\t') == std::string_view::npos ? ',' : '\t', true};
}

Result<SourceContent> read_headed_table(const SourceFile& file, std::string_view format, SourceRole role, RowsReader read_rows) {
  const Result<Done> encoding = check_utf8(file.name, file.bytes);
  if (!encoding) return encoding.error();
  SourceContent content = start_content(file, format, role);
  DelimitedReader reader(file, comma_or_tab(file));
  Row row;
  const Result<bool> first = reader.next(row);
  if (!first) return first.error();
  ++content.report.skipped;
  const Result<Done> rows = read_rows(reader, Columns(row.fields), content);
  if (!rows) return rows.error();
  return content;
}

}  // namespace medcode
