#include "core/search/highlight.hpp"

#include <algorithm>
#include <optional>

#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

/// Returns how many bytes of the token to mark, nothing when no segment is about it.
std::optional<std::size_t> marked_bytes(const Index& index, std::span<const Segment> segments, const text::Token& token) {
  const std::size_t size = token.end - token.begin;
  const auto term = index.find_term(text::term_key(token.form));
  std::optional<std::size_t> marked;
  for (const Segment& segment : segments) {
    if (term && std::binary_search(segment.whole_terms.begin(), segment.whole_terms.end(), *term)) return size;
    const bool is_begun = segment.prefix_bytes != 0 && token.form.size() >= segment.prefix_bytes &&
                          std::string_view(segment.text).ends_with(std::string_view(token.form).substr(0, segment.prefix_bytes));
    // Folding may have changed the length of the word; then all of it is marked.
    if (is_begun) marked = size == token.form.size() ? std::size_t{segment.prefix_bytes} : size;
  }
  return marked;
}

}  // namespace

std::vector<query::Span> highlight(const Index& index, std::span<const Segment> segments, std::string_view text) {
  std::vector<query::Span> spans;
  for (const text::Token& token : text::tokenize(text)) {
    if (const auto bytes = marked_bytes(index, segments, token); bytes && *bytes != 0) spans.push_back({token.begin, token.begin + *bytes});
  }
  return spans;
}

}  // namespace medcode::search
