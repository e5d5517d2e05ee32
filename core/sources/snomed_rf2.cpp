// Tells the files of a release apart and reads them in the order in which they need each other.
#include "core/sources/snomed_rf2.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/sources/plain_table.hpp"
#include "core/sources/release_tables.hpp"
#include "core/sources/report.hpp"
#include "core/sources/snomed_concepts.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Language, Concepts, Descriptions, Relationships, Maps };
constexpr std::array<Table, 5> tables{Table::Language, Table::Concepts, Table::Descriptions, Table::Relationships, Table::Maps};

std::optional<Table> table_of(const SourceFile& file) {
  using Names = std::array<std::string_view, 2>;
  if (!is_rf2_table(file)) return std::nullopt;
  if (has_columns(file, '\t', Names{"moduleId", "definitionStatusId"})) return Table::Concepts;
  if (has_columns(file, '\t', Names{"conceptId", "term"})) return Table::Descriptions;
  if (has_columns(file, '\t', Names{"sourceId", "destinationId"})) return Table::Relationships;
  if (has_columns(file, '\t', Names{"mapRule", "mapAdvice"})) return Table::Maps;
  if (has_columns(file, '\t', Names{"referencedComponentId", "acceptabilityId"})) return Table::Language;
  return std::nullopt;
}

bool names(const SourceFile& file, std::string_view word) { return base_name(file.name).find(word) != std::string_view::npos; }

Result<SourceContent> read_table_of(Table table, const SourceFile& file, SnomedConcepts& concepts) {
  switch (table) {
    case Table::Language: return concepts.read_language(file);
    case Table::Concepts: return concepts.read_concepts(file);
    case Table::Descriptions: return concepts.read_descriptions(file);
    case Table::Relationships: return concepts.read_relationships(file);
    case Table::Maps: break;
  }
  return concepts.read_maps(file);
}

}  // namespace

bool is_rf2_table(const SourceFile& file) {
  static constexpr std::array<std::string_view, 4> columns{"id", "effectiveTime", "active", "moduleId"};
  return has_columns(file, '\t', columns);
}

std::vector<std::size_t> take_snomed_rf2(std::span<const SourceFile> files) {
  const std::vector<std::size_t> concepts = places_of(files, table_of, Table::Concepts);
  const bool has_snapshot = std::any_of(concepts.begin(), concepts.end(), [&](std::size_t place) { return names(files[place], "Snapshot"); });
  std::vector<std::size_t> taken;
  for (std::size_t place = 0; place < files.size() && !concepts.empty(); ++place) {
    const bool history = names(files[place], "Full") || names(files[place], "Delta");
    if (table_of(files[place]) && !(has_snapshot && history)) taken.push_back(place);
  }
  return taken;
}

Result<std::vector<SourceContent>> read_snomed_rf2(std::span<const SourceFile> files) {
  SnomedConcepts concepts;
  std::vector<SourceContent> contents(files.size());
  const auto read = [&](Table table, const SourceFile& file) { return read_table_of(table, file, concepts); };
  const Result<Done> done = read_tables<Table>(files, tables, table_of, read, contents);
  if (!done) return done.error();
  const std::optional<std::size_t> main_table = fullest_of(files, table_of, Table::Concepts, contents);
  if (!main_table) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no Concept file.",
                      "Give the Snapshot folder of the release as a whole.");
  }
  concepts.move_into(contents[*main_table]);
  const Result<Done> some = require_some_read(contents[*main_table]);
  if (!some) return some.error();
  return contents;
}

}  // namespace medcode
