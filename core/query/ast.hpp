// What did the person ask, as a tree?
//
// Exports Ast: one value type for the whole language of LANGUAGE.md. The grammar makes it, the printer
// turns it back into text, core/search plans from it. Nodes own their strings. Held by tests/query/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medcode::query {

/// Is a byte range [begin, end) of the query text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Names what a node is; which members of Node are set follows from it.
enum class NodeKind : std::uint8_t {
  All,       ///< matches everything: the empty query, `*`
  Word,      ///< text as typed, of any characters (also none that are searched: `+/-`); while typing `is_prefix`
  Phrase,    ///< two or more words in values, slop, `is_prefix` for an unfinished last word
  Wildcard,  ///< text with * and ?
  Fuzzy,     ///< text and edits (1 or 2)
  And,       ///< two or more children
  Or,        ///< two or more children
  Not,       ///< one child
  Field,     ///< field and one child that is matched in that field only: title: synonym: note: chapter:
  System,    ///< values: system ids or aliases in lower case, any of them; not checked to exist
  Code,      ///< text: a code or pattern with * and ? (`code:E11*`)
  CodeRange, ///< text .. upper, both included with their descendants
  Under,     ///< text: a code, optionally `system/code`; it and its descendants
  Similar,   ///< text: `system/code`
  MapsTo,    ///< text: `system/code`
  Is,        ///< text: billable, active, inactive, header
  Has,       ///< text: article
};

/// Is one node of the tree.
struct Node {
  NodeKind kind = NodeKind::All;
  Span span;                         ///< where in the query text it stands
  std::string text;                  ///< see NodeKind
  std::string upper;                 ///< end of a CodeRange
  std::string field;                 ///< name of a Field: "title", "synonym", "note", "chapter"
  std::vector<std::string> values;   ///< words of a Phrase, ids of a System
  std::vector<Node> children;
  unsigned slop = 0;                 ///< how many words may stand between those of a Phrase
  unsigned edits = 0;                ///< Levenshtein edits of a Fuzzy, 1 or 2
  bool is_prefix = false;            ///< the word, code or last system id is still being typed
  float boost = 1.0F;                ///< weight after ^, hundredths in [0.01, 100]
};

/// Is a whole query.
struct Ast {
  Node root;
};

/// Returns the enumerator's name, such as "CodeRange".
std::string_view node_kind_name(NodeKind kind);

/// Returns the weight as it is typed, such as "^2.5", in hundredths; empty for 1.
std::string boost_text(float boost);

/// Tells whether both trees ask the same: everything equal but for spans.
bool same_tree(const Node& left, const Node& right);

/// Calls `visitor(node, depth)` for `node` and all its descendants, parents first, in the order of the text.
template <typename Visitor>
void visit(const Node& node, Visitor&& visitor, std::size_t depth = 0) {
  visitor(node, depth);
  for (const Node& child : node.children) visit(child, visitor, depth + 1);
}

}  // namespace medcode::query
