// Which words are there, and what is the number of each?
//
// The 128 commonest words have the numbers 0 to 127 and so take one byte in a name; all others follow in byte order,
// front-coded. Held by tests/catalog/word_list_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"

namespace medcode::catalog {

/// Numbers words while a catalog is built.
class WordNumbering {
 public:
  /// Counts one occurrence of `word`.
  void count(const std::string& word) { ++counts_[word]; }

  /// Gives every counted word its number. Call once, after the last count().
  void finish();

  /// Requires: finish() was called and `word` was counted.
  std::uint32_t number(const std::string& word) const { return numbers_.at(word); }

  /// Returns the words by number.
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::unordered_map<std::string, std::uint64_t> counts_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_;
};

/// Is the three sections of a word list.
struct WordListBytes {
  std::string common;
  std::string prefixes;
  std::string suffixes;
};

/// Requires: `words` as WordNumbering::words() gives them.
WordListBytes write_word_list(const std::vector<std::string>& words);

/// Holds the words by number: one block of text and the offset of each.
struct WordList {
  std::string text;
  std::vector<std::uint32_t> offsets;  ///< one more than there are words

  std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  std::string_view word(std::uint32_t number) const {
    return std::string_view(text).substr(offsets[number], offsets[number + 1] - offsets[number]);
  }
};

/// Errors: Damaged, TooLarge.
Result<WordList> read_word_list(std::string_view common, std::string_view prefixes, std::string_view suffixes);

}  // namespace medcode::catalog
