// What is the shape of the query language?
//
// Exports the grammar as one function. All of Boost.Spirit X3 is in grammar.cpp; what a match means is in
// draft.hpp, what a failure is called in syntax_error.hpp. Held by tests/query/golden_test.cpp.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"

namespace medcode::query {

/// Returns the tree of `text`, or the first error of its shape. With `is_typing` what is still open at the end
/// is no error. Requires: text.size() <= max_query_bytes and no more than max_query_depth open parentheses (it
/// recurses on the stack).
Result<Node> read_grammar(std::string_view text, bool is_typing);

}  // namespace medcode::query
