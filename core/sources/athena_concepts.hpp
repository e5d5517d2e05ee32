// Which concepts does an Athena download define, and where is the one with a given OMOP number?
//
// Exports AthenaConcepts, filled by CONCEPT tables and then found by concept_id. Held by tests/sources/athena_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/athena_vocabulary.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Characters of a name in OMOP's table. A name of that length was cut, and one of one less too: it was cut at a blank.
inline constexpr std::size_t omop_name_characters = 255;

/// Collects the concepts of one download.
class AthenaConcepts {
 public:
  explicit AthenaConcepts(const AthenaVocabularies& vocabularies) : vocabularies_(vocabularies) {}

  /// Reads one CONCEPT table; returns its report as a content without concepts.
  Result<SourceContent> read(const SourceFile& file);

  /// Keeps one concept for each code: the active one, else the one valid longest. The others are counted in
  /// `report` as skipped instead of read; their concept_id then leads to the one kept. Call once, after all read().
  void settle_repeated_codes(SourceReport& report);

  /// Returns the concept with this concept_id, or null.
  Concept* find(std::uint32_t concept_id);

  /// Returns whether the display of `entry`, a concept of this, was cut by OMOP's limit.
  static bool is_cut(const Concept& entry);

  /// Moves the kept concepts, ordered by system and code, and their systems into `content`.
  void move_into(SourceContent& content);

 private:
  bool add(class PlainTable& row, SourceReport& report);
  bool is_better(std::size_t one, std::size_t other) const;
  void note_system(const std::string& system, std::string_view vocabulary);

  const AthenaVocabularies& vocabularies_;
  std::vector<Concept> concepts_;
  std::vector<std::uint32_t> end_dates_;  ///< valid_end_date as 20991231, one a concept
  std::vector<std::uint32_t> order_;      ///< of concepts_ by system and code
  std::unordered_map<std::uint32_t, std::uint32_t> place_of_id_;
  std::vector<CodeSystem> systems_;
  std::string last_system_;  ///< already noted
};

/// Returns the number a concept_id field holds, or nothing.
std::optional<std::uint32_t> concept_id_of(std::string_view field);

}  // namespace medcode
