// Which entries has an alphabetic index or table of ICD-10-CM, and which entry does a "see" mean?
//
// Exports IndexTree, its builder from the publisher's index XML, and resolution of references. The readers
// of the index, the neoplasm table and the drug table (XML and CSV) turn its entries into designations.
// Held by tests/sources/index_tree_test.cpp.
//
//   Abscess (connective tissue)   title "Abscess"        shown "Abscess (connective tissue)"
//     lung                        title "lung"           path  "Abscess", "lung"
//       due to specified organism
//   Lung abscess, see Abscess, lung    words abscess lung -> walk down from the main terms, one or more words
//                                      of the reference for each title; "Abdomen, abdominal" answers to either,
//                                      "Complications" to "Complication"; titles like "with" may be left out
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/sources/source.hpp"
#include "core/sources/xml.hpp"

namespace medcode {

/// Is a code of an entry. `column` is the column of a table, 0 in an index.
struct IndexCode {
  std::size_t column = 0;
  std::string code;  ///< canonical
};

inline constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

/// Is one term of an index or table.
struct IndexEntry {
  std::string shown;  ///< title with its nonessential modifiers in parentheses
  std::string title;  ///< without what stands in parentheses and without NEC and NOS
  std::size_t parent = no_entry;
  std::vector<std::size_t> children;
  std::vector<IndexCode> codes;
  std::string see;    ///< "Pain, abdominal"; empty when none
  std::size_t line = 0;
};

/// Holds the entries in the order of the file; a parent stands before its children.
class IndexTree {
 public:
  /// Adds an entry below `parent` (no_entry for a main term) and returns its number.
  std::size_t add(std::size_t parent, std::string_view shown, std::size_t line);

  IndexEntry& entry(std::size_t number) { return entries_[number]; }
  const IndexEntry& entry(std::size_t number) const { return entries_[number]; }
  std::size_t size() const { return entries_.size(); }

  /// Returns the entry a reference such as "Diabetes, type 2, with neuropathy" means, or nothing.
  std::optional<std::size_t> find(std::string_view reference) const;

  /// Returns the titles from the main term down to the entry; the last one is the entry's own.
  std::vector<std::size_t> path(std::size_t number) const;

 private:
  using Words = std::vector<std::string>;

  std::optional<std::size_t> descend(std::size_t number, const Words& words, std::size_t used, bool may_skip) const;
  std::vector<std::size_t> uses(std::size_t number, const Words& words, std::size_t used) const;

  std::vector<IndexEntry> entries_;
  std::vector<std::vector<Words>> readings_;  ///< by entry: the word sequences its title answers to
  std::unordered_map<std::string, std::vector<std::size_t>> main_terms_;  ///< by first word of a reading
};

/// Returns whether a title only connects the one above with those below: "with", "due to", "caused by, due to".
bool connects(std::string_view title);

/// Reads the <letter>s, <mainTerm>s and <term>s of an index or table. A malformed code is refused in
/// `report` and left out; its entry stays.
IndexTree read_index_tree(const XmlFile& xml, SourceReport& report);

/// Returns why a reference leads to no entry, in words for the report; empty when it does. "see condition"
/// never means the main term "Condition", so it has a reason even when an entry of that name was `found`.
std::string_view reason_without_entry(std::string_view reference, bool found);

}  // namespace medcode
