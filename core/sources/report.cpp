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

Error truncated_file(const SourceFile& file, std::size_t line, std::string message) {
  return Error{ErrorCode::Truncated, std::move(message), "Download the file again; it may have been cut off.",
               Place{file.name, line, 0, 0}};
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
  const std::string_view name = base_name(file);
  const auto digit = [&](std::size_t index) { return index < name.size() && name[index] >= '0' && name[index] <= '9'; };
  for (std::size_t start = 0; start + 4 <= name.size(); ++start) {
    const std::string_view century = name.substr(start, 2);
    const bool run_starts = start == 0 || !digit(start - 1);
    if (run_starts && (century == "19" || century == "20") && digit(start + 2) && digit(start + 3)) {
      return std::string(name.substr(start, 4));
    }
  }
  return {};
}

}  // namespace medcode
