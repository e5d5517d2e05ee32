// The counting, and the sentences that every reader shares. Held by tests/sources/report_test.cpp.
#include "core/sources/report.hpp"

#include <utility>

namespace medcode {

void refuse(SourceReport& report, std::size_t line, std::string reason) {
  ++report.refused;
  if (report.refusals.size() < max_refusals_kept) report.refusals.push_back(Refusal{line, std::move(reason)});
}

void warn(SourceReport& report, std::size_t line, std::string reason) {
  ++report.warned;
  if (report.warnings.size() < max_refusals_kept) report.warnings.push_back(Refusal{line, std::move(reason)});
}

SourceContent start_content(const SourceFile& file, std::string_view format, SourceRole role) {
  SourceContent content;
  content.role = role;
  content.report.file = file.name;
  content.report.format = std::string(format);
  return content;
}

CodeSystem system_with_version(std::string_view id, std::string_view version) {
  CodeSystem system;
  system.id = std::string(id);
  system.title = system.id;
  for (const CodeSystem& known : known_systems()) {
    if (known.id == id) system = known;
  }
  system.version = std::string(version);
  return system;
}

Error empty_file(const SourceFile& file, std::string_view format) {
  return Error{ErrorCode::Empty, "The " + std::string(format) + " has no rows.",
               "Download the file again; it may have been cut off.", Place{file.name, 0, 0, 0}};
}

Error bad_format(const SourceFile& file, std::size_t line, std::string message, std::string advice) {
  return Error{ErrorCode::BadFormat, std::move(message), std::move(advice), Place{file.name, line, 0, 0}};
}

Result<Done> require_some_read(const SourceContent& content) {
  const SourceReport& report = content.report;
  if (report.read != 0) return Done{};
  if (report.refused == 0) return empty_file(SourceFile{report.file, {}}, report.format);
  std::string message = "None of the " + std::to_string(report.refused) + " rows of the " + report.format + " could be read.";
  std::size_t line = 0;
  if (!report.refusals.empty()) {
    line = report.refusals.front().line;
    message += " The first: " + report.refusals.front().reason;
  }
  return bad_format(SourceFile{report.file, {}}, line, std::move(message),
                    "Check that the file is the publisher's own, unchanged.");
}

std::string_view base_name(std::string_view file) {
  const std::size_t cut = file.find_last_of("/\\:");
  return cut == std::string_view::npos ? file : file.substr(cut + 1);
}

std::string year_in_name(std::string_view file) {
  constexpr std::string_view digits = "0123456789";
  std::size_t end = file.size();
  while (end != 0) {
    const std::size_t last = file.substr(0, end).find_last_of(digits);
    if (last == std::string_view::npos) break;
    const std::size_t before = file.substr(0, last).find_last_not_of(digits);
    const std::size_t start = last == 0 ? 0 : before == std::string_view::npos ? 0 : before + 1;
    const std::size_t length = last + 1 - start;
    const std::string_view century = file.substr(start, 2);
    const bool date_like = length == 4 || length == 6 || length == 8;
    if (date_like && (century == "19" || century == "20")) return std::string(file.substr(start, 4));
    end = start;
  }
  return {};
}

}  // namespace medcode
