// Tells the tables of a release apart by their headers.
#include "core/sources/loinc.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/loinc_concepts.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Terms, PartLinks, Replacements };
constexpr std::array<Table, 3> tables{Table::Terms, Table::PartLinks, Table::Replacements};

std::optional<Table> table_of(const SourceFile& file) {
  DelimitedReader reader(SourceFile{file.name, first_line(file.bytes)}, Dialect{});
  Row row;
  const Result<bool> header = reader.next(row);
  if (!header || !*header) return std::nullopt;
  const Columns columns(row.fields);
  if (columns.find("LOINC_NUM") && columns.find("COMPONENT")) return Table::Terms;
  if (columns.find("LoincNumber") && columns.find("PartTypeName")) return Table::PartLinks;
  if (columns.find("LOINC") && columns.find("MAP_TO")) return Table::Replacements;
  return std::nullopt;
}

Result<SourceContent> read_table_of(Table table, const SourceFile& file, LoincConcepts& concepts) {
  if (table == Table::Terms) return concepts.read_terms(file);
  return table == Table::PartLinks ? concepts.read_part_links(file) : concepts.read_replacements(file);
}

}  // namespace

bool is_loinc_number(std::string_view code) {
  const std::size_t hyphen = code.find('-');
  if (hyphen == 0 || hyphen == std::string_view::npos || hyphen > 7 || code.size() != hyphen + 2) return false;
  int sum = 0;
  for (std::size_t place = 0; place < hyphen; ++place) {
    const int digit = code[hyphen - 1 - place] - '0';
    if (digit < 0 || digit > 9) return false;
    const int doubled = place % 2 == 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return code.back() - '0' == (10 - sum % 10) % 10;
}

std::vector<std::size_t> take_loinc(std::span<const SourceFile> files) {
  std::vector<std::size_t> taken;
  std::optional<std::size_t> terms;
  for (std::size_t place = 0; place < files.size(); ++place) {
    const std::optional<Table> table = table_of(files[place]);
    if (table && *table != Table::Terms) taken.push_back(place);
    if (table != Table::Terms) continue;
    if (!terms || files[place].bytes.size() > files[*terms].bytes.size()) terms = place;
  }
  if (!terms) return {};
  taken.push_back(*terms);
  std::sort(taken.begin(), taken.end());
  return taken;
}

Result<std::vector<SourceContent>> read_loinc(std::span<const SourceFile> files) {
  LoincConcepts concepts;
  std::vector<SourceContent> contents(files.size());
  std::size_t main_file = files.size();
  for (const Table table : tables) {
    for (std::size_t place = 0; place < files.size(); ++place) {
      if (table_of(files[place]) != table) continue;
      Result<SourceContent> content = read_table_of(table, files[place], concepts);
      if (!content) return content.error();
      contents[place] = std::move(*content);
      if (table == Table::Terms) main_file = place;
    }
  }
  if (main_file == files.size()) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no Loinc.csv.",
                      "Give the folder of the release as a whole.");
  }
  concepts.move_into(contents[main_file]);
  return contents;
}

}  // namespace medcode
