#include "core/api/json_writer.hpp"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/base/utf8.hpp"

namespace medcode::api {
namespace {

/// Returns the letter behind the backslash of a control character that has one, else 0.
char short_escape(char c) {
  switch (c) {
    case '"': case '\\': return c;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

/// Returns how many bytes at the start of `text` need no escape, eight at a time, fewer than that left out.
std::size_t unescaped_length(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = 0x8080808080808080U;
  const auto has_zero = [](std::uint64_t eight) { return (eight - ones) & ~eight & tops; };
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t is_control = (eight - ones * 0x20) & ~eight & tops;
    if ((is_control | has_zero(eight ^ (ones * '"')) | has_zero(eight ^ (ones * '\\'))) != 0) break;
  }
  return at;
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t from = 0;  // what needs no escape is appended by the piece
  for (std::size_t at = unescaped_length(text); at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    const char letter = short_escape(text[at]);
    out.append(text.data() + from, at - from);
    from = at + 1;
    const char escape[] = {'\\', letter != 0 ? letter : 'u', '0', '0', hex[byte >> 4], hex[byte & 15U]};
    out.append(escape, letter != 0 ? 2 : sizeof escape);
  }
  out.append(text.data() + from, text.size() - from);
  out += '"';
}

}  // namespace

void JsonWriter::separate() {
  if (!is_first_) text_ += ',';
  is_first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  is_first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(text_, name);
  text_ += ':';
  is_first_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  if (find_invalid_utf8(text) == std::string_view::npos) {
    append_quoted(text_, text);
  } else {
    append_quoted(text_, to_valid_utf8(text));
  }
  return *this;
}

JsonWriter& JsonWriter::value(float number) {
  constexpr std::uint64_t millionths = 1'000'000;
  // No score is negative, and a function that rounds would be bytes of engine.wasm.
  const auto scaled = static_cast<std::uint64_t>(static_cast<double>(number) * millionths + 0.5);  // NOLINT(bugprone-incorrect-roundings)
  number_value(scaled / millionths);
  std::string decimals = std::to_string(millionths + scaled % millionths);  // a 1 and six digits
  decimals.resize(decimals.find_last_not_of('0') + 1);
  text_ += '.';
  text_ += decimals.size() > 1 ? std::string_view(decimals).substr(1) : "0";
  return *this;
}

JsonWriter& JsonWriter::word(std::string_view text) {
  separate();
  text_ += text;
  return *this;
}

JsonWriter& JsonWriter::number_value(std::uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return word({digits, static_cast<std::size_t>(end - digits)});
}

std::string JsonWriter::take() {
  is_first_ = true;
  return std::exchange(text_, {});
}

}  // namespace medcode::api
