// How does text become an Ast?
//
// The language is described by example in LANGUAGE.md; the limits are in limits.hpp. All of Boost.Spirit
// is behind this door. Held by tests/query/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"

namespace medcode::query {

/// Says how the text is to be understood.
struct ParseOptions {
  bool is_typing = true;  ///< the last word is also a prefix; open quotes and parentheses are simply open
};

/// Is what parsing always gives: a tree to answer with, and the error if the text was not wholly understood.
struct Parsed {
  Ast ast;                     ///< the reading; with an error, the plain reading (all words)
  std::optional<Error> error;  ///< BadQuery, beyond a limit TooLarge; place.begin < place.end are bytes of the text
};

/// Parses `text`, which may be anything, also longer than the limit or not UTF-8. Never fails, never throws.
Parsed parse(std::string_view text, const ParseOptions& options = {});

/// Returns the canonical text of `ast`; parse(print(ast), {.is_typing = false}) gives the same tree but for spans
/// (a Word with is_prefix prints as the word alone and needs is_typing to come back).
std::string print(const Ast& ast);

/// Returns one line per node, indented by depth, for golden tests and `medcode parse`.
std::string dump(const Ast& ast);

}  // namespace medcode::query
