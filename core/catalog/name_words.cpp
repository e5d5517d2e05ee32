#include "core/catalog/name_words.hpp"

#include <cstddef>

namespace medcode::catalog {
namespace {

bool opens(char c) { return c == '(' || c == '['; }
bool closes(char c) { return c == ',' || c == ';' || c == ':' || c == ')' || c == ']'; }

/// Says whether `c` parts words: a blank, or a control character, which no display has and which would end a word's line.
bool parts(char c) { return static_cast<unsigned char>(c) <= ' '; }

void split_chunk(std::string_view chunk, std::vector<std::string>& words) {
  std::size_t begin = 0;
  std::size_t end = chunk.size();
  while (begin < end && opens(chunk[begin])) ++begin;
  while (end > begin && closes(chunk[end - 1])) --end;
  if (begin == end) {  // nothing but marks: kept whole, and told apart from a mark that sticks
    words.push_back(' ' + std::string(chunk));
    return;
  }
  for (std::size_t i = 0; i < begin; ++i) words.emplace_back(1, chunk[i]);
  words.emplace_back(chunk.substr(begin, end - begin));
  for (std::size_t i = end; i < chunk.size(); ++i) words.emplace_back(1, chunk[i]);
}

}  // namespace

std::vector<std::string> split_name(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= name.size();) {
    std::size_t blank = at;
    while (blank < name.size() && !parts(name[blank])) ++blank;
    if (blank > at) split_chunk(name.substr(at, blank - at), words);
    at = blank + 1;
  }
  return words;
}

Glue glue_of(std::string_view word) {
  if (word.size() != 1) return Glue::None;
  if (opens(word[0])) return Glue::ToNext;
  return closes(word[0]) ? Glue::ToPrevious : Glue::None;
}

std::size_t append_word(std::string& name, std::string_view word, Glue previous) {
  const Glue glue = glue_of(word);
  if (!name.empty() && previous != Glue::ToNext && glue != Glue::ToPrevious) name.push_back(' ');
  const std::size_t begin = name.size();
  name += word.starts_with(' ') ? word.substr(1) : word;
  return begin;
}

}  // namespace medcode::catalog
