// Which concepts does a SNOMED CT snapshot define, and where is the one with a given identifier?
//
// Exports SnomedConcepts, filled file by file in the order Language, Concept, Description, Relationship, ExtendedMap.
// Held by tests/sources/snomed_rf2_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Collects the concepts of one release. Each read_ returns the report of one file as a content without concepts.
class SnomedConcepts {
 public:
  Result<SourceContent> read_language(const SourceFile& file);
  Result<SourceContent> read_concepts(const SourceFile& file);
  /// Reads a Description or TextDefinition file.
  Result<SourceContent> read_descriptions(const SourceFile& file);
  Result<SourceContent> read_relationships(const SourceFile& file);
  Result<SourceContent> read_maps(const SourceFile& file);

  /// Moves the concepts that have a name into `content`, in the order of their files; the others are refused there.
  void move_into(SourceContent& content);

 private:
  enum class NameRank : std::uint8_t { None, Any, FullySpecified, Preferred };

  /// Returns the concept a row is about; null, with the row counted, when there is none.
  Concept* find(const PlainTable& row, std::size_t column, SourceReport& report);
  void add_name(Concept& entry, NameRank rank, std::string text);
  void add_description(Concept& entry, const PlainTable& row, SourceReport& report);
  bool is_preferred(std::uint64_t description) const;

  std::vector<Concept> concepts_;
  std::vector<NameRank> ranks_;  ///< of the display, one a concept
  std::unordered_map<std::uint64_t, std::uint32_t> place_of_id_;
  std::vector<std::uint64_t> preferred_us_;   ///< description ids, sorted
  std::vector<std::uint64_t> preferred_any_;
  std::string release_;  ///< youngest effectiveTime, YYYYMMDD
};

/// Returns the number a SNOMED CT identifier field holds (6 to 18 digits), or nothing.
std::optional<std::uint64_t> snomed_identifier(std::string_view field);

}  // namespace medcode
