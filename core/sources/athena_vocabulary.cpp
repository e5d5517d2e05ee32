// Names vocabularies and finds the date in "v5.0 30-AUG-24".
#include "core/sources/athena_vocabulary.hpp"

#include <algorithm>
#include <array>

#include "core/sources/lines.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/report.hpp"
#include "core/sources/short_id.hpp"

namespace medcode {
namespace {

constexpr std::array<std::string_view, 10> bookkeeping{"Concept Class", "Domain",   "None",       "Relationship", "Vocabulary",
                                                       "CDM",           "Metadata", "Cost Type",  "Korean Revenue Code",
                                                       "Type Concept"};

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Returns "2024-08-30" for "v5.0 30-AUG-24", empty for anything else.
std::string date_of_version(std::string_view version) {
  const std::string_view date = version.substr(version.find_last_of(' ') + 1);
  if (date.size() != 9 || date[2] != '-' || date[6] != '-') return {};
  const auto month = std::find(months.begin(), months.end(), date.substr(3, 3));
  if (month == months.end() || !are_digits(date.substr(0, 2)) || !are_digits(date.substr(7, 2))) return {};
  const auto number = static_cast<std::size_t>(month - months.begin()) + 1;
  return "20" + std::string(date.substr(7, 2)) + (number < 10 ? "-0" : "-") + std::to_string(number) + "-" +
         std::string(date.substr(0, 2));
}

}  // namespace

std::string system_of_vocabulary(std::string_view vocabulary, std::string_view concept_class) {
  if (std::find(bookkeeping.begin(), bookkeeping.end(), vocabulary) != bookkeeping.end()) return {};
  if (vocabulary == "DRG") return concept_class == "MS-DRG" ? "msdrg" : "cmsdrg";
  if (vocabulary == "HCPCS" && concept_class == "HCPCS Modifier") return "hcpcsmod";
  return short_id(vocabulary);
}

Result<SourceContent> read_athena_vocabulary(const SourceFile& file, AthenaVocabularies& into) {
  enum Column : std::size_t { Id, Name, Version };
  static constexpr std::array<std::string_view, 3> columns{"vocabulary_id", "vocabulary_name", "vocabulary_version"};
  Result<PlainTable> table = PlainTable::with_header(file, '\t', columns, columns.size());
  if (!table) return table.error();
  SourceContent content = start_content(file, "Athena VOCABULARY", SourceRole::Mapping);
  while (table->next(content.report)) {
    if ((*table)[Id].empty()) {
      refuse(content.report, table->line(), "The vocabulary " + quoted((*table)[Name]) + " has no vocabulary_id.");
      continue;
    }
    if ((*table)[Id] == "None") into.release = date_of_version((*table)[Version]);
    into.by_id[std::string((*table)[Id])] = {cleaned((*table)[Name]), cleaned((*table)[Version])};
    ++content.report.read;
  }
  return content;
}

}  // namespace medcode
