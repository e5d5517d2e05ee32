// Which drugs does an RxNorm release name, and where is the one with a given RXCUI?
//
// Exports RxnormConcepts, filled from RXNCONSO, then RXNREL and RXNSAT. Held by tests/sources/rxnorm_rrf_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Collects the concepts of one release. Each read_ returns the report of one file as a content without concepts.
class RxnormConcepts {
 public:
  /// Reads RXNCONSO in two passes, since a synonym may stand before the name that makes its concept.
  Result<SourceContent> read_names(const SourceFile& file);
  Result<SourceContent> read_relations(const SourceFile& file);
  Result<SourceContent> read_attributes(const SourceFile& file);
  Result<SourceContent> read_versions(const SourceFile& file);

  /// Moves the concepts into `content` in the order in which they were named.
  void move_into(SourceContent& content);

 private:
  void add_concept(const PlainTable& row, SourceReport& report);
  void add_synonym(const PlainTable& row, SourceReport& report);
  Concept* find(std::string_view rxcui);

  std::vector<Concept> concepts_;
  std::unordered_map<std::uint32_t, std::uint32_t> place_of_id_;
  std::string release_;      ///< ISO date; empty when there was no RXNSAB
  bool is_subset_ = true;    ///< no name with a licence: the prescribable content, not the full release
};

}  // namespace medcode
