// What else may a word or phrase that people type be called in the titles?
//
// The lexicon is lines of text, sorted, so that opening it is finding the line ends and looking up is a binary search:
//
//   <keys of what is typed> TAB <kind> TAB <systems> TAB <alternative>|<alternative>
//   heart attack            TAB lay    TAB           TAB myocardial infarction
//   cbd                     TAB abbreviation TAB     TAB common bile duct|closed bag drainage
//
// The files it is made from are described in data/lexicon/README.md. Held by tests/text/lexicon_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace medcode::text {

/// Says what sort of knowledge an entry is; shown to people and weighed by the ranking.
enum class LexiconKind : std::uint8_t { Equivalent, Abbreviation, Brand, Disease, Lay, Procedure, Synonym };

std::string_view lexicon_kind_name(LexiconKind kind);

/// Is one entry before it is sorted into the lexicon.
struct LexiconEntry {
  LexiconKind kind = LexiconKind::Lay;
  std::string from;                       ///< as people type it
  std::vector<std::string> alternatives;  ///< wordings of the titles; "-" alone: the word may be dropped
  std::vector<std::string> systems;       ///< ids it is limited to; empty: everywhere
};

/// Reads one file of data/lexicon: a header row `from to systems` or `words`, tab-separated. `file` names it in errors
/// and its stem gives the kind (abbreviations.tsv). Errors: BadFormat with the line.
Result<std::vector<LexiconEntry>> read_lexicon_file(std::string_view file, std::string_view bytes);

/// Returns the text of the lexicon, the same for the same entries in any order. Limit: max_phrase_words words in `from`;
/// longer entries are left out.
std::string write_lexicon(std::span<const LexiconEntry> entries);

/// Limit of words that one entry can stand for.
inline constexpr std::size_t max_phrase_words = 6;

/// Is one entry that was found.
struct LexiconMatch {
  LexiconKind kind = LexiconKind::Lay;
  std::size_t words = 0;          ///< how many of the words asked for it takes
  std::string_view systems;       ///< comma-separated ids; empty: everywhere
  std::string_view alternatives;  ///< separated by `|`
};

/// Looks phrases up in the text of a lexicon. The text must outlive it.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::string_view text);

  std::size_t size() const { return lines_.size(); }

  /// Appends every entry whose words are keys[0], keys[0..1] ... to `matches`. Lines that are not of the format are
  /// passed over.
  void find(std::span<const std::string> keys, std::vector<LexiconMatch>& matches) const;

 private:
  std::string_view line(std::size_t i) const;

  std::string_view text_;
  std::vector<std::uint32_t> lines_;
};

}  // namespace medcode::text
