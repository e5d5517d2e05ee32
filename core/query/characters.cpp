// Looks at the bytes of a query, one character at a time.
#include "core/query/characters.hpp"

#include <algorithm>

#include "core/base/utf8.hpp"
#include "core/query/limits.hpp"

namespace medcode::query {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_ascii_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_outside_ascii(char character) { return static_cast<unsigned char>(character) >= 0x80; }

template <typename LengthAt>
bool contains(std::string_view text, LengthAt length_at) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (length_at(text.substr(at)) != 0) return true;
  }
  return false;
}

}  // namespace

std::size_t blank_length(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r')) return 1;
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (rest.starts_with("\xE3\x80\x80")) return 3;
  const bool is_wide = rest.size() >= 3 && rest.starts_with("\xE2\x80");
  return is_wide && static_cast<unsigned char>(rest[2]) <= 0x8B ? 3 : 0;
}

std::size_t quote_length(std::string_view rest) {
  if (rest.starts_with('"')) return 1;
  for (const std::string_view curly : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"}) {
    if (rest.starts_with(curly)) return curly.size();
  }
  return 0;
}

std::size_t keyword_length(std::string_view rest) {
  for (const std::string_view keyword : {"AND", "OR", "NOT"}) {
    if (!rest.starts_with(keyword)) continue;
    const std::string_view after = rest.substr(keyword.size());
    if (ends_word(after) || quote_length(after) != 0) return keyword.size();
  }
  return 0;
}

bool ends_word(std::string_view rest) {
  return rest.empty() || rest[0] == '(' || rest[0] == ')' || rest[0] == '|' || blank_length(rest) != 0;
}

std::size_t minus_length(std::string_view rest) {
  if (!rest.starts_with('-') || rest.size() < 2) return 0;
  const std::string_view after = rest.substr(1);
  const bool is_dash = after[0] == '-' || after[0] == ')' || after[0] == '|' || blank_length(after) != 0;
  return is_dash ? 0 : 1;
}

bool is_wildcard(std::string_view word) {
  for (std::size_t at = word.find('*'); at != word.npos; at = word.find('*', at + 1)) {
    if (at + 1 == word.size() || !is_digit(word[at + 1])) return true;
  }
  const std::size_t first = word.find_first_not_of('?');
  const std::size_t last = word.find_last_not_of('?');
  return first != word.npos && word.substr(first, last - first).find('?') != word.npos;
}

bool has_quote(std::string_view text) { return contains(text, quote_length); }

bool has_blank(std::string_view text) { return contains(text, blank_length); }

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char character) { return is_ascii_letter(character) || is_outside_ascii(character); });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& character : lower) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return lower;
}

std::string quoted_piece(std::string_view piece) {
  constexpr char32_t replacement = 0xFFFD;
  std::string quoted = "`";
  for (std::size_t at = 0; at < piece.size();) {
    const CodePoint character = decode_utf8(piece, at);
    at += character.length;
    if (at > max_quoted_bytes) {
      quoted += "...";
      break;
    }
    const bool is_control = character.value < U' ' || character.value == 0x7F;
    append_utf8(quoted, is_control ? replacement : character.value);
  }
  return quoted + "`";
}

}  // namespace medcode::query
