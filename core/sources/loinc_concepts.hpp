// Which tests does a LOINC release define?
//
// Exports LoincConcepts, filled from Loinc.csv, then from the tables beside it. Held by tests/sources/loinc_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/delimited.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Collects the concepts of one release. Each read_ returns the report of one file as a content without concepts.
class LoincConcepts {
 public:
  Result<SourceContent> read_terms(const SourceFile& file);
  Result<SourceContent> read_part_links(const SourceFile& file);
  Result<SourceContent> read_replacements(const SourceFile& file);

  /// Moves the concepts into `content` in the order of their file.
  void move_into(SourceContent& content);

 private:
  void add_term(const Columns& columns, const Row& row, SourceReport& report);
  Concept* find(std::string_view number);

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> place_of_code_;
  std::string release_;  ///< the youngest VersionLastChanged, "2.78"
};

}  // namespace medcode
