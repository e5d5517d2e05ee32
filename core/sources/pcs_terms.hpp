// How do the phrases of ICD-10-PCS become words that people search?
//
// Exports the cleaning of its terms and SynonymGatherer, shared by the readers of definitions and index. Held
// by tests/sources/pcs_terms_test.cpp.
//
//   "AbioCor(R) Total Replacement Heart"   -> "abiocor total replacement heart"
//   "Artificial anal sphincter (AAS)"      -> "artificial anal sphincter" and "aas"
//   "Cephalic Vein, Right"                 -> "cephalic vein right"; "cephalic vein" where both sides have the word
//   "Intraluminal Device in Upper Arteries" -> "intraluminal device": titles of codes do not say where twice
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/sources/source.hpp"

namespace medcode {

/// Returns what people may type for a term of the publisher: lower case, without marks, parentheses and
/// commas; an abbreviation in parentheses comes as a second one.
std::vector<std::string> typed_forms(std::string_view term);

/// Returns the words that a term has in the titles of codes: lower case, without the place after "in".
std::string title_form(std::string_view term);

/// Returns words without "right", "left" and "bilateral".
std::string without_side(std::string_view words);

/// Collects synonyms of ICD-10-PCS, each pair once.
class SynonymGatherer {
 public:
  /// Adds every typed form of `from` as a synonym for `to`, unless it has all words of `to` anyway. Returns
  /// whether something was added or known already.
  bool add(std::string_view from, std::string_view to);

  /// Returns all synonyms in the order in which they came; what holds for both sides is said once, without side.
  std::vector<TermSynonym> take();

 private:
  std::vector<TermSynonym> synonyms_;
  std::unordered_set<std::string> seen_;
};

}  // namespace medcode
