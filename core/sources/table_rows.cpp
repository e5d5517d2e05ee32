// The loop over rows: blank, remark, wrong, twice, or taken. Held by tests/sources/table_test.cpp.
#include "core/sources/table_rows.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

bool is_blank(const Row& row) {
  return std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& field) { return trimmed(field).empty(); });
}

bool is_remark(const Row& row) { return row.fields.front().substr(0, 1) == "#"; }

void list_system(const TableHead& head, const std::string& id, SourceContent& content) {
  for (const CodeSystem& system : content.systems) {
    if (system.id == id) return;
  }
  content.systems.push_back(system_of_head(head, id));
}

}  // namespace

Result<Done> read_table_rows(DelimitedReader& reader, const TableHead& head, const std::vector<ColumnMeaning>& columns,
                             std::size_t fields_of_header, SourceContent& content) {
  std::unordered_map<std::string, std::size_t> lines_of_codes;
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return require_some_read(content);
    if (is_blank(row) || is_remark(row)) {
      ++content.report.skipped;
      continue;
    }
    Concept made;
    std::string reason;
    if (row.fields.size() > fields_of_header) {
      reason = "The row has " + std::to_string(row.fields.size()) + " fields where the header has " +
               std::to_string(fields_of_header) + ".";
    }
    if (reason.empty()) reason = concept_of_row(columns, row, head.system, made);
    if (reason.empty()) {
      const auto [known, fresh] = lines_of_codes.emplace(made.system + " " + code_identity(made.system, made.code), row.line);
      if (!fresh) reason = "The code " + quoted(made.code) + " is already in line " + std::to_string(known->second) + ".";
    }
    if (!reason.empty()) {
      refuse(content.report, row.line, std::move(reason));
      continue;
    }
    list_system(head, made.system, content);
    content.concepts.push_back(std::move(made));
    ++content.report.read;
  }
}

}  // namespace medcode
