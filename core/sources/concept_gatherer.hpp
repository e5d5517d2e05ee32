// How do many rows about the same codes become one record for each code?
//
// Exports ConceptGatherer. Held by tests/sources/concept_gatherer_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/systems/concept.hpp"

namespace medcode {

/// Collects what a file says about the codes of one system, one Concept a code.
class ConceptGatherer {
 public:
  explicit ConceptGatherer(std::string_view system) : system_(system) {}

  /// Returns the record of `code`, made empty when it is new. Valid until the next call.
  Concept& of(const std::string& code);

  /// Adds a designation unless the code already has one with the same text; returns whether it was added.
  bool add_designation(const std::string& code, DesignationUse use, const std::string& text);

  /// Returns the number of codes.
  std::size_t size() const { return concepts_.size(); }

  /// Returns all records in the order of their codes; the gatherer is empty afterwards.
  std::vector<Concept> take();

 private:
  std::string system_;
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> position_of_code_;
  std::unordered_set<std::string> seen_;
};

}  // namespace medcode
