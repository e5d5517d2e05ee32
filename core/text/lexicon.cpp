#include "core/text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::text {
namespace {

using std::string_view;

constexpr std::array<string_view, 7> kind_names = {"equivalent", "abbreviation", "brand", "disease", "lay", "procedure", "synonym"};

std::optional<LexiconKind> kind_of(string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == name) return static_cast<LexiconKind>(i);
  }
  return std::nullopt;
}

/// Returns the part of `line` before `separator` and moves `line` behind it.
string_view take_field(string_view& line, char separator) {
  const std::size_t end = std::min(line.find(separator), line.size());
  const string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

std::vector<std::string> split(string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    if (string_view part = take_field(text, separator); !part.empty()) parts.emplace_back(part);
  }
  return parts;
}

/// Returns the keys of the words of `phrase`, joined by blanks, and counts them.
std::string joined_keys(string_view phrase, std::size_t& count) {
  std::string joined;
  const std::vector<Token> tokens = tokenize(phrase);
  count = tokens.size();
  for (const Token& token : tokens) {
    if (!joined.empty()) joined.push_back(' ');
    joined += term_key(token.form);
  }
  return joined;
}

/// Returns `text` with blanks for the bytes that mean something in a line of the lexicon.
std::string in_one_field(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

/// Turns a group of words of one meaning into an entry for each of them.
void add_equivalents(string_view group, std::vector<LexiconEntry>& entries) {
  const std::vector<std::string> words = split(group, '|');
  for (const std::string& word : words) {
    LexiconEntry entry{LexiconKind::Equivalent, word, {}, {}};
    std::copy_if(words.begin(), words.end(), std::back_inserter(entry.alternatives), [&word](const std::string& other) { return other != word; });
    entries.push_back(std::move(entry));
  }
}

}  // namespace

string_view lexicon_kind_name(LexiconKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

Result<std::vector<LexiconEntry>> read_lexicon_file(string_view file, string_view bytes) {
  string_view stem = file.substr(file.find_last_of('/') + 1);
  stem = stem.substr(0, stem.find('.'));
  if (stem.ends_with('s')) stem.remove_suffix(1);
  const auto kind = kind_of(stem);
  if (!kind) return Error{ErrorCode::BadFormat, "The name of this lexicon file names no kind of entry.", "Call it abbreviations, brands, diseases, equivalents, lay, procedures or synonyms, with .tsv.", {std::string(file)}};
  std::vector<LexiconEntry> entries;
  std::size_t number = 0;
  bool has_header = false;
  while (!bytes.empty()) {
    string_view line = take_field(bytes, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!has_header) {
      has_header = line.starts_with("from\tto") || line == "words";
      if (has_header) continue;
      return Error{ErrorCode::BadFormat, "The header row of this lexicon file is missing.", "Start it with `from<TAB>to<TAB>systems`, or `words` for equivalents.", {std::string(file), number}};
    }
    if (*kind == LexiconKind::Equivalent) {
      add_equivalents(line, entries);
      continue;
    }
    const string_view from = take_field(line, '\t');
    const string_view to = take_field(line, '\t');
    if (from.empty() || to.empty()) return Error{ErrorCode::BadFormat, "This lexicon row has no `from` or no `to`.", "Write what is typed, a tab, and the wording of the titles.", {std::string(file), number}};
    entries.push_back({*kind, std::string(from), split(to, '|'), split(line, ',')});
  }
  return entries;
}

std::string write_lexicon(std::span<const LexiconEntry> entries) {
  std::set<std::string> lines;
  for (const LexiconEntry& entry : entries) {
    std::size_t words = 0;
    std::string line = joined_keys(entry.from, words);
    if (words == 0 || words > max_phrase_words || entry.alternatives.empty()) continue;
    line += '\t';
    line += lexicon_kind_name(entry.kind);
    line += '\t';
    for (std::size_t i = 0; i < entry.systems.size(); ++i) line += (i == 0 ? "" : ",") + in_one_field(entry.systems[i]);
    line += '\t';
    for (std::size_t i = 0; i < entry.alternatives.size(); ++i) line += (i == 0 ? "" : "|") + in_one_field(entry.alternatives[i]);
    lines.insert(std::move(line));
  }
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

Lexicon::Lexicon(string_view text) : text_(text) {
  for (std::size_t at = 0; at < text_.size();) {
    lines_.push_back(static_cast<std::uint32_t>(at));
    at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
  }
}

string_view Lexicon::line(std::size_t i) const {
  const std::size_t begin = lines_[i];
  const std::size_t end = i + 1 < lines_.size() ? lines_[i + 1] : text_.size();
  string_view whole = text_.substr(begin, end - begin);
  if (whole.ends_with('\n')) whole.remove_suffix(1);
  return whole;
}

void Lexicon::find(std::span<const std::string> keys, std::vector<LexiconMatch>& matches) const {
  std::string wanted;
  for (std::size_t words = 1; words <= std::min(keys.size(), max_phrase_words); ++words) {
    if (words > 1) wanted.back() = ' ';
    wanted += keys[words - 1];
    wanted += '\t';
    std::size_t low = 0;
    std::size_t high = lines_.size();
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (line(middle).substr(0, wanted.size()) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; low < lines_.size() && line(low).starts_with(wanted); ++low) {
      string_view rest = line(low).substr(wanted.size());
      const auto kind = kind_of(take_field(rest, '\t'));
      const string_view systems = take_field(rest, '\t');
      if (kind && !rest.empty()) matches.push_back({*kind, words, systems, rest});
    }
  }
}

}  // namespace medcode::text
