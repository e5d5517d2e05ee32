#include "core/text/stem.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace medcode::text {
namespace {

using std::string_view;

struct Replacement {
  string_view suffix;
  string_view by;
};

bool is_vowel(char c) { return string_view("aeiouy").find(c) != string_view::npos; }

/// Is the word being stemmed: its letters (a consonant y is written Y) and where its regions R1 and R2 start.
struct Stemming {
  std::string& word;
  std::size_t r1 = 0;
  std::size_t r2 = 0;

  bool ends(string_view suffix) const { return string_view(word).ends_with(suffix); }
  bool in_r1(string_view suffix) const { return word.size() - suffix.size() >= r1; }
  bool in_r2(string_view suffix) const { return word.size() - suffix.size() >= r2; }
  void cut(std::size_t count) { word.resize(word.size() - count); }
  void replace(string_view suffix, string_view by) {
    cut(suffix.size());
    word.append(by);
  }
  bool has_vowel_before(std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i) {
      if (is_vowel(word[i])) return true;
    }
    return false;
  }
};

/// Returns where the region after the first consonant that follows a vowel, from `from` on, starts.
std::size_t region_after(const std::string& word, std::size_t from) {
  for (std::size_t i = from + 1; i < word.size(); ++i) {
    if (is_vowel(word[i - 1]) && !is_vowel(word[i])) return i + 1;
  }
  return word.size();
}

std::size_t first_region(const std::string& word) {
  for (const string_view prefix : {"gener", "commun", "arsen"}) {
    if (string_view(word).starts_with(prefix)) return prefix.size();
  }
  return region_after(word, 0);
}

/// Says whether the letters before `end` finish in a short syllable.
bool ends_in_short_syllable(const std::string& word, std::size_t end) {
  if (end == 2) return is_vowel(word[0]) && !is_vowel(word[1]);
  if (end < 3) return false;
  const char last = word[end - 1];
  return !is_vowel(word[end - 3]) && is_vowel(word[end - 2]) && !is_vowel(last) && last != 'w' && last != 'x' && last != 'Y';
}

bool is_short(const Stemming& s) { return s.r1 >= s.word.size() && ends_in_short_syllable(s.word, s.word.size()); }

void mark_consonant_y(std::string& word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == 'y' && (i == 0 || is_vowel(word[i - 1]))) word[i] = 'Y';
  }
}

void step_1a(Stemming& s) {
  if (s.ends("sses")) {
    s.cut(2);
  } else if (s.ends("ied") || s.ends("ies")) {
    s.cut(s.word.size() > 4 ? 2 : 1);
  } else if (s.ends("us") || s.ends("ss")) {
    return;
  } else if (s.ends("s") && s.word.size() > 2 && s.has_vowel_before(s.word.size() - 2)) {
    s.cut(1);
  }
}

void step_1b_tail(Stemming& s) {
  if (s.ends("at") || s.ends("bl") || s.ends("iz")) {
    s.word.push_back('e');
    return;
  }
  for (const string_view pair : {"bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"}) {
    if (s.ends(pair)) {
      s.cut(1);
      return;
    }
  }
  if (is_short(s)) s.word.push_back('e');
}

void step_1b(Stemming& s) {
  for (const string_view suffix : {"eedly", "eed"}) {
    if (s.ends(suffix)) {
      if (s.in_r1(suffix)) s.replace(suffix, "ee");
      return;
    }
  }
  for (const string_view suffix : {"ingly", "edly", "ing", "ed"}) {
    if (!s.ends(suffix)) continue;
    if (!s.has_vowel_before(s.word.size() - suffix.size())) return;
    s.cut(suffix.size());
    step_1b_tail(s);
    return;
  }
}

void step_1c(Stemming& s) {
  const std::size_t size = s.word.size();
  if (size > 2 && (s.word[size - 1] == 'y' || s.word[size - 1] == 'Y') && !is_vowel(s.word[size - 2])) s.word[size - 1] = 'i';
}

