// How does a word differ from what is searched?
//
// Most words are one folded form but for their capitals: `Fracture` is `fracture`, with the first letter large. The word
// list lays such words down as their form and how it is spelled, so that opening a catalog folds, cuts and sorts nothing.
// Exports WordSpelling, spell_word and append_spelled. Held by tests/catalog/word_spelling_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace medcode::catalog {

/// Says which letters of a stored text are capitals; the number is what the file holds.
enum class Capitals : std::uint8_t { None, First, All, AsStored };

/// Is a word taken apart.
struct WordSpelling {
  std::string stored;  ///< in small letters, or the word itself when its capitals are of no pattern
  Capitals capitals = Capitals::None;
  bool is_plain = false;  ///< `stored` is the word's one folded form

  /// Returns the byte of the file: the capitals, and 4 when it is not plain.
  std::uint8_t kind() const { return static_cast<std::uint8_t>(static_cast<unsigned>(capitals) + (is_plain ? 0U : compound)); }

  static constexpr unsigned compound = 4;
};

WordSpelling spell_word(std::string_view word);

/// Appends the word that is `stored` with these capitals.
void append_spelled(std::string_view stored, Capitals capitals, std::string& text);

}  // namespace medcode::catalog
