// Which words does a text consist of, for searching?
//
// Exports tokenize: runs of letters and digits, folded (lower case, accents and apostrophes off, Greek letters
// by name), each with the bytes it came from.
//
//   "Alzheimer's disease, 0.5 mL β-blocker"
//    alzheimer  disease  0.5  ml  beta  blocker
//
// A possessive 's is dropped, a decimal point between digits is kept, letters and digits
// that touch stay one word (b12, t4). Held by tests/text/tokenize_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace medcode::text {

/// Limit of bytes of one folded word; what is longer is cut (the longest real one has 45 bytes).
inline constexpr std::size_t max_word_bytes = 63;

/// Is one word of a text.
struct Token {
  std::string form;       ///< folded, at most max_word_bytes
  std::size_t begin = 0;  ///< byte range in the text
  std::size_t end = 0;
};

/// Replaces `tokens` by the words of `text`, reusing their memory; returns how many there are. Entries
/// beyond that number are left over from earlier calls.
std::size_t tokenize(std::string_view text, std::vector<Token>& tokens);

/// Returns the words of `text`.
std::vector<Token> tokenize(std::string_view text);

}  // namespace medcode::text
