#include "core/text/tokenize.hpp"

#include "core/base/utf8.hpp"
#include "core/text/fold.hpp"

namespace medcode::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'`'; }

/// Returns how many bytes of a possessive ('s at the end of a word) start at `at`, else 0.
std::size_t possessive_length(std::string_view text, std::size_t at, std::size_t apostrophe_length) {
  const std::size_t s = at + apostrophe_length;
  if (s >= text.size() || (text[s] != 's' && text[s] != 'S')) return 0;
  if (s + 1 < text.size()) {
    std::string folded;
    const CodePoint next = decode_utf8(text, s + 1);
    if (fold_character(next.value, folded)) return 0;
  }
  return apostrophe_length + 1;
}

/// Grows one token from `at`, the first character of a word; returns the offset after it.
std::size_t read_token(std::string_view text, std::size_t at, Token& token) {
  token.begin = at;
  token.form.clear();
  token.end = at;
  while (at < text.size()) {
    const CodePoint point = decode_utf8(text, at);
    if (fold_character(point.value, token.form)) {
      at += point.length;
      token.end = at;
      continue;
    }
    const std::size_t next = at + point.length;
    const bool is_between_digits = next < text.size() && is_digit(text[next]) && !token.form.empty() && is_digit(token.form.back());
    if (point.value == U'.' && is_between_digits) {
      token.form.push_back('.');
      at = next;
      continue;
    }
    if (is_apostrophe(point.value)) {
      if (const std::size_t length = possessive_length(text, at, point.length); length != 0) {
        at += length;
        token.end = at;
        break;
      }
      std::string ignored;
      if (next < text.size() && fold_character(decode_utf8(text, next).value, ignored)) {
        at = next;
        continue;
      }
    }
    break;
  }
  if (token.form.size() > max_word_bytes) {
    std::size_t cut = max_word_bytes;
    while (cut > 0 && (static_cast<unsigned char>(token.form[cut]) & 0xC0U) == 0x80U) --cut;
    token.form.resize(cut);
  }
  return at;
}

}  // namespace

std::size_t tokenize(std::string_view text, std::vector<Token>& tokens) {
  std::size_t count = 0;
  std::string probe;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    probe.clear();
    if (!fold_character(point.value, probe)) {
      at += point.length;
      continue;
    }
    if (count == tokens.size()) tokens.emplace_back();
    at = read_token(text, at, tokens[count]);
    if (!tokens[count].form.empty()) ++count;
  }
  return count;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.resize(tokenize(text, tokens));
  return tokens;
}

}  // namespace medcode::text
