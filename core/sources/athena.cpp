// Tells the tables of a download apart and reads them in the order in which they need each other.
#include "core/sources/athena.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/sources/athena_concepts.hpp"
#include "core/sources/athena_relations.hpp"
#include "core/sources/athena_vocabulary.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/release_tables.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Vocabulary, Concept, Synonym, Relationship, Ancestor };
constexpr std::array<Table, 2> defining{Table::Vocabulary, Table::Concept};
constexpr std::array<Table, 3> adding{Table::Synonym, Table::Relationship, Table::Ancestor};

std::optional<Table> table_of(const SourceFile& file) {
  using Names = std::array<std::string_view, 2>;
  if (has_columns(file, '\t', Names{"concept_id", "concept_code"})) return Table::Concept;
  if (has_columns(file, '\t', Names{"concept_id", "concept_synonym_name"})) return Table::Synonym;
  if (has_columns(file, '\t', Names{"concept_id_1", "concept_id_2"})) return Table::Relationship;
  if (has_columns(file, '\t', Names{"ancestor_concept_id", "descendant_concept_id"})) return Table::Ancestor;
  if (has_columns(file, '\t', Names{"vocabulary_id", "vocabulary_version"})) return Table::Vocabulary;
  return std::nullopt;
}

Result<SourceContent> read_table_of(Table table, const SourceFile& file, AthenaVocabularies& vocabularies, AthenaConcepts& concepts) {
  switch (table) {
    case Table::Vocabulary: return read_athena_vocabulary(file, vocabularies);
    case Table::Concept: return concepts.read(file);
    case Table::Synonym: return read_athena_synonyms(file, concepts);
    case Table::Relationship: return read_athena_relationships(file, concepts);
    case Table::Ancestor: break;
  }
  return read_athena_ancestors(file, concepts);
}

}  // namespace

std::vector<std::size_t> take_athena(std::span<const SourceFile> files) {
  if (places_of(files, table_of, Table::Concept).empty()) return {};
  std::vector<std::size_t> taken;
  for (std::size_t place = 0; place < files.size(); ++place) {
    if (table_of(files[place])) taken.push_back(place);
  }
  return taken;
}

Result<std::vector<SourceContent>> read_athena(std::span<const SourceFile> files) {
  AthenaVocabularies vocabularies;
  AthenaConcepts concepts(vocabularies);
  std::vector<SourceContent> contents(files.size());
  const auto read = [&](Table table, const SourceFile& file) { return read_table_of(table, file, vocabularies, concepts); };
  const Result<Done> defined = read_tables<Table>(files, defining, table_of, read, contents);
  if (!defined) return defined.error();
  const std::optional<std::size_t> main_table = fullest_of(files, table_of, Table::Concept, contents);
  if (!main_table) {
    return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no CONCEPT table.",
                      "Give the whole Athena download.");
  }
  const Result<Done> some = require_some_read(contents[*main_table]);
  if (!some) return some.error();
  concepts.settle_repeated_codes(contents[*main_table].report);
  const Result<Done> added = read_tables<Table>(files, adding, table_of, read, contents);
  if (!added) return added.error();
  concepts.move_into(contents[*main_table]);
  return contents;
}

}  // namespace medcode
