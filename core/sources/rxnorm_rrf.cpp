// RRF files have no header: a file is known by its number of pipes and the kind of what stands in its columns.
#include "core/sources/rxnorm_rrf.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/sources/delimited.hpp"
#include "core/sources/release_tables.hpp"
#include "core/sources/report.hpp"
#include "core/sources/rxnorm_concepts.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Versions, Names, Relations, Attributes };
constexpr std::array<Table, 4> tables{Table::Versions, Table::Names, Table::Relations, Table::Attributes};

/// Returns field `index` of a line with pipes.
std::string_view field_of(std::string_view line, std::size_t index) {
  for (; index > 0 && !line.empty(); --index) line.remove_prefix(std::min(line.size(), line.find('|') + 1));
  return line.substr(0, line.find('|'));
}

bool is_level(std::string_view field) { return field == "CUI" || field == "AUI"; }

bool is_number(std::string_view field) {
  return !field.empty() && field.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Table> table_of(const SourceFile& file) {
  const std::string_view line = first_line(file.bytes);
  const std::ptrdiff_t pipes = std::count(line.begin(), line.end(), '|');
  if (line.empty() || line.back() != '|') return std::nullopt;
  if (pipes == 18 && field_of(line, 1).size() == 3 && is_number(field_of(line, 15))) return Table::Names;
  if (pipes == 16 && is_level(field_of(line, 2)) && is_level(field_of(line, 6))) return Table::Relations;
  if (pipes == 13 && is_level(field_of(line, 4)) && !field_of(line, 8).empty()) return Table::Attributes;
  if (pipes == 25 && field_of(line, 19).size() <= 3 && !field_of(line, 3).empty()) return Table::Versions;
  return std::nullopt;
}

Result<SourceContent> read_table_of(Table table, const SourceFile& file, RxnormConcepts& concepts) {
  switch (table) {
    case Table::Versions: return concepts.read_versions(file);
    case Table::Names: return concepts.read_names(file);
    case Table::Relations: return concepts.read_relations(file);
    case Table::Attributes: break;
  }
  return concepts.read_attributes(file);
}

}  // namespace

bool is_rrf_table(const SourceFile& file) {
  const std::string_view line = first_line(file.bytes);
  return !line.empty() && line.back() == '|' && std::count(line.begin(), line.end(), '|') > 3;
}

bool is_rxnorm_table(const SourceFile& file) { return table_of(file).has_value(); }

std::vector<std::size_t> take_rxnorm_rrf(std::span<const SourceFile> files) {
  const std::optional<std::size_t> names = largest_of(files, places_of(files, table_of, Table::Names));
  if (!names) return {};
  std::vector<std::size_t> taken{*names};
  for (const Table table : {Table::Versions, Table::Relations, Table::Attributes}) {
    const std::vector<std::size_t> nearest = nearest_to(files, places_of(files, table_of, table), *names);
    if (const auto largest = largest_of(files, nearest)) taken.push_back(*largest);
  }
  std::sort(taken.begin(), taken.end());
  return taken;
}

Result<std::vector<SourceContent>> read_rxnorm_rrf(std::span<const SourceFile> files) {
  RxnormConcepts concepts;
  std::vector<SourceContent> contents(files.size());
  const auto read = [&](Table table, const SourceFile& file) { return read_table_of(table, file, concepts); };
  const Result<Done> done = read_tables<Table>(files, tables, table_of, read, contents);
  if (!done) return done.error();
  const std::optional<std::size_t> main_table = fullest_of(files, table_of, Table::Names, contents);
  if (!main_table) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no RXNCONSO file.",
                      "Give the rrf folder of the release as a whole.");
  }
  concepts.move_into(contents[*main_table]);
  const Result<Done> some = require_some_read(contents[*main_table]);
  if (!some) return some.error();
  return contents;
}

}  // namespace medcode
