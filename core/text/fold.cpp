#include "core/text/fold.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "core/base/utf8.hpp"

namespace medcode::text {
namespace {

/// U+00C0 to U+017F, one entry a character; "" is no letter (the multiplication and division signs).
constexpr std::array<std::string_view, 192> latin = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s"};

/// U+03B1 (alpha) to U+03C9 (omega); final sigma is a sigma.
constexpr std::array<std::string_view, 25> greek = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota",
    "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma",
    "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"};

bool is_other_letter(char32_t c) {
  // U+02B9 to U+02DF: the apostrophe that is a letter and its like; U+FE00 to U+FE0F choose how the sign before looks.
  const bool is_punctuation = (c >= 0x2B9 && c <= 0x2DF) || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE6F) ||
                              (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD || c == 0xFEFF;
  return c > 0x17F && !is_punctuation;
}

bool append(std::string_view text, std::string& folded) {
  folded.append(text);
  return !text.empty();
}

}  // namespace

bool fold_character(char32_t c, std::string& folded) {
  if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
    folded.push_back(static_cast<char>(c));
    return true;
  }
  if (c >= U'A' && c <= U'Z') {
    folded.push_back(static_cast<char>(c + 32));
    return true;
  }
  if (c < 0x80) return false;
  if (c == 0xB5) return append("mu", folded);  // the micro sign
  if (c < 0xC0) return false;
  if (c <= 0x17F) return append(latin[c - 0xC0], folded);
  if (c >= 0x300 && c <= 0x36F) return true;
  if (c >= 0x391 && c <= 0x3A9) return append(greek[c - 0x391], folded);
  if (c >= 0x3B1 && c <= 0x3C9) return append(greek[c - 0x3B1], folded);
  if (c >= 0x2080 && c <= 0x2089) return append(std::string_view("0123456789").substr(c - 0x2080, 1), folded);
  if (!is_other_letter(c)) return false;
  append_utf8(folded, c);
  return true;
}

}  // namespace medcode::text
