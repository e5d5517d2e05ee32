#include "core/sources/small_csv.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/csv_rows.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

/// One more than the ranks LOINC gives out; tests of rank 3000 were added without one.
constexpr std::uint32_t ranks = 2182;

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t value = 0;
  const std::from_chars_result parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has_digits_only(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// Digits, a hyphen, one check digit.
bool is_loinc_code(std::string_view code) {
  const std::size_t hyphen = code.find('-');
  return hyphen != std::string_view::npos && has_digits_only(code.substr(0, hyphen)) && hyphen <= 7 &&
         has_digits_only(code.substr(hyphen + 1)) && code.size() == hyphen + 2;
}

void add_property(Concept& entry, std::string_view name, std::string_view value) {
  std::string text = cleaned(value);
  if (!text.empty()) entry.properties.push_back(Property{std::string(name), std::move(text)});
}

bool header_is(const SourceFile& file, std::string_view header) { return same_without_case(trimmed(first_line(file.bytes)), header); }

void add_drg(const Columns& columns, const Row& row, ConceptGatherer& codes, SourceReport& report) {
  const std::string code(columns.value(row, "drg"));
  const std::string title = cleaned(columns.value(row, "description"));
  if (code.size() != 3 || !has_digits_only(code) || title.empty()) {
    return refuse(report, row.line, "The group " + quoted(code) + " has the title " + quoted(title) + "; expected three digits and a title.");
  }
  Concept& group = codes.of(code);
  if (!group.display.empty()) return refuse(report, row.line, "The group " + quoted(code) + " stands twice; the first one counts.");
  group.display = title;
  group.billing = Billing::Billable;
  const std::string_view type = columns.value(row, "type");
  add_property(group, "mdc", columns.value(row, "mdc"));
  add_property(group, "type", type == "P" ? "surgical" : type == "M" ? "medical" : type);
  ++report.read;
}

void add_drug(const Columns& columns, const Row& row, ConceptGatherer& codes, SourceReport& report) {
  const std::string code(columns.value(row, "rxcui"));
  const std::string name = cleaned(columns.value(row, "display_name"));
  if (code == "NA" || code.empty()) return skip(report, "has no RXCUI", row.line, name);
  if (!has_digits_only(code) || name.empty()) {
    return refuse(report, row.line, "The drug " + quoted(name) + " has the RXCUI " + quoted(code) + "; expected a number and a name.");
  }
  Concept& drug = codes.of(code);
  if (drug.display.empty()) {
    drug.display = name;
  } else if (drug.display != name) {
    codes.add_designation(code, DesignationUse::Synonym, name);
  }
  for (const std::string& synonym : split_values(columns.value(row, "synonyms"), ';')) {
    codes.add_designation(code, DesignationUse::Synonym, synonym);
  }
  add_property(codes.of(code), "strengths", columns.value(row, "strengths"));
  ++report.read;
}

void add_test(const Columns& columns, const Row& row, ConceptGatherer& codes, SourceReport& report) {
  const std::string code(columns.value(row, "LOINC #"));
  const std::string name = cleaned(columns.value(row, "Long Common Name"));
  const std::optional<std::uint32_t> rank = number_of(columns.value(row, "Rank"));
  if (!is_loinc_code(code) || name.empty() || !rank) {
    return refuse(report, row.line, "The test " + quoted(name) + " has the code " + quoted(code) + " and the rank " +
                                        quoted(columns.value(row, "Rank")) + "; expected a code such as \"2160-0\", a name and a number.");
  }
  Concept& test = codes.of(code);
  const std::uint32_t usage = *rank < ranks ? ranks - *rank : 0;
  if (test.display.empty()) {
    test.display = name;
    add_property(test, "class", columns.value(row, "CLASS"));
  } else if (test.display != name) {
    codes.add_designation(code, DesignationUse::Synonym, name);
  }
  test.usage = std::max(test.usage, usage);
  const std::string short_name = cleaned(columns.value(row, "Short Name"));
  if (!short_name.empty()) codes.add_designation(code, DesignationUse::Short, short_name);
  ++report.read;
}

using AddRow = void (*)(const Columns&, const Row&, ConceptGatherer&, SourceReport&);

Result<SourceContent> read_table(const SourceFile& file, std::string_view format, std::string_view system, AddRow add) {
  if (const Result<Done> encoding = check_utf8(file.name, file.bytes); !encoding) return encoding.error();
  SourceContent content = start_content(file, format, SourceRole::CodeList);
  content.systems.push_back(system_with_version(system, {}));
  ConceptGatherer codes(system);
  const Result<Done> done = for_each_row(file, content, [&](const Columns& columns, const Row& row) { add(columns, row, codes, content.report); });
  if (!done) return done.error();
  content.concepts = codes.take();
  return content;
}

void set_release(Result<SourceContent>& content, std::string release) {
  if (!content) return;
  content->release = std::move(release);
  content->systems.front().version = content->release;
}

/// Returns what follows the last "_v" of the name: "41" of msdrg_v41.csv.
std::string version_in_name(std::string_view file) {
  const std::string_view name = base_name(file);
  const std::size_t mark = name.rfind("_v");
  if (mark == std::string_view::npos) return {};
  const std::string_view rest = name.substr(mark + 2);
  return std::string(rest.substr(0, std::min(rest.find_first_not_of("0123456789."), rest.size())));
}

}  // namespace

bool is_msdrg(const SourceFile& file) { return header_is(file, "drg,mdc,type,description"); }

Result<SourceContent> read_msdrg(const SourceFile& file) {
  Result<SourceContent> content = read_table(file, "MS-DRG titles", "msdrg", add_drg);
  std::string version = version_in_name(file.name);
  while (!version.empty() && version.back() == '.') version.pop_back();
  set_release(content, std::move(version));
  return content;
}

bool is_rxterms(const SourceFile& file) { return header_is(file, "rxcui,display_name,strengths,synonyms"); }

Result<SourceContent> read_rxterms(const SourceFile& file) {
  Result<SourceContent> content = read_table(file, "RxTerms display names", "rxnorm", add_drug);
  set_release(content, year_in_name(file.name));
  if (content) content->partial = true;
  return content;
}

bool is_loinc_top(const SourceFile& file) { return header_is(file, "LOINC #,Long Common Name,Short Name,CLASS,Rank"); }

Result<SourceContent> read_loinc_top(const SourceFile& file) {
  Result<SourceContent> content = read_table(file, "LOINC commonest laboratory tests", "loinc", add_test);
  if (content) content->partial = true;
  return content;
}

}  // namespace medcode
