// What did the person ask, as a tree?
//
// Exports Ast: one value type for the whole language of LANGUAGE.md. The grammar makes it, the printer
// turns it back into text, core/search plans from it. Nodes own their strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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
  Word,      ///< text; while typing `is_prefix`
  Phrase,    ///< words (text of each), slop, `is_prefix` for an unfinished last word
  Wildcard,  ///< text with * and ?
  Fuzzy,     ///< text and edits (1 or 2)
  And,       ///< children
  Or,        ///< children
  Not,       ///< one child
  Field,     ///< field and one child that is matched in that field only: title: synonym: note: chapter:
  System,    ///< values: system ids or aliases, any of them
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
  bool is_prefix = false;            ///< the word is still being typed
  float boost = 1.0F;                ///< weight after ^, (0, 100]
};

/// Is a whole query.
struct Ast {
  Node root;
};

}  // namespace medcode::query
