#include "core/text/key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/text/stem.hpp"

namespace medcode::text {
namespace {

using std::string_view;

/// Roman numerals that are words of titles; i, v, x and iv also mean other things and are left to the lexicon.
constexpr std::array<std::pair<string_view, string_view>, 9> numerals = {{{"ii", "2"}, {"iii", "3"}, {"vi", "6"}, {"vii", "7"},
    {"viii", "8"}, {"ix", "9"}, {"xi", "11"}, {"xii", "12"}, {"xiii", "13"}}};

/// Ends of words in which British and American spelling differ.
constexpr std::array<std::pair<string_view, string_view>, 8> endings = {{{"isation", "ization"}, {"isations", "izations"},
    {"ised", "ized"}, {"ising", "izing"}, {"ise", "ize"}, {"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"}}};

/// Words, alone or at the end of another (millilitre), that are spelled -re in Britain.
constexpr std::array<string_view, 4> words_in_re = {"fibre", "litre", "centre", "metre"};

/// Plurals of learned words that a stemmer of plain English does not know.
constexpr std::array<std::pair<string_view, string_view>, 10> plurals = {{{"vertebrae", "vertebra"}, {"bursae", "bursa"},
    {"fistulae", "fistula"}, {"diverticula", "diverticulum"}, {"metastases", "metastasis"}, {"calculi", "calculus"},
    {"emboli", "embolus"}, {"thrombi", "thrombus"}, {"bacteria", "bacterium"}, {"feet", "foot"}}};

bool has_digit(string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Turns ae and oe into e (haemorrhage, oedema) in words of at least five letters; not at the end (toe, aloe).
void drop_ligatures(std::string& word) {
  if (word.size() < 5) return;
  for (std::size_t i = 0; i + 2 < word.size(); ++i) {
    if (word[i + 1] != 'e' || (word[i] != 'a' && word[i] != 'o')) continue;
    if (i + 3 == word.size() && word[i + 2] == 's') continue;
    word.erase(i, 1);
  }
}

/// Turns -our into -or after a consonant (tumour, labour) in words of at least six letters.
void americanize_our(std::string& word) {
  const std::size_t at = word.find("our");
  if (word.size() < 6 || at == std::string::npos || at < 3) return;
  const string_view rest = string_view(word).substr(at + 3);
  for (const string_view ending : {"", "s", "ed", "ing", "al", "able", "less", "ation", "ations", "hood"}) {
    if (rest == ending) {
      word.erase(at + 1, 1);
      return;
    }
  }
}

/// Turns -re into -er in the words listed and their plurals.
void americanize_re(std::string& word) {
  const std::size_t end = word.size() - (word.ends_with('s') ? 1 : 0);
  for (const string_view ending : words_in_re) {
    if (!string_view(word).substr(0, end).ends_with(ending)) continue;
    std::swap(word[end - 2], word[end - 1]);
    return;
  }
}

void americanize(std::string& word) {
  drop_ligatures(word);
  americanize_our(word);
  americanize_re(word);
  for (const auto& [british, american] : endings) {
    if (word.size() > british.size() + 1 && string_view(word).ends_with(british)) {
      word.replace(word.size() - british.size(), british.size(), american);
      return;
    }
  }
}

}  // namespace

void term_key(string_view form, std::string& key) {
  key.assign(form);
  if (has_digit(form)) return;
  for (const auto& [roman, arabic] : numerals) {
    if (form == roman) {
      key.assign(arabic);
      return;
    }
  }
  for (const auto& [plural, singular] : plurals) {
    if (form == plural) key.assign(singular);
  }
  americanize(key);
  stem_english(key);
}

std::string term_key(string_view form) {
  std::string key;
  term_key(form, key);
  return key;
}

bool is_function_word(string_view form) {
  static constexpr std::array<string_view, 30> words = {"a", "an", "and", "are", "as", "at", "be", "by", "due", "for", "from", "has",
      "her", "his", "in", "into", "is", "it", "my", "of", "on", "or", "that", "the", "this", "to", "was", "when", "while", "with"};
  constexpr std::size_t longest = 5;
  return form.size() <= longest && std::binary_search(words.begin(), words.end(), form);
}

}  // namespace medcode::text
