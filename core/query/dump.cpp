// Shows a tree line by line, for golden tests and `medcode parse`.
//
//   Or
//     Phrase "open" "fracture" slop=3
//     Field title
//       Word "stent" prefix ^2.5
#include <string>

#include "core/base/utf8.hpp"
#include "core/query/parser.hpp"

namespace medcode::query {
namespace {

/// Returns `text` in quotes, with what is no visible UTF-8 as \xNN.
std::string shown(std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  std::string quoted = " \"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode_utf8(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((character.length == 1 && byte >= 0x7F) || byte < 0x20) {
      quoted += "\\x";
      quoted += hex_digits[byte >> 4U];
      quoted += hex_digits[byte & 15U];
    } else {
      if (byte == '"' || byte == '\\') quoted += '\\';
      quoted += text.substr(at, character.length);
    }
    at += character.length;
  }
  return quoted + "\"";
}

/// Tells whether nodes of this kind say something by `text`.
bool has_text(NodeKind kind) {
  switch (kind) {
    case NodeKind::All:
    case NodeKind::Phrase:
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Not:
    case NodeKind::Field:
    case NodeKind::System: return false;
    default: return true;
  }
}

}  // namespace

std::string dump(const Ast& ast) {
  std::string lines;
  visit(ast.root, [&](const Node& node, std::size_t depth) {
    lines += std::string(depth * 2, ' ') + std::string(node_kind_name(node.kind));
    if (!node.field.empty()) lines += " " + node.field;
    if (has_text(node.kind)) lines += shown(node.text);
    if (node.kind == NodeKind::CodeRange) lines += shown(node.upper);
    for (const std::string& value : node.values) lines += shown(value);
    if (node.slop != 0) lines += " slop=" + std::to_string(node.slop);
    if (node.edits != 0) lines += " edits=" + std::to_string(node.edits);
    if (node.is_prefix) lines += " prefix";
    const std::string weight = boost_text(node.boost);
    lines += (weight.empty() ? "" : " " + weight) + "\n";
  });
  return lines;
}

}  // namespace medcode::query
