#include "core/sources/pcs_terms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "core/sources/lines.hpp"

namespace medcode {
namespace {

/// Letters of an abbreviation in parentheses.
constexpr std::size_t shortest_abbreviation = 2;
constexpr std::size_t longest_abbreviation = 6;

constexpr std::array<std::string_view, 3> marks = {"(R)", "(tm)", "(TM)"};
constexpr std::array<std::string_view, 3> sides = {"right", "left", "bilateral"};

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::string in_lower_case(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return small;
}

/// Returns `text` in lower case without commas, semicolons and slashes, cleaned.
std::string words_only(std::string_view text) {
  std::string words = in_lower_case(text);
  std::replace_if(words.begin(), words.end(), [](char letter) { return letter == ',' || letter == ';' || letter == '/'; }, ' ');
  return cleaned(words);
}

std::string without(std::string text, std::string_view piece) {
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece)) text.erase(at, piece.size());
  return text;
}

/// Returns whether every word of `some` is among those of `all`.
bool has_all_words(std::string_view all, std::string_view some) {
  const std::vector<std::string> words = split_values(all, ' ');
  for (const std::string& word : split_values(some, ' ')) {
    if (std::find(words.begin(), words.end(), word) == words.end()) return false;
  }
  return true;
}

bool is_abbreviation(std::string_view text) {
  return text.size() >= shortest_abbreviation && text.size() <= longest_abbreviation &&
         std::all_of(text.begin(), text.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

}  // namespace

std::vector<std::string> typed_forms(std::string_view term) {
  std::string text(term);
  for (const std::string_view mark : marks) text = without(std::move(text), mark);
  std::vector<std::string> abbreviations;
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const std::size_t close = std::min(text.find(')', open), text.size() - 1);
    const std::string inside = text.substr(open + 1, close - open - 1);
    if (is_abbreviation(inside)) abbreviations.push_back(in_lower_case(inside));
    text.erase(open, close - open);
    text[open] = ' ';
  }
  std::vector<std::string> forms;
  std::string main = words_only(text);
  if (!main.empty()) forms.push_back(std::move(main));
  forms.insert(forms.end(), abbreviations.begin(), abbreviations.end());
  return forms;
}

std::string title_form(std::string_view term) {
  const std::string spaced = std::string(term) + " ";
  const std::vector<std::string> forms = typed_forms(std::string_view(spaced).substr(0, spaced.find(" in ")));
  return forms.empty() ? std::string() : forms.front();
}

std::string without_side(std::string_view words) {
  std::string kept;
  for (const std::string& word : split_values(words, ' ')) {
    if (std::find(sides.begin(), sides.end(), word) != sides.end()) continue;
    kept += (kept.empty() ? "" : " ") + word;
  }
  return kept;
}

bool SynonymGatherer::add(std::string_view from, std::string_view to) {
  const std::string title = title_form(to);
  if (title.empty()) return false;
  bool meaningful = false;
  for (const std::string& form : typed_forms(from)) {
    if (has_all_words(form, title)) continue;
    meaningful = true;
    if (seen_.insert(form + '\t' + title).second) synonyms_.push_back(TermSynonym{"icd10pcs", form, title});
  }
  return meaningful;
}

std::vector<TermSynonym> SynonymGatherer::take() {
  std::unordered_map<std::string, std::size_t> sides_of;
  for (const TermSynonym& each : synonyms_) ++sides_of[each.from + '\t' + without_side(each.to)];
  std::vector<TermSynonym> kept;
  for (TermSynonym& each : std::exchange(synonyms_, {})) {
    std::string neutral = without_side(each.to);
    std::size_t& count = sides_of[each.from + '\t' + neutral];
    if (count == 0) continue;
    if (count > 1 && !neutral.empty()) {
      each.to = std::move(neutral);
      count = 0;
    }
    if (!has_all_words(each.from, each.to)) kept.push_back(std::move(each));
  }
  seen_.clear();
  return kept;
}

}  // namespace medcode
