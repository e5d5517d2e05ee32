#include "core/sources/index_tree.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "core/sources/lines.hpp"

namespace medcode {
namespace {

/// Words of a reference that are looked at: the longest official one has 14.
constexpr std::size_t most_reference_words = 24;

/// Titles that only connect: what follows them needs no comma, and a reference may leave them out.
constexpr std::array<std::string_view, 16> connecting = {"with", "without", "due to", "in", "by", "of", "to", "for", "from", "on",
                                                         "during", "following", "affecting", "associated with", "secondary to",
                                                         "complicating"};

/// The kind of fracture that is meant where none is named: references leave it out.
constexpr std::string_view usual_kind = "traumatic";

/// Letters a word has at least when its final "s" is taken for a plural.
constexpr std::size_t shortest_plural = 4;

bool is_word_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Returns "(solvent)(vapor)" as "(solvent) (vapor)", cleaned: the publisher writes both.
std::string with_blanks_between_parentheses(std::string_view text) {
  std::string spaced;
  for (const char letter : text) {
    if (letter == '(' && !spaced.empty() && spaced.back() == ')') spaced.push_back(' ');
    spaced.push_back(letter);
  }
  return cleaned(spaced);
}

/// Returns `text` without pieces in parentheses, cleaned; an unclosed one runs to the end.
std::string without_parentheses(std::string_view text) {
  std::string kept;
  std::size_t depth = 0;
  for (const char letter : text) {
    if (letter == '(') ++depth;
    if (depth == 0) kept.push_back(letter);
    if (letter == '(') kept.push_back(' ');
    if (letter == ')' && depth > 0) --depth;
  }
  std::string clean = cleaned(kept);
  for (std::size_t at = clean.find(" ,"); at != std::string::npos; at = clean.find(" ,")) clean.erase(at, 1);
  return clean;
}

/// Returns the words that count when references are compared with titles.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&]() {
    const bool is_plural = word.size() >= shortest_plural && word.back() == 's' && word[word.size() - 2] != 's';
    if (is_plural) word.pop_back();
    if (!word.empty() && word != "nec" && word != "nos") words.push_back(word);
    word.clear();
  };
  for (const char letter : text) {
    const char small = lower(letter);
    if (is_word_letter(small)) {
      word.push_back(small);
    } else if (letter != '\'') {
      finish();
    }
  }
  finish();
  return words;
}

/// Returns what a title answers to: all its words, and each piece between commas alone.
std::vector<std::vector<std::string>> readings_of(std::string_view title) {
  std::vector<std::vector<std::string>> readings = {words_of(title)};
  if (title.find(',') != std::string_view::npos) {
    for (const std::string& piece : split_values(title, ',')) readings.push_back(words_of(piece));
  }
  const auto is_empty = [](const std::vector<std::string>& reading) { return reading.empty(); };
  readings.erase(std::remove_if(readings.begin(), readings.end(), is_empty), readings.end());
  return readings;
}

std::string without_trailing_abbreviation(std::string title) {
  for (const std::string_view ending : {" NEC", " NOS"}) {
    if (title.size() > ending.size() && std::string_view(title).substr(title.size() - ending.size()) == ending) {
      title.resize(title.size() - ending.size());
    }
  }
  return title;
}

}  // namespace

std::size_t IndexTree::add(std::size_t parent, std::string_view shown, std::size_t line) {
  const std::size_t number = entries_.size();
  IndexEntry made;
  made.shown = with_blanks_between_parentheses(shown);
  made.title = without_trailing_abbreviation(without_parentheses(made.shown));
  if (made.title.empty()) made.title = made.shown;
  made.parent = parent;
  made.line = line;
  readings_.push_back(readings_of(made.title));
  entries_.push_back(std::move(made));
  if (parent != no_entry) {
    entries_[parent].children.push_back(number);
    return number;
  }
  for (const Words& reading : readings_.back()) {
    std::vector<std::size_t>& terms = main_terms_[reading.front()];
    if (terms.empty() || terms.back() != number) terms.push_back(number);
  }
  return number;
}

/// Returns after how many words of the reference the title of `number` may end, longest first.
std::vector<std::size_t> IndexTree::uses(std::size_t number, const Words& words, std::size_t used) const {
  std::vector<std::size_t> ends;
  for (const Words& reading : readings_[number]) {
    const bool fits = reading.size() <= words.size() - used &&
                      std::equal(reading.begin(), reading.end(), words.begin() + static_cast<std::ptrdiff_t>(used));
    if (fits) ends.push_back(used + reading.size());
  }
  std::sort(ends.begin(), ends.end(), std::greater<>());
  return ends;
}

std::optional<std::size_t> IndexTree::descend(std::size_t number, const Words& words, std::size_t used, bool may_skip) const {
  for (const std::size_t end : uses(number, words, used)) {
    if (end == words.size()) return number;
    for (const std::size_t child : entries_[number].children) {
      if (const std::optional<std::size_t> found = descend(child, words, end, may_skip)) return found;
    }
    if (!may_skip) continue;
    for (const std::size_t child : entries_[number].children) {
      const std::string& title = entries_[child].title;
      if (title != usual_kind && !connects(title)) continue;
      for (const std::size_t grandchild : entries_[child].children) {
        if (const std::optional<std::size_t> found = descend(grandchild, words, end, may_skip)) return found;
      }
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> IndexTree::find(std::string_view reference) const {
  const Words words = words_of(without_parentheses(reference));
  if (words.empty() || words.size() > most_reference_words) return std::nullopt;
  const auto terms = main_terms_.find(words.front());
  if (terms == main_terms_.end()) return std::nullopt;
  for (const bool may_skip : {false, true}) {
    for (const std::size_t number : terms->second) {
      if (const std::optional<std::size_t> found = descend(number, words, 0, may_skip)) return found;
    }
  }
  return std::nullopt;
}

std::vector<std::size_t> IndexTree::path(std::size_t number) const {
  std::vector<std::size_t> numbers;
  for (; number != no_entry; number = entries_[number].parent) numbers.push_back(number);
  std::reverse(numbers.begin(), numbers.end());
  return numbers;
}

bool connects(std::string_view title) {
  const std::string_view last = title.substr(title.rfind(',') == std::string_view::npos ? 0 : title.rfind(',') + 1);
  return std::find(connecting.begin(), connecting.end(), trimmed(last)) != connecting.end();
}

std::string_view reason_without_entry(std::string_view reference, bool found) {
  const std::vector<std::string> words = words_of(reference);
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (words.empty()) return "refers to nothing";
  if (words.front() == "condition") return "refers to the condition itself, wherever that stands";
  if (found) return {};
  if (words.front() == "table" || words.front() == "neoplasm") return "refers to another table (neoplasms, drugs and chemicals)";
  if (has("by") || words.front() == "specific") return "refers to a choice of entries (by site, by type, by substance)";
  if (words.front() == "subcategory" || words.front() == "category" || words.front() == "categorie" || has("character")) return "refers to a run of codes";
  return "refers to an entry that is not in this file";
}

}  // namespace medcode
