// RRF files have no header: a file is known by its number of pipes and the kind of what stands in its columns.
#include "core/sources/rxnorm_rrf.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/sources/delimited.hpp"
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

std::vector<std::size_t> take_rxnorm_rrf(std::span<const SourceFile> files) {
  std::vector<std::size_t> taken;
  bool has_names = false;
  for (const Table table : tables) {
    std::optional<std::size_t> largest;
    for (std::size_t place = 0; place < files.size(); ++place) {
      if (table_of(files[place]) != table) continue;
      if (!largest || files[place].bytes.size() > files[*largest].bytes.size()) largest = place;
    }
    if (largest) taken.push_back(*largest);
    if (largest && table == Table::Names) has_names = true;
  }
  std::sort(taken.begin(), taken.end());
  return has_names ? taken : std::vector<std::size_t>();
}

Result<std::vector<SourceContent>> read_rxnorm_rrf(std::span<const SourceFile> files) {
  RxnormConcepts concepts;
  std::vector<SourceContent> contents(files.size());
  std::size_t main_file = files.size();
  for (const Table table : tables) {
    for (std::size_t place = 0; place < files.size(); ++place) {
      if (table_of(files[place]) != table) continue;
      Result<SourceContent> content = read_table_of(table, files[place], concepts);
      if (!content) return content.error();
      contents[place] = std::move(*content);
      if (table == Table::Names) main_file = place;
    }
  }
  if (main_file == files.size()) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no RXNCONSO file.",
                      "Give the rrf folder of the release as a whole.");
  }
  concepts.move_into(contents[main_file]);
  const Result<Done> some = require_some_read(contents[main_file]);
  if (!some) return some.error();
  return contents;
}

}  // namespace medcode
