// Bounds the text, has the grammar read it, and falls back to the plain reading.
#include "core/query/parser.hpp"

#include <algorithm>
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

Error limit_error(std::string message, std::string advice, std::size_t begin, std::size_t end) {
  Error error = query_error(std::move(message), std::move(advice), begin, end);
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
    return limit_error("More than " + std::to_string(max_query_depth) + " parentheses are open here.",
                       "Write the query with fewer groups inside each other.", at, at + 1);
  }
  return std::nullopt;
}

Parsed answer_plainly(std::string_view text, bool is_typing, Error error) {
  PlainReading plain = read_plainly(text, is_typing);
  if (plain.word_count > max_query_words && error.code != ErrorCode::TooLarge) {
    error = limit_error("The query has " + std::to_string(plain.word_count) + " words; " + std::to_string(max_query_words) + " are read.",
                        "Leave out the words that matter least.", 0, text.size());
  }
  return {Ast{std::move(plain.root)}, std::move(error)};
}

}  // namespace

Parsed parse(std::string_view text, const ParseOptions& options) {
  const std::string_view read = within_limit(text);
  if (read.size() < text.size()) {
    return answer_plainly(read, false,
                          limit_error("The query has " + std::to_string(text.size()) + " bytes; the first " +
                                          std::to_string(max_query_bytes) + " are read.",
                                      "Leave out the words that matter least.", read.size(), text.size()));
  }
  if (std::optional<Error> error = depth_error(text)) return answer_plainly(text, options.is_typing, std::move(*error));
  Result<Node> root = read_grammar(text, options.is_typing);
  if (!root) return answer_plainly(text, options.is_typing, root.error());
  if (std::optional<Error> error = find_mistake(*root, text)) return answer_plainly(text, options.is_typing, std::move(*error));
  return {Ast{std::move(root).value()}, std::nullopt};
}

}  // namespace medcode::query
