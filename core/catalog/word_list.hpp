// Which words are there, and what is the number of each?
//
// The 128 commonest words have the numbers 0 to 127 and so take one byte in a name; all others follow in the order of their
// small letters, front-coded: `fracture` and `Fracture` differ in a byte that says how they are spelled (word_spelling.hpp).
// Beside each form that is searched stands how the key of its term is made of it, so that no word is stemmed on opening.
// Held by tests/catalog/word_list_test.cpp.
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

/// Is the six sections of a word list.
struct WordListBytes {
  std::string common;
  std::string prefixes;
  std::string suffixes;
  std::string kinds;
  std::string keys;
  std::string tails;
};

/// Is the same, read from a file.
struct WordListView {
  std::string_view common, prefixes, suffixes, kinds, keys, tails;
};

/// Requires: `words` as WordNumbering::words() gives them.
WordListBytes write_word_list(const std::vector<std::string>& words);

/// Holds texts one after the other: one block and the offset of each.
struct TextColumn {
  std::string text;
  std::vector<std::uint32_t> offsets{0};  ///< one more than there are texts

  std::size_t size() const { return offsets.size() - 1; }
  std::string_view at(std::uint32_t number) const { return std::string_view(text).substr(offsets[number], offsets[number + 1] - offsets[number]); }
  void end() { offsets.push_back(static_cast<std::uint32_t>(text.size())); }  ///< of the text just appended
};

/// Holds the words by number, and what is searched of those that are plain.
struct WordList {
  static constexpr std::uint32_t no_form = 0xFFFFFFFFU;

  TextColumn spelled;                       ///< by word number
  TextColumn forms;                         ///< the folded forms of plain words, each once, in byte order
  TextColumn keys;                          ///< of each form the key of its term
  std::vector<std::uint32_t> form_of_word;  ///< or no_form: the word must be tokenised

  std::size_t size() const { return spelled.size(); }
  std::string_view word(std::uint32_t number) const { return spelled.at(number); }
};

/// Errors: Damaged, TooLarge.
Result<WordList> read_word_list(const WordListView& bytes);

}  // namespace medcode::catalog
