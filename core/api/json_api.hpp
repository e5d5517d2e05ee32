// How do others talk to the engine?
//
// Exports functions that take plain strings and give JSON text, the contract of web, command line and wasm. Every offset in
// the JSON is in UTF-16 units, as JavaScript counts. No function throws; an error is a field. Held by tests/api/json_api_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "core/engine.hpp"

namespace medcode::api {

/// Returns the response to a query: query, total, relaxed, expansions, didYouMean, facets, hits. With `is_explained`, each
/// hit also has `sum`: tier, satisfaction, coverage, prior.
std::string search_json(const Engine& engine, std::string_view query, const search::SearchOptions& options, bool is_explained = false);

/// Returns the response to a request object {"query", "limit", "offset", "systems", "filter", "isTyping", "explain"}; a request that
/// is not one gives {"error": {code, message, advice}}.
std::string search_request_json(const Engine& engine, std::string_view request);

/// Returns {"found": true, system, code, display, ...} without what lies in the detail packs, or {"found": false, "error", "suggestions"}.
std::string show_json(const Engine& engine, std::string_view system, std::string_view code);

/// Returns {"found": true, "system", "node", "total", "nodes"}, one level of the tree of a system (search::browse). A node is
/// {code, display, children, below} with "kind" group or initial, or with the members of a concept in lists. An unknown node
/// gives {"found": false, "error"}. At most search::max_limit nodes.
std::string browse_json(const Engine& engine, std::string_view system, std::string_view node, std::size_t offset, std::size_t limit);

/// Returns {"of", "groups"}; `in` is a system id or empty for all. An unknown code gives an empty list and "error".
std::string similar_json(const Engine& engine, std::string_view system, std::string_view code, std::string_view in, std::size_t limit);

/// Returns {"completions": [..]}.
std::string suggest_json(const Engine& engine, std::string_view query, std::size_t limit);

/// Returns {"format", "id", "systems": [{id, title, uri, version, publisher, concepts, active, retired, notice}]}.
std::string info_json(const catalog::Catalog& catalog);
inline std::string info_json(const Engine& engine) { return info_json(engine.catalog()); }

/// Returns {"error": {code, message, advice, place?}}.
std::string error_json(const Error& error);

}  // namespace medcode::api
