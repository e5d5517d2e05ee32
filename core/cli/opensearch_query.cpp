#include "core/cli/opensearch_query.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "core/systems/code_system.hpp"

namespace medcode {
namespace {

using Json = nlohmann::ordered_json;
using query::Node;
using query::NodeKind;

/// A match in the preferred name weighs as in the engine's tiers: above one in another name.
constexpr const char* display_field = "display^4";
constexpr const char* names_field = "names";

/// Sorts behind every character of a code: the end of a range with all codes that begin so.
constexpr const char* after_all_codes = "\xEF\xBF\xBF";

/// Is where the words of a node are searched.
using Fields = std::vector<std::string>;

Json node_query(const Node& node, const Fields& fields);

Fields fields_of(const std::string& field) {
  if (field == "title") return {"display"};
  if (field == "synonym") return {names_field};
  if (field == "note") return {"notes"};
  return {"chapters"};
}

bool is_everywhere(const Fields& fields) { return fields.size() > 1; }

Json any_of(Json queries) { return {{"bool", {{"should", std::move(queries)}, {"minimum_should_match", 1}}}}; }

Json match(const std::string& text, const Fields& fields, const char* type) {
  return {{"multi_match", {{"query", text}, {"fields", fields}, {"type", type}}}};
}

Json word_query(const Node& node, const Fields& fields) {
  Json words = match(node.text, fields, node.is_prefix ? "bool_prefix" : "best_fields");
  words["multi_match"]["operator"] = "and";
  const std::string code = compact_code(node.text);
  if (!is_everywhere(fields) || code.empty()) return words;
  return any_of(Json::array({words, Json{{node.is_prefix ? "prefix" : "term", {{"code_compact", {{"value", code}, {"boost", 100}}}}}}}));
}

Json phrase_query(const Node& node, const Fields& fields) {
  std::string text;
  for (const std::string& word : node.values) text += (text.empty() ? "" : " ") + word;
  Json phrase = match(text, fields, node.is_prefix ? "phrase_prefix" : "phrase");
  if (node.slop != 0) phrase["multi_match"]["slop"] = node.slop;
  return phrase;
}

Json wildcard_query(const Node& node, const Fields& fields) {
  Json queries = Json::array();
  for (const std::string& field : fields) {
    queries.push_back({{"wildcard", {{field.substr(0, field.find('^')), {{"value", node.text}, {"case_insensitive", true}}}}}});
  }
  return any_of(std::move(queries));
}

Json fuzzy_query(const Node& node, const Fields& fields) {
  Json words = match(node.text, fields, "best_fields");
  words["multi_match"]["fuzziness"] = node.edits;
  return words;
}

Json system_query(const Node& node) {
  Json ids = Json::array();
  for (const std::string& value : node.values) {
    const auto meant = systems_of_alias(value);
    for (const std::string_view id : meant) ids.push_back(id);
    if (meant.empty()) ids.push_back(find_known_system(value) == nullptr ? value : find_known_system(value)->id);
  }
  return {{"terms", {{"system", ids}}}};
}

/// Returns `pattern` in the spelling of code_compact, its * and ? kept.
std::string compact_pattern(std::string_view pattern) {
  std::string compact;
  for (const char letter : pattern) compact += letter == '*' || letter == '?' ? std::string(1, letter) : compact_code(std::string_view(&letter, 1));
  return compact;
}

Json code_query(const Node& node) {
  const std::string pattern = compact_pattern(node.text);
  if (node.is_prefix && pattern.find_first_of("*?") == std::string::npos) return {{"prefix", {{"code_compact", pattern}}}};
  return {{pattern.find_first_of("*?") == std::string::npos ? "term" : "wildcard", {{"code_compact", pattern}}}};
}

/// Returns `reference` with the system's id and the compact code: "cpt/47541" -> "cpt4/47541".
std::string compact_reference(std::string_view reference) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos) return compact_code(reference);
  const CodeSystem* system = find_known_system(reference.substr(0, slash));
  return (system == nullptr ? std::string(reference.substr(0, slash)) : system->id) + "/" + compact_code(reference.substr(slash + 1));
}

