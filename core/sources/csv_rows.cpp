#include "core/sources/csv_rows.hpp"

#include <string>

#include "core/sources/report.hpp"

namespace medcode {

Result<Done> for_each_row(const SourceFile& file, SourceContent& content, const std::function<void(const Columns&, const Row&)>& take) {
  DelimitedReader reader(file, Dialect{});
  Row row;
  const Result<bool> header = reader.next(row);
  if (!header) return header.error();
  if (!*header) return empty_file(file, content.report.format);
  const Columns columns(row.fields);
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return require_some_read(content);
    if (row.fields.size() == 1 && row.fields.front().empty()) {
      ++content.report.skipped;
    } else if (row.fields.size() != columns.size()) {
      refuse(content.report, row.line,
             "The row has " + std::to_string(row.fields.size()) + " fields; the header has " + std::to_string(columns.size()) + ".");
    } else {
      take(columns, row);
    }
  }
}

}  // namespace medcode
