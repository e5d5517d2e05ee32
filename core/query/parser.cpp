// Bounds the text, has the grammar read it, and falls back to the plain reading.
#include "core/query/parser.hpp"

#include <string>
#include <utility>

#include "core/query/grammar.hpp"
#include "core/query/limits.hpp"
#include "core/query/mistakes.hpp"
#include "core/query/plain_reading.hpp"
#include "core/query/syntax_error.hpp"

namespace medcode::query {
namespace {

/// Returns the longest beginning of `text` within max_query_bytes that cuts no UTF-8 character.
std::string_view within_limit(std::string_view text) {
  if (text.size() <= max_query_bytes) return text;
  constexpr std::size_t most_continuation_bytes = 3;
  std::size_t end = max_query_bytes;
  while (end > max_query_bytes - most_continuation_bytes && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  const bool is_utf8 = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
  return text.substr(0, is_utf8 ? end : max_query_bytes);
}

Error too_many_bytes(std::size_t read, std::size_t sent) {
  Error error = query_error({"The query has ", std::to_string(sent), " bytes; the first ", std::to_string(max_query_bytes), " are read."},
                            {"Leave out the words that matter least."}, read, sent);
  error.code = ErrorCode::TooLarge;
  return error;
}

/// Returns the error of a text that opens more parentheses than the parser may follow. Those within quotes
/// count too: one too many is refused rather than one too few.
std::optional<Error> depth_error(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ')' && depth > 0) --depth;
    if (text[at] != '(' || ++depth <= max_query_depth) continue;
    Error error = query_error({"More than ", std::to_string(max_query_depth), " parentheses are open here."},
                              {"Write the query with fewer groups inside each other."}, at, at + 1);
    error.code = ErrorCode::TooLarge;
    return error;
  }
  return std::nullopt;
}

/// Returns the error of `text` that fits its limits, and fills `root` where there is none.
std::optional<Error> read(std::string_view text, bool is_typing, Node& root) {
  if (std::optional<Error> error = depth_error(text)) return error;
  Result<Node> tree = read_grammar(text, is_typing);
  if (!tree) return tree.error();
  root = std::move(tree).value();
  return find_mistake(root, text);
}

}  // namespace

Parsed parse(std::string_view text, const ParseOptions& options) {
  const std::string_view bounded = within_limit(text);
  const bool is_cut = bounded.size() < text.size();
  const bool is_typing = options.is_typing && !is_cut;
  Parsed parsed;
  parsed.error = is_cut ? too_many_bytes(bounded.size(), text.size()) : read(bounded, is_typing, parsed.ast.root);
  if (!parsed.error) return parsed;
  PlainReading plain = read_plainly(bounded, is_typing);
  if (plain.word_count > max_query_words && parsed.error->code != ErrorCode::TooLarge) {
    parsed.error = too_many_words(plain.word_count, text.size());
  }
  parsed.ast.root = std::move(plain.root);
  return parsed;
}

}  // namespace medcode::query
