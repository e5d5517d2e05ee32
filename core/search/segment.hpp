// What is one requirement of the query, and which names meet it?
//
// A Segment is a typed word, phrase or run of words that is understood as one. Its alternatives are the ways to meet it
// (the word itself, an abbreviation's meaning, a beginning, a misspelling); its list says for each name that meets it
// which alternative does so best.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/query/ast.hpp"

namespace medcode::search {

/// Says by which means an alternative was found.
enum class MatchKind : std::uint8_t {
  ExactCode, CodePrefix, Exact, Phrase, Equivalent, Abbreviation, Brand, Disease, Lay, Procedure, Synonym, Joined, Split, Wildcard, Prefix, Fuzzy
};

/// Is one way to meet a segment.
struct Alternative {
  MatchKind kind = MatchKind::Exact;
  float quality = 1;                      ///< of the reading, in (0, 1]
  float weight = 0;                       ///< sum of the weights of the terms it is about
  std::uint32_t first_term = 0;           ///< into Segment::terms
  std::uint32_t term_count = 0;
  std::uint32_t text = 0;                 ///< 1 + index into Segment::texts; 0: the words as typed
  std::span<const std::uint32_t> names;   ///< ascending; the index's postings or one of Segment::owned
};

/// Limits which names of a concept may meet a segment.
enum class NameScope : std::uint8_t { Any, Display, Others };

struct Segment {
  std::string text;               ///< as typed
  std::string word;               ///< folded, when the segment is one word that may be misspelt; else empty
  bool is_unfinished = false;     ///< the word, or the last one, is still being typed
  bool is_lasting = false;        ///< the words are read so in any query: none of them was corrected for want of answers
  bool may_drop = false;          ///< the words say so little, or the lexicon says, that they need not be met
  query::Span span;               ///< in the query
  NameScope scope = NameScope::Any;
  bool is_required = true;
  bool is_negator = false;        ///< it is "without" or a word like it
  bool is_negated = false;        ///< such a word stands before it in the query
  float boost = 1;
  float importance = 0;           ///< how much of the query it is: boost times the weight of its best alternative
  std::uint32_t prefix_bytes = 0; ///< length of the typed beginning, for highlighting Prefix matches
  std::vector<Alternative> alternatives;
  std::vector<std::uint32_t> terms;
  std::vector<std::string> texts;
  std::vector<std::uint32_t> whole_terms;  ///< ascending: terms of all alternatives but beginnings, for highlighting
  std::vector<std::vector<std::uint32_t>> owned;

  std::uint32_t initial = 0;      ///< bit of the one letter typed of a word (letters_of); 0: none
  std::size_t initial_alternative = 0;  ///< by which names with that initial are met
  std::size_t posting_count = 0;  ///< of all alternatives
  bool is_made = false;           ///< whether the list below is there; see unite.hpp
  std::vector<float> gains;       ///< of each alternative: what a name gains by it, quality times weight

  // The list: names ascending, and for each the index of its alternative.
  std::vector<std::uint32_t> names;
  std::vector<std::uint16_t> best;

  const Alternative& alternative_at(std::size_t i) const { return alternatives[best[i]]; }
  /// Returns what the i-th name of the list gains by this segment.
  float gain(std::size_t i) const { return gains[best[i]]; }
};

/// Limit of alternatives of one segment; the best ones are kept.
inline constexpr std::size_t max_alternatives = 20'000;

}  // namespace medcode::search
