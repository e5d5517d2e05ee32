// Tells the tables of a release apart by their headers.
#include "core/sources/loinc.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/loinc_concepts.hpp"
#include "core/sources/release_tables.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Terms, PartLinks, Replacements };
constexpr std::array<Table, 3> tables{Table::Terms, Table::PartLinks, Table::Replacements};

std::optional<Table> table_of(const SourceFile& file) {
  const Columns columns = header_of(file, Dialect{});
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

bool is_loinc_table(const SourceFile& file) { return table_of(file).has_value(); }

std::vector<std::size_t> take_loinc(std::span<const SourceFile> files) {
  const std::optional<std::size_t> terms = largest_of(files, places_of(files, table_of, Table::Terms));
  if (!terms) return {};
  std::vector<std::size_t> taken{*terms};
  for (const Table table : {Table::PartLinks, Table::Replacements}) {
    const std::vector<std::size_t> nearest = nearest_to(files, places_of(files, table_of, table), *terms);
    taken.insert(taken.end(), nearest.begin(), nearest.end());
  }
  std::sort(taken.begin(), taken.end());
  return taken;
}

Result<std::vector<SourceContent>> read_loinc(std::span<const SourceFile> files) {
  LoincConcepts concepts;
  std::vector<SourceContent> contents(files.size());
  const auto read = [&](Table table, const SourceFile& file) { return read_table_of(table, file, concepts); };
  const Result<Done> done = read_tables<Table>(files, tables, table_of, read, contents);
  if (!done) return done.error();
  const std::optional<std::size_t> main_table = fullest_of(files, table_of, Table::Terms, contents);
  if (!main_table) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no Loinc.csv.",
                      "Give the folder of the release as a whole.");
  }
  concepts.move_into(contents[*main_table]);
  return contents;
}

}  // namespace medcode
