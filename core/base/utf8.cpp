#include "core/base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace medcode {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Returns how many bytes at the start of `text` are ASCII, eight at a time, fewer than that left out.
std::size_t ascii_length(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  return at;
}

bool is_continuation(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U; }

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto first = static_cast<std::uint8_t>(text[at]);
  if (first < 0x80) return {first, 1};
  std::size_t length = 0;
  char32_t value = 0;
  char32_t least = 0;
  if ((first & 0xE0U) == 0xC0U) {
    length = 2, value = first & 0x1FU, least = 0x80;
  } else if ((first & 0xF0U) == 0xE0U) {
    length = 3, value = first & 0x0FU, least = 0x800;
  } else if ((first & 0xF8U) == 0xF0U) {
    length = 4, value = first & 0x07U, least = 0x10000;
  } else {
    return {replacement, 1};
  }
  if (text.size() - at < length) return {replacement, 1};
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {replacement, 1};
    value = value << 6 | (static_cast<std::uint8_t>(text[at + i]) & 0x3FU);
  }
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || is_surrogate) return {replacement, 1};
  return {value, length};
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at += ascii_length(text.substr(at));
    if (at == text.size()) break;
    const CodePoint point = decode_utf8(text, at);
    if (point.value == replacement && point.length == 1) return at;
    at += point.length;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t value) {
  const auto push = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<std::uint8_t>(byte))); };
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xC0U | value >> 6);
    push(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    push(0xE0U | value >> 12);
    push(0x80U | (value >> 6 & 0x3FU));
    push(0x80U | (value & 0x3FU));
  } else {
    push(0xF0U | value >> 18);
    push(0x80U | (value >> 12 & 0x3FU));
    push(0x80U | (value >> 6 & 0x3FU));
    push(0x80U | (value & 0x3FU));
  }
}

std::size_t utf16_length(std::string_view text, std::size_t bytes) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < bytes && at < text.size();) {
    const std::size_t ascii = ascii_length(text.substr(at, bytes - at));
    units += ascii;
    at += ascii;
    if (at >= bytes || at == text.size()) break;
    const CodePoint point = decode_utf8(text, at);
    units += point.value >= 0x10000 ? 2 : 1;
    at += point.length;
  }
  return units;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii = ascii_length(text.substr(at));
    valid.append(text, at, ascii);
    at += ascii;
    if (at == text.size()) break;
    const CodePoint point = decode_utf8(text, at);
    append_utf8(valid, point.value);
    at += point.length;
  }
  return valid;
}

}  // namespace medcode
