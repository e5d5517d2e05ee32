// Names the kinds of nodes and compares trees.
#include "core/query/ast.hpp"

#include <algorithm>
#include <cmath>

namespace medcode::query {

std::string_view node_kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::All: return "All";
    case NodeKind::Word: return "Word";
    case NodeKind::Phrase: return "Phrase";
    case NodeKind::Wildcard: return "Wildcard";
    case NodeKind::Fuzzy: return "Fuzzy";
    case NodeKind::And: return "And";
    case NodeKind::Or: return "Or";
    case NodeKind::Not: return "Not";
    case NodeKind::Field: return "Field";
    case NodeKind::System: return "System";
    case NodeKind::Code: return "Code";
    case NodeKind::CodeRange: return "CodeRange";
    case NodeKind::Under: return "Under";
    case NodeKind::Similar: return "Similar";
    case NodeKind::MapsTo: return "MapsTo";
    case NodeKind::Is: return "Is";
    case NodeKind::Has: return "Has";
  }
  return "";
}

std::string boost_text(float boost) {
  const long hundredths = std::lround(boost * 100.0F);
  if (hundredths == 100) return {};
  std::string decimals = std::to_string(100 + hundredths % 100).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return "^" + std::to_string(hundredths / 100) + (decimals.empty() ? "" : "." + decimals);
}

bool same_tree(const Node& left, const Node& right) {
  const bool same_node = left.kind == right.kind && left.text == right.text && left.upper == right.upper &&
                         left.field == right.field && left.values == right.values && left.slop == right.slop &&
                         left.edits == right.edits && left.is_prefix == right.is_prefix &&
                         !(left.boost < right.boost) && !(right.boost < left.boost);
  return same_node && std::equal(left.children.begin(), left.children.end(), right.children.begin(),
                                 right.children.end(), same_tree);
}

}  // namespace medcode::query
