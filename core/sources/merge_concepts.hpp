// How does a record of one source join the concept that others have begun?
//
// Exports ConceptMerger, the core of merge(): one table of concepts by system and compact code. Held by
// tests/sources/merge_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/sources/merge_report.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Says of a content what the rules need to know of it.
struct Origin {
  SourceRole role = SourceRole::CodeList;
  bool partial = false;
  std::string release;
  std::string file;
};

/// Is a concept as far as it is merged.
struct MergedConcept {
  Concept value;
  std::string compact;            ///< compact_code of value.code
  std::size_t definer = 0;        ///< origin of the record that defined it
  std::size_t tabular = no_origin;  ///< origin of the newest tabular that has it
  bool retired = false;

  static constexpr std::size_t no_origin = static_cast<std::size_t>(-1);
};

/// Collects concepts. Give it the defining records of all contents first, in their order of precedence, then
/// the records that only add.
class ConceptMerger {
 public:
  ConceptMerger(const std::vector<Origin>& origins, FindingCollector& findings);

  /// Takes a record that may define its code.
  void define(Concept&& record, std::size_t origin);

  /// Takes a record that may only add to a code; reports it when nothing defines that code.
  void add(Concept&& record, std::size_t origin);

  /// Returns the concept of a code in any spelling, or null.
  MergedConcept* find(std::string_view system, std::string_view code);

  /// Sets every usage of `system` to 0, before the counts of a site replace them.
  void clear_usage(std::string_view system);

  std::vector<MergedConcept>& concepts() { return concepts_; }

 private:
  void join(MergedConcept& known, Concept&& record, std::size_t origin);
  void join_code_list(MergedConcept& known, Concept& record, std::size_t origin);
  bool join_tabular(MergedConcept& known, const Concept& record, std::size_t origin);
  void join_local(MergedConcept& known, Concept& record, std::size_t origin);
  void report(FindingKind kind, std::size_t origin, const Concept& record, const std::string& detail);

  const std::vector<Origin>& origins_;
  FindingCollector& findings_;
  std::vector<MergedConcept> concepts_;
  std::unordered_map<std::string, std::size_t> places_;  ///< "system code" -> index
};

}  // namespace medcode