/// Returns the `_id` of the document that `system/code` names.
std::string document_id(std::string_view reference) {
  const std::size_t slash = std::min(reference.find('/'), reference.size());
  const std::string_view code = reference.substr(std::min(slash + 1, reference.size()));
  const CodeSystem* system = find_known_system(reference.substr(0, slash));
  const std::string id = system == nullptr ? std::string(reference.substr(0, slash)) : system->id;
  return id + "/" + code_identity(id, code);
}

Json similar_query(const Node& node) {
  return {{"more_like_this", {{"fields", {"display", "names"}}, {"like", Json::array({Json{{"_id", document_id(node.text)}}})}, {"min_term_freq", 1}, {"min_doc_freq", 1}}}};
}

Json state_query(const Node& node) {
  if (node.text == "active" || node.text == "inactive") return {{"term", {{"status", node.text}}}};
  return {{"term", {{node.text, true}}}};
}

/// Tells whether a node narrows without weighing.
bool is_filter(const Node& node) {
  switch (node.kind) {
    case NodeKind::System:
    case NodeKind::Code:
    case NodeKind::CodeRange:
    case NodeKind::Under:
    case NodeKind::MapsTo:
    case NodeKind::Is:
    case NodeKind::Has: return true;
    default: return false;
  }
}

Json and_query(const Node& node, const Fields& fields) {
  Json parts = Json::object();
  for (const Node& child : node.children) {
    const bool is_without = child.kind == NodeKind::Not;
    const char* clause = is_without ? "must_not" : is_filter(child) ? "filter" : "must";
    parts[clause].push_back(node_query(is_without ? child.children.front() : child, fields));
  }
  return {{"bool", parts}};
}

Json or_query(const Node& node, const Fields& fields) {
  Json queries = Json::array();
  for (const Node& child : node.children) queries.push_back(node_query(child, fields));
  return any_of(std::move(queries));
}

Json plain_query(const Node& node, const Fields& fields) {
  switch (node.kind) {
    case NodeKind::All: return {{"match_all", Json::object()}};
    case NodeKind::Word: return word_query(node, fields);
    case NodeKind::Phrase: return phrase_query(node, fields);
    case NodeKind::Wildcard: return wildcard_query(node, fields);
    case NodeKind::Fuzzy: return fuzzy_query(node, fields);
    case NodeKind::And: return and_query(node, fields);
    case NodeKind::Or: return or_query(node, fields);
    case NodeKind::Not: return {{"bool", {{"must_not", Json::array({node_query(node.children.front(), fields)})}}}};
    case NodeKind::Field: return node_query(node.children.front(), fields_of(node.field));
    case NodeKind::System: return system_query(node);
    case NodeKind::Code: return code_query(node);
    case NodeKind::CodeRange: return {{"range", {{"code_compact", {{"gte", compact_code(node.text)}, {"lt", compact_code(node.upper) + after_all_codes}}}}}};
    case NodeKind::Under: return {{"term", {{"under", compact_reference(node.text)}}}};
    case NodeKind::Similar: return similar_query(node);
    case NodeKind::MapsTo: return {{"term", {{"maps_to", compact_reference(node.text)}}}};
    case NodeKind::Is: return state_query(node);
    case NodeKind::Has: return {{"term", {{node.text, true}}}};
  }
  return {{"match_none", Json::object()}};
}

/// Gives the node's weight to its query: `function_score` multiplies whatever it wraps.
Json node_query(const Node& node, const Fields& fields) {
  Json query = plain_query(node, fields);
  if (!(node.boost < 1.0F || node.boost > 1.0F)) return query;
  const double hundredths = static_cast<double>(std::round(node.boost * 100.0F)) / 100.0;
  return {{"function_score", {{"query", query}, {"boost", hundredths}}}};
}

}  // namespace

std::string opensearch_query(const query::Ast& ast) {
  const Json query{{"query", node_query(ast.root, {display_field, names_field})}};
  return query.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace medcode
