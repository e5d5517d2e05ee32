// One row, one concept; status is set when the release is known. Held by tests/sources/hcpcs_test.cpp.
#include "core/sources/hcpcs_csv.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/hcpcs_facts.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::string_view format = "HCPCS Level II CSV";
constexpr std::array<std::string_view, 4> needed = {"code", "long_description", "short_description", "added"};

bool is_code(std::string_view code) {
  return (code.size() == 5 || code.size() == 2) && std::all_of(code.begin(), code.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
         });
}

/// Returns why the row is wrong, or an empty text after filling `made`.
std::string make_concept(const Columns& columns, const Row& row, Concept& made) {
  if (row.fields.size() != columns.size()) {
    return "The row has " + std::to_string(row.fields.size()) + " fields where the header has " + std::to_string(columns.size()) + ".";
  }
  made.code = std::string(columns.value(row, "code"));
  if (!is_code(made.code)) return "The code is not an HCPCS code: " + quoted(made.code);
  made.system = made.code.size() == 5 ? "hcpcs" : "hcpcsmod";
  made.billing = made.code.size() == 5 ? Billing::Billable : Billing::NotApplicable;
  made.display = cleaned(columns.value(row, "long_description"));
  if (made.display.empty()) return "The long description of code " + quoted(made.code) + " is missing.";
  std::string short_name = cleaned(columns.value(row, "short_description"));
  if (!short_name.empty()) made.designations.push_back(Designation{DesignationUse::Short, std::move(short_name)});
  add_property(made, "coverage", columns.value(row, "coverage"));
  add_property(made, "type-of-service", columns.value(row, "type_of_service"));
  const std::string reason = add_date(made, "added", columns.value(row, "added"));
  return reason.empty() ? add_date(made, "terminated", columns.value(row, "terminated")) : reason;
}

Result<Done> read_rows(DelimitedReader& reader, const Columns& columns, SourceContent& content) {
  std::unordered_map<std::string, std::size_t> lines_of_codes;
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return Done{};
    if (is_empty_line(row)) {
      ++content.report.skipped;
      continue;
    }
    Concept made;
    std::string reason = make_concept(columns, row, made);
    if (reason.empty()) {
      const auto [known, fresh] = lines_of_codes.emplace(made.code, row.line);
      if (!fresh) reason = "The code " + quoted(made.code) + " is already in line " + std::to_string(known->second) + ".";
    }
    if (!reason.empty()) {
      refuse(content.report, row.line, std::move(reason));
      continue;
    }
    content.concepts.push_back(std::move(made));
    ++content.report.read;
  }
}

}  // namespace

bool is_hcpcs_csv(const SourceFile& file) {
  const Columns columns = header_of(file, Dialect{});
  return std::all_of(needed.begin(), needed.end(), [&](std::string_view name) { return columns.find(name).has_value(); });
}

Result<SourceContent> read_hcpcs_csv(const SourceFile& file) {
  const Result<Done> encoding = check_utf8(file.name, file.bytes);
  if (!encoding) return encoding.error();
  SourceContent content = start_content(file, format, SourceRole::CodeList);
  DelimitedReader reader(file, Dialect{});
  Row header;
  const Result<bool> first = reader.next(header);
  if (!first) return first.error();
  ++content.report.skipped;
  const Result<Done> rows = read_rows(reader, Columns(header.fields), content);
  if (!rows) return rows.error();
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  std::string latest;
  for (const Concept& made : content.concepts) latest = std::max(latest, std::string(property_value(made, "added")));
  content.release = hcpcs_release(file.name, latest);
  content.systems.push_back(system_with_version("hcpcs", content.release));
  bool modifiers = false;
  for (Concept& made : content.concepts) {
    set_status_at(made, content.release);
    modifiers = modifiers || made.system == "hcpcsmod";
  }
  if (modifiers) content.systems.push_back(system_with_version("hcpcsmod", content.release));
  return content;
}

}  // namespace medcode
