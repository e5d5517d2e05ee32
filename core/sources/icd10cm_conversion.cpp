#include "core/sources/icd10cm_conversion.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/former_codes.hpp"
#include "core/sources/icd_code.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"
#include "core/sources/workbook.hpp"

namespace medcode {
namespace {

constexpr std::string_view system_id = "icd10cm";
constexpr std::string_view current_heading = "Current code assignment";
constexpr std::string_view previous_heading = "Previous Code(s) Assignment";
constexpr std::size_t current_column = 0;
constexpr std::size_t since_column = 1;
constexpr std::size_t previous_column = 2;

std::string_view cell(const SheetRow& row, std::size_t column) { return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view(); }

bool is_heading(const SheetRow& row) {
  return same_without_case(cell(row, current_column), current_heading) && same_without_case(cell(row, previous_column), previous_heading);
}

Relation relation_to(std::string_view kind, const std::string& code, std::string_view since, bool together) {
  Relation relation{std::string(kind), std::string(system_id), code, {}};
  if (together) relation.flags.emplace_back("combination");
  if (!since.empty()) relation.flags.push_back("since " + std::string(since));
  return relation;
}

void add_row(const SheetRow& row, ConceptGatherer& codes, SourceReport& report) {
  const std::string_view current_text = cell(row, current_column);
  const std::string_view previous_text = cell(row, previous_column);
  if (current_text.empty() && previous_text.empty()) return skip(report, "is blank", row.number, "");
  const std::optional<std::string> current = icd10cm_code(current_text);
  if (!current) return refuse(report, row.number, quoted(current_text) + " is not an ICD-10-CM code.");
  if (same_without_case(previous_text, "None")) return skip(report, "is new without a former code", row.number, current_text);
  const FormerCodes former = former_codes(previous_text);
  if (former.shape == FormerCodes::Shape::Run) return skip(report, "names a whole run of former codes", row.number, previous_text);
  if (former.shape == FormerCodes::Shape::Unknown) {
    return refuse(report, row.number, quoted(previous_text) + " before " + quoted(*current) + " is not a list of ICD-10-CM codes.");
  }
  // The fiscal year, or the day for codes that came between two years.
  const std::string since = date_of_serial(cell(row, since_column)).value_or(std::string(cell(row, since_column)));
  for (const std::string& code : former.codes) {
    if (code == *current) continue;
    codes.of(*current).relations.push_back(relation_to("replaces", code, since, former.together));
    codes.of(code).relations.push_back(relation_to("replaced-by", *current, since, former.together));
  }
  ++report.read;
}

}  // namespace

bool is_icd10cm_conversion(const SourceFile& file) {
  if (!is_workbook(file)) return false;
  const Result<std::vector<SheetRow>> rows = read_first_sheet(file);
  return !rows || std::any_of(rows->begin(), rows->end(), is_heading);
}

Result<SourceContent> read_icd10cm_conversion(const SourceFile& file) {
  const Result<std::vector<SheetRow>> rows = read_first_sheet(file);
  if (!rows) return rows.error();
  SourceContent content = start_content(file, "ICD-10-CM conversion table", SourceRole::Mapping);
  content.release = year_in_name(file.name);
  content.systems.push_back(system_with_version(system_id, content.release));
  ConceptGatherer codes(system_id);
  bool in_table = false;
  for (const SheetRow& row : *rows) {
    if (in_table) {
      add_row(row, codes, content.report);
    } else {
      skip(content.report, "stands before the table", row.number, cell(row, 0));
      in_table = is_heading(row);
    }
  }
  if (!in_table) {
    return bad_format(file, 0, "The workbook has no row with the headings \"Current code assignment\" and \"Previous Code(s) Assignment\".",
                      "Of workbooks only the ICD-10-CM conversion table is read; save other tables as CSV or TSV.");
  }
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
