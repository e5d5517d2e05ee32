// How are typed words understood?
//
// Exports build_segments: a run of words becomes segments, each one word or several that the lexicon knows as one
// ("lap chole", "heart attack"), or two that are written as one in the titles ("gall bladder").
//
//   rt  ankle  fx            segments:  rt = right   ankle   fx = fracture
//   water on the knee        segment:   effusion knee, or the words themselves
//
// Held by tests/search/reference_search_test.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/query/ast.hpp"
#include "core/search/index.hpp"
#include "core/search/remembered_words.hpp"
#include "core/search/segment.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::search {

/// Is one word as it stands in the query.
struct TypedWord {
  std::string text;
  query::Span span;
  bool is_prefix = false;
  float boost = 1;
  bool is_literal = false;  ///< only the word itself counts, no other reading: what is to be left out must not grow
};

/// Returns the segments of `words`, in order, weighed; only remembered lists are made. Words without letters and digits give none. Function
/// words and those the lexicon says to drop are not required, unless nothing else is there. What `remembered` has is taken from there.
std::vector<Segment> build_segments(const Index& index, const text::Lexicon& lexicon, RememberedWords& remembered, std::span<const TypedWord> words, NameScope scope);

}  // namespace medcode::search
