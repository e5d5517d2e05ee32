// Which characters of a query are more than text?
//
// Exports the tests that the grammar, the plain reading and the printer share, so that the three agree.
// All of them look at bytes and accept anything, also what is not UTF-8. Held by tests/query/characters_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace medcode::query {

/// Returns the bytes of the blank that `rest` begins with, 0 when none: ASCII blanks, the no-break space,
/// U+2000..U+200B and the ideographic space, as they come with pasted text.
std::size_t blank_length(std::string_view rest);

/// Returns the bytes of the double quote that `rest` begins with, 0 when none: " and the curly ones.
std::size_t quote_length(std::string_view rest);

/// Returns the bytes of AND, OR or NOT when `rest` begins with one that ends there, else 0.
std::size_t keyword_length(std::string_view rest);

/// Tells whether a word ends before `rest`: at the end, a blank, a parenthesis or |.
bool ends_word(std::string_view rest);

/// Returns 1 when `rest` begins with a - that means NOT: one that something follows, but no blank, no second
/// - and nothing that ends a word.
std::size_t minus_length(std::string_view rest);

/// Tells whether the word is a pattern: it has a * not before a digit (`10*3/uL` and `HLA-B*57` are names), or
/// a ? between other characters (`?PE` and `fracture?` are questions).
bool is_wildcard(std::string_view word);

/// Tells whether `text` contains a double quote of any kind.
bool has_quote(std::string_view text);

/// Tells whether `text` contains a blank of any kind.
bool has_blank(std::string_view text);

/// Tells whether `text` contains a letter: an ASCII one or anything outside ASCII.
bool has_letter(std::string_view text);

/// Returns `text` with ASCII letters in lower case.
std::string lower_ascii(std::string_view text);

/// Returns `piece` for an error sentence: in backquotes, cut to max_quoted_bytes, bad UTF-8 and control
/// characters replaced by U+FFFD.
std::string quoted_piece(std::string_view piece);

}  // namespace medcode::query
