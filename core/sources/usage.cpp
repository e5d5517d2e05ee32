// Each row only adds its count to a code. Held by tests/sources/usage_test.cpp.
#include "core/sources/usage.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/headed_table.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {
namespace {

/// Returns why the row is wrong, or an empty text after filling `made`.
std::string concept_of(const Columns& columns, const Row& row, Concept& made) {
  const std::string_view system = columns.value(row, "system");
  made.system = system_id_of(system);
  if (made.system.empty()) return "This is not the id of one code system: " + quoted(system);
  made.code = canonical_code(made.system, columns.value(row, "code"));
  if (made.code.empty()) return "The row has no code.";
  const std::string_view count = columns.value(row, "count");
  const auto [end, problem] = std::from_chars(count.data(), count.data() + count.size(), made.usage);
  if (problem != std::errc() || end != count.data() + count.size()) {
    return "The count is not a whole number up to 4294967295: " + quoted(count);
  }
  return {};
}

Result<Done> read_rows(DelimitedReader& reader, const Columns& columns, SourceContent& content) {
  std::unordered_map<std::string, std::size_t> lines_of_codes;
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return require_some_read(content);
    if (is_empty_line(row)) {
      ++content.report.skipped;
      continue;
    }
    Concept made;
    std::string reason = concept_of(columns, row, made);
    if (reason.empty()) {
      const auto [known, fresh] = lines_of_codes.emplace(made.system + " " + code_identity(made.system, made.code), row.line);
      if (!fresh) reason = "The code " + quoted(made.code) + " is already in line " + std::to_string(known->second) + ".";
    }
    if (reason.empty()) {
      content.concepts.push_back(std::move(made));
      ++content.report.read;
    } else {
      refuse(content.report, row.line, std::move(reason));
    }
  }
}

}  // namespace

bool is_usage(const SourceFile& file) {
  const Columns columns = header_of(file, comma_or_tab(file));
  return columns.size() == 3 && columns.find("system") && columns.find("code") && columns.find("count");
}

Result<SourceContent> read_usage(const SourceFile& file) { return read_headed_table(file, "usage counts", SourceRole::Usage, read_rows); }

}  // namespace medcode
