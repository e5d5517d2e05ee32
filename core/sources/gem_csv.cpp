#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/sources/delimited.hpp"
#include "core/sources/gem_rows.hpp"
#include "core/sources/gems.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::array<std::string_view, 6> needed = {"flags", "approximate", "no_map", "combination", "scenario", "choice_list"};

constexpr std::string_view icd10_column = "icd10cm";
constexpr std::string_view icd9_column = "icd9cm";

/// Says which of the two code columns comes first: that one is mapped from.
bool starts_with_icd10(const std::vector<std::string>& header) { return !header.empty() && same_without_case(trimmed(header.front()), icd10_column); }

}  // namespace

bool is_gem_csv(const SourceFile& file) {
  const std::string_view header = first_line(file.bytes);
  for (const std::string_view name : needed) {
    if (header.find(name) == std::string_view::npos) return false;
  }
  return header.find(icd10_column) != std::string_view::npos && header.find(icd9_column) != std::string_view::npos;
}

Result<SourceContent> read_gem_csv(const SourceFile& file) {
  DelimitedReader reader(file, Dialect{});
  Row row;
  const Result<bool> header = reader.next(row);
  if (!header) return header.error();
  if (!*header) return empty_file(file, "General Equivalence Mapping");
  const bool from_icd10 = starts_with_icd10(row.fields);
  const GemDirection direction = from_icd10 ? GemDirection{"icd10pcs", "icd9proc"} : GemDirection{"icd9proc", "icd10pcs"};
  const Columns columns(row.fields);
  SourceContent content = start_gem(file, direction);
  ConceptGatherer codes(direction.from);
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) break;
    if (row.fields.size() == 1 && row.fields.front().empty()) {
      ++content.report.skipped;
      continue;
    }
    if (row.fields.size() != columns.size()) {
      refuse(content.report, row.line, "The row has " + std::to_string(row.fields.size()) + " fields; the header has " + std::to_string(columns.size()) + ".");
      continue;
    }
    const std::string_view icd10 = columns.value(row, icd10_column);
    const std::string_view icd9 = columns.value(row, icd9_column);
    add_gem_row(GemRow{row.line, from_icd10 ? icd10 : icd9, from_icd10 ? icd9 : icd10, columns.value(row, "flags")}, direction, codes, content.report);
  }
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
