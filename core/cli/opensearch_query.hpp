// How is a query said to OpenSearch?
//
// Exports opensearch_query: the same tree as the engine answers, in OpenSearch's query DSL over the fields of
// opensearch_export.hpp. What carries over is in OPENSEARCH.md. Held by tests/cli/opensearch_test.cpp.
#pragma once

#include <string>

#include "core/query/ast.hpp"

namespace medcode {

/// Returns {"query": ...} as indented JSON.
std::string opensearch_query(const query::Ast& ast);

}  // namespace medcode
