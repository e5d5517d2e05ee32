// How much may a stranger ask in one query?
//
// Exports the named limits of the query language, each with its reason. LANGUAGE.md shows what a person
// sees at each of them. Held by tests/query/limits_test.cpp.
#pragma once

#include <cstddef>

namespace medcode::query {

/// Bytes of query that are read. X3 recurses on the stack (10,000 open parentheses overflowed it), so the
/// text is cut before it; the longest official name has fewer than 500 bytes and may be pasted whole.
inline constexpr std::size_t max_query_bytes = 1024;

/// Parentheses open at once. Each costs one round of X3's recursion and one level of the tree; people nest 3.
inline constexpr std::size_t max_query_depth = 32;

/// Words, codes and names in one query. Each may expand and costs a cursor; the longest official names have
/// about 60 words.
inline constexpr std::size_t max_query_words = 64;

/// Weight after ^. Beyond this one word drowns all others and float sums lose the small ones.
inline constexpr float max_boost = 100.0F;

/// Smallest weight after ^, and its step: weights are hundredths, so that they print and read back exactly.
inline constexpr float min_boost = 0.01F;

/// Edits after ~. Three edits turn most short medical words into each other.
inline constexpr unsigned max_edits = 2;

/// Words between those of a phrase. Names are shorter than this, so that more would mean "anywhere".
inline constexpr unsigned max_slop = 32;

/// Bytes of the query repeated inside an error sentence, so that it stays one line.
inline constexpr std::size_t max_quoted_bytes = 40;

}  // namespace medcode::query