constexpr std::array<Replacement, 22> second_step = {{{"ization", "ize"}, {"ational", "ate"}, {"fulness", "ful"}, {"ousness", "ous"},
    {"iveness", "ive"}, {"tional", "tion"}, {"biliti", "ble"}, {"lessli", "less"}, {"entli", "ent"}, {"ation", "ate"},
    {"alism", "al"}, {"aliti", "al"}, {"ousli", "ous"}, {"iviti", "ive"}, {"fulli", "ful"}, {"enci", "ence"},
    {"anci", "ance"}, {"abli", "able"}, {"izer", "ize"}, {"ator", "ate"}, {"alli", "al"}, {"bli", "ble"}}};

void step_2(Stemming& s) {
  for (const Replacement& rule : second_step) {
    if (!s.ends(rule.suffix)) continue;
    if (s.in_r1(rule.suffix)) s.replace(rule.suffix, rule.by);
    return;
  }
  if (s.ends("ogi")) {
    if (s.in_r1("ogi") && s.word.size() > 3 && s.word[s.word.size() - 4] == 'l') s.cut(1);
  } else if (s.ends("li") && s.in_r1("li") && s.word.size() > 2) {
    if (string_view("cdeghkmnrt").find(s.word[s.word.size() - 3]) != string_view::npos) s.cut(2);
  }
}

constexpr std::array<Replacement, 8> third_step = {{{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"},
    {"iciti", "ic"}, {"ical", "ic"}, {"ness", ""}, {"ful", ""}}};

void step_3(Stemming& s) {
  for (const Replacement& rule : third_step) {
    if (!s.ends(rule.suffix)) continue;
    if (s.in_r1(rule.suffix)) s.replace(rule.suffix, rule.by);
    return;
  }
  if (s.ends("ative") && s.in_r1("ative") && s.in_r2("ative")) s.cut(5);
}

void step_4(Stemming& s) {
  for (const string_view suffix : {"ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
                                   "ive", "ize", "al", "er", "ic"}) {
    if (!s.ends(suffix)) continue;
    if (s.in_r2(suffix)) s.cut(suffix.size());
    return;
  }
  if (s.ends("ion") && s.in_r2("ion") && s.word.size() > 3) {
    const char before = s.word[s.word.size() - 4];
    if (before == 's' || before == 't') s.cut(3);
  }
}

void step_5(Stemming& s) {
  if (s.ends("e")) {
    if (s.in_r2("e") || (s.in_r1("e") && !ends_in_short_syllable(s.word, s.word.size() - 1))) s.cut(1);
  } else if (s.ends("ll") && s.in_r2("l")) {
    s.cut(1);
  }
}

constexpr std::array<std::pair<string_view, string_view>, 18> exceptions = {{{"skis", "ski"}, {"skies", "sky"}, {"dying", "die"},
    {"lying", "lie"}, {"tying", "tie"}, {"idly", "idl"}, {"gently", "gentl"}, {"ugly", "ugli"}, {"early", "earli"},
    {"only", "onli"}, {"singly", "singl"}, {"sky", "sky"}, {"news", "news"}, {"howe", "howe"}, {"atlas", "atlas"},
    {"cosmos", "cosmos"}, {"bias", "bias"}, {"andes", "andes"}}};

bool is_final_after_1a(string_view word) {
  for (const string_view final_word : {"inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"}) {
    if (word == final_word) return true;
  }
  return false;
}

}  // namespace

void stem_english(std::string& word) {
  if (word.size() <= 2) return;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return;
  }
  for (const auto& [from, to] : exceptions) {
    if (word == from) {
      word = to;
      return;
    }
  }
  mark_consonant_y(word);
  Stemming stemming{word};
  stemming.r1 = first_region(word);
  stemming.r2 = region_after(word, stemming.r1);
  step_1a(stemming);
  if (is_final_after_1a(word)) return;
  step_1b(stemming);
  step_1c(stemming);
  step_2(stemming);
  step_3(stemming);
  step_4(stemming);
  step_5(stemming);
  for (char& c : word) {
    if (c == 'Y') c = 'y';
  }
}

}  // namespace medcode::text
