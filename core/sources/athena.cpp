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
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// In the order in which they are read.
enum class Table { Vocabulary, Concept, Synonym, Relationship, Ancestor };

std::optional<Table> table_of(const SourceFile& file) {
  using Names = std::array<std::string_view, 2>;
  if (has_columns(file, '\t', Names{"concept_id", "concept_code"})) return Table::Concept;
  if (has_columns(file, '\t', Names{"concept_id", "concept_synonym_name"})) return Table::Synonym;
  if (has_columns(file, '\t', Names{"concept_id_1", "concept_id_2"})) return Table::Relationship;
  if (has_columns(file, '\t', Names{"ancestor_concept_id", "descendant_concept_id"})) return Table::Ancestor;
  if (has_columns(file, '\t', Names{"vocabulary_id", "vocabulary_version"})) return Table::Vocabulary;
  return std::nullopt;
}

/// Is one download while it is read.
struct Download {
  std::span<const SourceFile> files;
  AthenaVocabularies vocabularies = {};
  AthenaConcepts concepts{vocabularies};
  std::vector<SourceContent> contents = std::vector<SourceContent>(files.size());

  Result<SourceContent> read(Table table, const SourceFile& file) {
    switch (table) {
      case Table::Vocabulary: return read_athena_vocabulary(file, vocabularies);
      case Table::Concept: return concepts.read(file);
      case Table::Synonym: return read_athena_synonyms(file, concepts);
      case Table::Relationship: return read_athena_relationships(file, concepts);
      case Table::Ancestor: break;
    }
    return read_athena_ancestors(file, concepts);
  }

  /// Reads every table of one kind; returns the place of the one that gave most, or files.size().
  Result<std::size_t> read_all(Table table) {
    std::size_t main_table = files.size();
    for (std::size_t place = 0; place < files.size(); ++place) {
      if (table_of(files[place]) != table) continue;
      Result<SourceContent> content = read(table, files[place]);
      if (!content) return content.error();
      contents[place] = std::move(*content);
      const bool more = main_table == files.size() || contents[place].report.read > contents[main_table].report.read;
      if (more) main_table = place;
    }
    return main_table;
  }
};

}  // namespace

std::vector<std::size_t> take_athena(std::span<const SourceFile> files) {
  std::vector<std::size_t> taken;
  bool has_concepts = false;
  for (std::size_t place = 0; place < files.size(); ++place) {
    const std::optional<Table> table = table_of(files[place]);
    if (table) taken.push_back(place);
    if (table == Table::Concept) has_concepts = true;
  }
  return has_concepts ? taken : std::vector<std::size_t>();
}

Result<std::vector<SourceContent>> read_athena(std::span<const SourceFile> files) {
  Download download{files};
  std::size_t main_table = files.size();
  for (const Table table : {Table::Vocabulary, Table::Concept, Table::Synonym, Table::Relationship, Table::Ancestor}) {
    const Result<std::size_t> place = download.read_all(table);
    if (!place) return place.error();
    if (table != Table::Concept) continue;
    main_table = *place;
    if (main_table == files.size()) {
      return bad_format(SourceFile{files.empty() ? "" : files.front().name, {}}, 0, "There is no CONCEPT table.",
                        "Give the whole Athena download.");
    }
    const Result<Done> some = require_some_read(download.contents[main_table]);
    if (!some) return some.error();
    download.concepts.settle_repeated_codes(download.contents[main_table].report);
  }
  download.concepts.move_into(download.contents[main_table]);
  return std::move(download.contents);
}

}  // namespace medcode
