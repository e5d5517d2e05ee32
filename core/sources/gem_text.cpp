#include <optional>
#include <string>
#include <string_view>

#include "core/sources/delimited.hpp"
#include "core/sources/gem_rows.hpp"
#include "core/sources/gems.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::size_t icd10_columns = 7;
constexpr std::size_t icd9_columns = 5;
constexpr std::size_t flag_columns = 5;
constexpr std::size_t line_columns = icd10_columns + 1 + icd9_columns + 1 + flag_columns;

/// Returns the row when the line has a source of `source_columns`, a blank, a target of the rest, a blank, flags.
std::optional<GemRow> row_of(const Line& line, std::size_t source_columns) {
  const std::string_view text = line.text;
  const std::size_t target_at = source_columns + 1;
  const std::size_t flags_at = line_columns - flag_columns;
  const bool blanks = text.size() >= line_columns && text[source_columns] == ' ' && text[flags_at - 1] == ' ';
  if (!blanks || text.front() == ' ' || text[target_at] == ' ') return std::nullopt;
  return GemRow{line.number, trimmed(text.substr(0, source_columns)), trimmed(text.substr(target_at, flags_at - 1 - target_at)),
                trimmed(text.substr(flags_at))};
}

/// Returns the columns of the source code in this file, 0 when its first line is no row.
std::size_t source_columns(std::string_view first) {
  for (const std::size_t columns : {icd9_columns, icd10_columns}) {
    const std::optional<GemRow> row = row_of(Line{1, first}, columns);
    const bool flags = row && row->flags.size() == flag_columns && row->flags.find_first_not_of("0123456789") == std::string_view::npos;
    if (flags && row->source.find(' ') == std::string_view::npos && row->target.find(' ') == std::string_view::npos) return columns;
  }
  return 0;
}

}  // namespace

bool is_gem_text(const SourceFile& file) { return source_columns(first_line(file.bytes)) != 0; }

Result<SourceContent> read_gem_text(const SourceFile& file) {
  const std::size_t columns = source_columns(first_line(file.bytes));
  if (columns == 0) {
    return bad_format(file, 1, "The first line is not a row of a General Equivalence Mapping.",
                      "Give the publisher's file as it is: source, target and five flags in fixed columns.");
  }
  const GemDirection direction = columns == icd10_columns ? GemDirection{"icd10cm", "icd9cm"} : GemDirection{"icd9cm", "icd10cm"};
  SourceContent content = start_gem(file, direction);
  ConceptGatherer codes(direction.from);
  LineReader lines(file.bytes);
  Line line;
  while (lines.next(line)) {
    if (trimmed(line.text).empty()) {
      ++content.report.skipped;
    } else if (const std::optional<GemRow> row = row_of(line, columns)) {
      add_gem_row(*row, direction, codes, content.report);
    } else {
      refuse(content.report, line.number, quoted(line.text) + " does not have source, target and flags in their columns.");
    }
  }
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
