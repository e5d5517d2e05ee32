// Does an answer to any text hold what the parser promises?
//
// Exports reading_complaint: places inside the text, sentences with advice, limits kept, and a canonical text that reads as
// the same tree. Random texts and the fuzzer ask it.
#pragma once

#include <sstream>
#include <string>

#include "core/base/utf8.hpp"
#include "core/query/limits.hpp"
#include "core/query/mistakes.hpp"
#include "core/query/parser.hpp"

namespace medcode::query::testing {

/// Takes the marks of typing off, which a printed text cannot carry.
inline Node finished(Node node) {
  node.is_prefix = false;
  for (Node& child : node.children) child = finished(std::move(child));
  return node;
}

/// Returns what is wrong with the answer to `text`, or nothing.
inline std::string reading_complaint(const std::string& text, bool is_typing) {
  const Parsed parsed = parse(text, {is_typing});
  std::ostringstream wrong;
  visit(parsed.ast.root, [&](const Node& node, std::size_t) {
    if (node.span.begin > node.span.end || node.span.end > text.size()) wrong << "span of a node outside the text\n";
  });
  if (count_words(parsed.ast.root) > max_query_words) wrong << "too many words\n";
  if (parsed.error) {
    const Place& place = parsed.error->place;
    if (place.begin >= place.end || place.end > text.size()) wrong << "place of the error " << place.begin << ".." << place.end << "\n";
    if (parsed.error->message.empty() || parsed.error->advice.empty()) wrong << "no sentence or no advice\n";
    // Sentences quote in backquotes, so a piece that begins with one looks like an empty piece.
    const bool may_be_empty_piece = text.find('`') == std::string_view::npos;
    if (may_be_empty_piece && parsed.error->message.find("``") != std::string::npos) wrong << "empty piece: " << parsed.error->message << "\n";
    if (find_invalid_utf8(parsed.error->message + parsed.error->advice) != std::string::npos) wrong << "not UTF-8\n";
    if (text.find("stent") != std::string::npos && parsed.ast.root.kind == NodeKind::All && text.find(':') == text.npos) wrong << "not answered\n";
  }
  const std::string printed = print(parsed.ast);
  const Parsed again = parse(printed, {.is_typing = false});
  if (printed.size() > max_query_bytes) return wrong.str();
  if (again.error) wrong << "canonical text has an error: " << printed << ": " << again.error->message << "\n";
  else if (!same_tree(again.ast.root, finished(parsed.ast.root))) wrong << "canonical text differs: " << printed << "\n" << dump(again.ast);
  return wrong.str().empty() ? "" : wrong.str() + "text: " + text + "\n" + dump(parsed.ast);
}

}  // namespace medcode::query::testing
