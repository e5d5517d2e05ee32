// Writes a tree as the text that reads back as the same tree.
//
// What would read as something else goes into quotes: the word AND prints as "AND". A word that itself has
// a quote mark in it (5") is never read as anything else, so that it needs none.
#include <string>

#include "core/query/characters.hpp"
#include "core/query/fields.hpp"
#include "core/query/parser.hpp"

namespace medcode::query {
namespace {

bool has_boost(const Node& node) { return node.boost < 1.0F || node.boost > 1.0F; }

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string word_text(const Node& node) {
  const std::string& text = node.text;
  if (has_quote(text)) return text;
  const bool is_fuzzy_number = node.kind == NodeKind::Fuzzy && !has_letter(text);
  const bool is_minus = minus_length(text) != 0 || (text == "-" && has_boost(node));
  const bool is_pattern = is_wildcard(text) || text.find_first_not_of('*') == text.npos;
  const bool reads_otherwise = is_fuzzy_number || is_minus || is_pattern || has_blank(text) ||
                               text.find_first_of("()|~^") != text.npos || keyword_length(text) != 0 ||
                               field_at(text) != nullptr;
  return reads_otherwise ? in_quotes(text) : text;
}

std::string phrase_text(const Node& node) {
  std::string words;
  for (const std::string& word : node.values) words += (words.empty() ? "" : " ") + word;
  return in_quotes(words) + (node.slop == 0 ? "" : "~" + std::to_string(node.slop));
}

std::string value_text(std::string_view value) {
  const bool reads_otherwise = value.empty() || has_blank(value) || value.starts_with('[') ||
                               value.find_first_of("()|^,") != value.npos || value.find("..") != value.npos;
  return reads_otherwise ? in_quotes(value) : std::string(value);
}

std::string range_text(const Node& node) {
  const auto is_plain = [](const std::string& code) {
    return value_text(code) == code && code.front() != '.' && code.back() != '.';
  };
  if (is_plain(node.text) && is_plain(node.upper)) return "code:" + node.text + ".." + node.upper;
  return "code:[" + node.text + " TO " + node.upper + "]";
}

std::string filter_text(const Node& node) {
  if (node.kind == NodeKind::CodeRange) return range_text(node);
  std::string text = std::string(field_of(node.kind).name) + ":";
  if (node.kind != NodeKind::System) return text + value_text(node.text);
  for (const std::string& value : node.values) text += (&value == &node.values.front() ? "" : ",") + value_text(value);
  return text;
}

std::string node_text(const Node& node);

std::string in_parentheses(const Node& node) { return "(" + node_text(node) + ")"; }

bool is_joined(const Node& node) { return node.kind == NodeKind::And || node.kind == NodeKind::Or; }

/// Returns `node` with its weight, as it stands among others joined by `parent`.
std::string part_text(const Node& node, NodeKind parent) {
  const bool is_inch = node.kind == NodeKind::Word && has_quote(node.text);
  const bool is_group = is_inch || is_joined(node) || node.kind == NodeKind::Not || node.kind == NodeKind::Field;
  if (has_boost(node) && is_group) return in_parentheses(node) + boost_text(node.boost);
  const bool binds_tighter = parent == NodeKind::Or && node.kind == NodeKind::And;
  if (is_joined(node) && !binds_tighter) return in_parentheses(node);
  return node_text(node) + boost_text(node.boost);
}

std::string joined_text(const Node& node) {
  std::string text;
  for (const Node& child : node.children) {
    if (!text.empty()) text += node.kind == NodeKind::Or ? " OR " : " ";
    text += part_text(child, node.kind);
  }
  return text;
}

/// Returns the child of a NOT or a field, in parentheses unless it is one word, phrase or filter.
std::string child_text(const Node& node) {
  const Node& child = node.children.front();
  return child.kind == NodeKind::Not ? in_parentheses(child) + boost_text(child.boost) : part_text(child, NodeKind::Not);
}

/// Returns `node` without its weight.
std::string node_text(const Node& node) {
  switch (node.kind) {
    case NodeKind::All: return "*";
    case NodeKind::Word: return word_text(node);
    case NodeKind::Fuzzy: {
      const std::string word = word_text(node);
      const bool needs_number = node.edits != 1 || word.starts_with('"');
      return word + "~" + (needs_number ? std::to_string(node.edits) : "");
    }
    case NodeKind::Phrase: return phrase_text(node);
    case NodeKind::Wildcard: {
      const bool ends_like_weight = !has_boost(node) && node.text.find('^') != node.text.npos;
      return node.text + (ends_like_weight ? "^1" : "");
    }
    case NodeKind::And:
    case NodeKind::Or: return joined_text(node);
    case NodeKind::Not: return "NOT " + child_text(node);
    case NodeKind::Field: return node.field + ":" + child_text(node);
    default: return filter_text(node);
  }
}

}  // namespace

std::string print(const Ast& ast) {
  const Node& root = ast.root;
  const bool is_plain = is_joined(root) && !has_boost(root);
  return is_plain ? node_text(root) : part_text(root, NodeKind::And);
}

}  // namespace medcode::query
