// How do matched pieces of text become a tree?
//
// Exports Draft, in which the actions of the grammar make nodes, so that grammar.cpp holds only the shape of the
// language. X3 passes numbers of nodes instead of nodes: they cost nothing to copy on the way up and keep the
// wasm small. Number 0 is "nothing", what says nothing yet (an open quote at the end); parents drop it.
// Held by tests/query/golden_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/query/ast.hpp"
#include "core/query/fields.hpp"

namespace medcode::query {

/// Is the number of a node in its Draft; 0 is nothing.
using NodeNumber = std::uint32_t;

/// Is one value after a field's colon.
struct FieldValue {
  enum class Shape : std::uint8_t { Plain, Quoted, Range } shape = Shape::Plain;
  std::string_view piece;  ///< the whole value as typed
  std::string_view text;   ///< without quotes; first end of a Range
  std::string_view upper;  ///< second end of a Range, empty while it is typed
};

/// Is one word taken apart. The views are empty where a piece is missing.
struct WordPieces {
  std::string_view body;
  bool has_tilde = false;
  std::string_view edits;   ///< digits after ~
  std::string_view weight;  ///< number after ^
};

/// Is a row of nodes: nothing, one, or a parent with at least two.
struct Series {
  NodeNumber first = 0;
  NodeNumber parent = 0;
};

/// Makes and keeps the nodes of one text. The text must outlive it.
class Draft {
 public:
  Draft(std::string_view text, bool is_typing);

  bool is_typing() const { return is_typing_; }

  /// Remembers that the query or a group begins `at`: an AND or OR there is a word.
  void begin_group(const char* at) { group_begin_ = at; }

  /// Returns the AND or OR as a word if a group begins with it, else nothing.
  NodeNumber first_keyword(std::string_view keyword);

  /// Returns the word that ends with its suffixes at `end`: a Word, a Wildcard, a Fuzzy or All.
  NodeNumber word(const WordPieces& pieces, const char* end);

  /// Returns what stands between quotes: nothing, one Word or a Phrase.
  NodeNumber quoted(std::string_view content);

  /// Gives the digits after ~ to what stood between quotes: the slop of a Phrase, the edits of a word.
  void set_tilde(NodeNumber number, std::string_view digits);

  /// Multiplies the weight of a node by `factor` ("2", "0.5"), in hundredths.
  void weigh(NodeNumber number, std::string_view factor);

  /// Says that a node reaches to `end`.
  void set_end(NodeNumber number, const char* end);

  /// Returns a Not without child for a row of NOT and -, nothing if they cancel out.
  NodeNumber open_not(std::string_view operators);

  /// Returns a Field without child whose colon ends at `end`.
  NodeNumber open_field(const Field& field, const char* end);

  /// Puts `child` into the open `parent`; returns the parent, or the child if the parent is nothing, or nothing.
  NodeNumber filled(NodeNumber parent, NodeNumber child);

  /// Begins a filter whose colon ends at `end`, takes its values, and returns it: one node, for several codes an
  /// Or of them, or nothing when it is still being typed.
  void open_filter(const Field& field, const char* end);
  void add_value(const FieldValue& value);
  NodeNumber close_filter(const char* end);

  /// Adds `child` to `series`, whose parent is of `kind` (And, Or).
  void add(NodeKind kind, Series& series, NodeNumber child);

  /// Returns the node, which is moved out.
  Node take(NodeNumber number);

 private:
  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - text_.data()); }
  /// Tells whether `end` is where the person is typing.
  bool is_cursor(std::size_t end) const { return is_typing_ && end == text_.size(); }
  NodeNumber make(NodeKind kind, std::size_t begin, std::size_t end, std::string_view text = {});
  NodeNumber make_value(const FieldValue& value);
  bool is_unfinished(const Node& node) const;

  std::string_view text_;
  bool is_typing_;
  const char* group_begin_ = nullptr;
  const Field* field_ = nullptr;
  std::size_t field_begin_ = 0;
  std::vector<FieldValue> values_;
  std::vector<Node> nodes_;
};

}  // namespace medcode::query
