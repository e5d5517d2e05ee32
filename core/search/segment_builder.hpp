// By which alternatives can a segment be met?
//
// Exports SegmentBuilder: one `add_...` for each means, then `finish`, which weighs the segment. Its list is made by
// unite.hpp. Held by tests/search/reference_search_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index.hpp"
#include "core/search/segment.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {

class SegmentBuilder {
 public:
  /// Both must outlive the builder; the segment's alternatives stay valid as long as the index.
  SegmentBuilder(const Index& index, Segment& segment) : index_(index), segment_(segment) {}

  /// Adds the names with the term of `form`. Returns false when there is no such term.
  bool add_exact(std::string_view form);

  /// Adds the names with a longer word that starts with `form`, better the more of it is typed; of function words only what is
  /// typed in full counts. Of a single letter the words are not told apart: a name with any word that starts so is met.
  /// Returns false when there is none.
  bool add_prefix(std::string_view form, float quality);

  /// Adds the names with a word at most `edits` slips from `form` or, with `is_prefix`, from its beginning.
  bool add_fuzzy(std::string_view form, unsigned edits, bool is_prefix);

  /// Adds the names that contain every word of `wording`, within the systems named (comma-separated; empty: all).
  bool add_wording(MatchKind kind, float quality, std::string_view wording, std::string_view systems);

  /// Adds the names with all words of `tokens`, the last one also as a beginning when `is_prefix`.
  bool add_all_words(MatchKind kind, float quality, std::span<const text::Token> tokens, bool is_prefix);

  /// Adds the names in which the words stand in this order, at most `slop` words in excess between them.
  bool add_phrase(std::span<const text::Token> tokens, unsigned slop, bool is_prefix);

  /// Adds the names with a word that matches `pattern`, folded, in which * is any run of characters and ? any one.
  bool add_wildcard(std::string_view pattern);

  /// Adds the concepts whose code is `typed` in any spelling, and those whose code starts so.
  bool add_code(std::string_view typed);

  /// Adds the two words that `form` is when a blank was forgotten.
  bool add_split(std::string_view form);

  /// Adds the names with a word that `form` contains or begins like, as the last resort for a word that nothing knows:
  /// pseudoglanders -> glanders, cryoimmunoglobulinemia -> cryo... Of five letters and half the word at least.
  bool add_part(std::string_view form);

  /// Adds what `add_split`, `add_fuzzy` and, if those find nothing, `add_part` know of the segment's word, and weighs it again.
  /// For a word that no name searched in has.
  void correct();

  /// Weighs the segment. Call last.
  void finish();

 private:
  struct Terms {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    float weight = 0;
  };
  Terms keep_terms(std::span<const std::uint32_t> terms);
  std::uint32_t keep_text(std::string_view text);
  void push(MatchKind kind, float quality, Terms terms, std::uint32_t text, std::span<const std::uint32_t> names);
  void push_owned(MatchKind kind, float quality, Terms terms, std::uint32_t text, std::vector<std::uint32_t> names);
  bool add_letter(std::string_view letter);
  void push_forms(MatchKind kind, std::vector<std::pair<float, const Form*>>& forms);

  const Index& index_;
  Segment& segment_;
};

/// Says how many slips are forgiven in `form`: none in words shorter than four letters or with a digit, one up to seven
/// letters, else two.
unsigned forgiven_edits(std::string_view form);

/// Returns the names that contain every term of `terms`, ascending. Requires: at least one term.
std::vector<std::uint32_t> names_with_all(const Index& index, std::vector<std::uint32_t> terms);

}  // namespace medcode::search
