// Which characters are these bytes?
//
// Exports a UTF-8 decoder that never fails (a wrong byte is U+FFFD of length one), a validity check and the
// length in UTF-16 units, in which JavaScript counts. Held by tests/base/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace medcode {

/// Is one decoded character.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  ///< bytes it took, 1 to 4
};

/// Decodes the character at `at`. Requires: at < text.size(). Overlong forms, surrogates, values above
/// U+10FFFF and truncated sequences give U+FFFD of length 1.
CodePoint decode_utf8(std::string_view text, std::size_t at);

/// Returns the offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Appends `value` as UTF-8. Requires: a Unicode scalar value.
void append_utf8(std::string& text, char32_t value);

/// Returns the number of UTF-16 units of the first `bytes` bytes of `text`.
std::size_t utf16_length(std::string_view text, std::size_t bytes);

/// Returns `text` with every wrong byte replaced by U+FFFD, so that it may stand in JSON.
std::string to_valid_utf8(std::string_view text);

}  // namespace medcode
