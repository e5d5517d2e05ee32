// How does a text file fall into lines, and is its encoding what it should be?
//
// Exports LineReader (CRLF, LF and a last line without an end), the UTF-8 check, Latin-1 to UTF-8 and
// the cleaning of text every reader does. Held by tests/sources/lines_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace medcode {

/// Is one line without its end. `number` is 1-based. The view points into the text that was split.
struct Line {
  std::size_t number = 0;
  std::string_view text;
};

/// Walks over the lines of a text without copying; a byte order mark at the start is left out. The
/// text must outlive the reader.
class LineReader {
 public:
  explicit LineReader(std::string_view text);

  /// Sets `line` to the next line and returns true, or returns false at the end.
  bool next(Line& line);

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

/// Returns `text` without a UTF-8 byte order mark at its start.
std::string_view without_byte_order_mark(std::string_view text);

/// Returns the offset of the first byte that is not well-formed UTF-8 (no overlong forms, no
/// surrogates, at most U+10FFFF), or nothing. One pass over the bytes.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// Returns Done, or the error "not UTF-8" with file, line and byte offset. `file` is named in the error.
Result<Done> check_utf8(const std::string& file, std::string_view text);

/// Returns ISO-8859-1 text as UTF-8.
std::string latin1_to_utf8(std::string_view text);

/// Returns the 1-based line in which `offset` lies.
std::size_t line_of_offset(std::string_view text, std::size_t offset);

/// Returns `text` without blanks (ASCII white space and U+00A0) at both ends.
std::string_view trimmed(std::string_view text);

/// Returns `text` trimmed, with each run of blanks, tabs, line breaks, U+00A0 and ASCII control
/// characters replaced by one blank: how every display and designation is stored.
std::string cleaned(std::string_view text);

/// Returns the pieces between `separator`, trimmed, without empty ones.
std::vector<std::string> split_values(std::string_view text, char separator);

/// Returns the text as quoted in an error sentence: at most `most` bytes, cut at a character, control
/// characters and bytes that are no UTF-8 replaced by "?". Beside nlohmann/json.hpp it is called
/// medcode::quoted, or std::quoted is taken.
std::string quoted(std::string_view text, std::size_t most = 60);

/// Returns whether two texts are the same when ASCII letters are compared without case.
bool same_without_case(std::string_view left, std::string_view right);

/// Returns "YYYYMMDD" as "YYYY-MM-DD", or nothing when it is not a date of the calendar.
std::optional<std::string> iso_date(std::string_view digits);

}  // namespace medcode
