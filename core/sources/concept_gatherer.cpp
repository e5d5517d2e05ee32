#include "core/sources/concept_gatherer.hpp"

#include <algorithm>
#include <utility>

namespace medcode {

Concept& ConceptGatherer::of(const std::string& code) {
  const auto [entry, is_new] = position_of_code_.try_emplace(code, concepts_.size());
  if (is_new) {
    Concept made;
    made.system = system_;
    made.code = code;
    concepts_.push_back(std::move(made));
  }
  return concepts_[entry->second];
}

bool ConceptGatherer::add_designation(const std::string& code, DesignationUse use, const std::string& text) {
  if (!seen_.insert(code + '\t' + text).second) return false;
  of(code).designations.push_back(Designation{use, text});
  return true;
}

std::vector<Concept> ConceptGatherer::take() {
  std::sort(concepts_.begin(), concepts_.end(), [](const Concept& left, const Concept& right) { return left.code < right.code; });
  position_of_code_.clear();
  seen_.clear();
  return std::exchange(concepts_, {});
}

}  // namespace medcode
