#include "core/catalog/word_spelling.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/text/tokenize.hpp"

namespace medcode::catalog {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char large(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

}  // namespace

void append_spelled(std::string_view stored, Capitals capitals, std::string& text) {
  const std::size_t first = text.size();
  text += stored;
  if (capitals == Capitals::None || capitals == Capitals::AsStored || stored.empty()) return;
  const std::size_t end = capitals == Capitals::First ? first + 1 : text.size();
  for (std::size_t i = first; i < end; ++i) text[i] = large(text[i]);
}

WordSpelling spell_word(std::string_view word) {
  WordSpelling spelling;
  spelling.stored.resize(word.size());
  std::transform(word.begin(), word.end(), spelling.stored.begin(), small);
  const std::vector<text::Token> tokens = text::tokenize(spelling.stored);
  spelling.is_plain = tokens.size() == 1 && tokens.front().form == spelling.stored;
  for (const Capitals capitals : {Capitals::None, Capitals::First, Capitals::All}) {
    std::string spelled;
    append_spelled(spelling.stored, capitals, spelled);
    spelling.capitals = capitals;
    if (spelled == word) return spelling;
  }
  return {std::string(word), Capitals::AsStored, false};
}

}  // namespace medcode::catalog
