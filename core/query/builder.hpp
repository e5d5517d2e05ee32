// How do matched pieces of text become nodes?
//
// Exports the actions of the grammar as plain functions, so that grammar.cpp holds only the shape of the
// language. A node that says nothing yet (an open quote at the end) is "nothing" and its parents drop it.
// Held by tests/query/golden_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/query/ast.hpp"
#include "core/query/fields.hpp"

namespace medcode::query {

/// Is the text under the parser, with what an action must know of it.
struct Input {
  std::string_view text;
  bool is_typing = false;
  const char* group_start = nullptr;  ///< where the query or the group read last begins

  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - text.data()); }
  /// Tells whether `end` is where the person is typing.
  bool is_cursor(std::size_t end) const { return is_typing && end == text.size(); }
};

/// Is one value after a field's colon, before the field is known to the action.
struct FieldValue {
  enum class Shape : std::uint8_t { Plain, Quoted, Range } shape = Shape::Plain;
  std::string_view piece;  ///< the whole value as typed
  std::string_view text;   ///< without quotes; first end of a Range
  std::string_view upper;  ///< second end of a Range, empty while it is typed
};

/// Tells whether `node` says nothing and is to be dropped.
bool is_nothing(const Node& node);

/// Returns the word with text `body` that ends with its suffixes at `end`: a Word, a Wildcard, All or, when
/// `has_tilde`, a Fuzzy with `edits`.
Node make_word(const Input& input, std::string_view body, bool has_tilde, unsigned edits, std::size_t end);

/// Returns what stands between quotes: nothing, one Word or a Phrase.
Node make_quoted(const Input& input, std::string_view content);

/// Gives the number after ~ to what stood between quotes: the slop of a Phrase, the edits of a word.
void set_quoted_tilde(Node& node, unsigned number);

/// Multiplies the weight of `node` by `number` ("2", "0.5"), in hundredths.
void multiply_boost(Node& node, std::string_view number);

/// Returns the filter that `field` makes of its values, which end at `span.end`: one node, for several codes an
/// Or of them, or nothing when it is still being typed.
Node make_filter(const Input& input, const Field& field, const std::vector<FieldValue>& values, Span span);

/// Returns `children` under a node of `kind` (And, Or); an only child as it is, none as nothing.
Node join(NodeKind kind, std::vector<Node>&& children);

/// Returns the number that `digits` write, at most one million; 0 for none.
unsigned bounded_number(std::string_view digits);

}  // namespace medcode::query
