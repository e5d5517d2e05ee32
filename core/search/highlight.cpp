#include "core/search/highlight.hpp"

#include <algorithm>

#include "core/catalog/name_words.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

/// Is what of a name is read as one word: its term, its folded form, where it stands.
struct ReadWord {
  std::uint32_t term;
  std::string_view form;
  query::Span span;
};

bool is_whole(std::span<const Segment> segments, std::uint32_t term) {
  return std::any_of(segments.begin(), segments.end(), [term](const Segment& segment) { return std::binary_search(segment.whole_terms.begin(), segment.whole_terms.end(), term); });
}

/// Returns how many bytes of the word to mark, 0 when no segment is about it.
std::size_t marked_bytes(std::span<const Segment> segments, const ReadWord& word) {
  const std::size_t size = word.span.end - word.span.begin;
  if (is_whole(segments, word.term)) return size;
  std::size_t marked = 0;
  for (const Segment& segment : segments) {
    const bool is_begun = segment.prefix_bytes != 0 && word.form.size() >= segment.prefix_bytes &&
                          std::string_view(segment.text).ends_with(word.form.substr(0, segment.prefix_bytes));
    // Folding may have changed the length of the word; then all of it is marked.
    if (is_begun) marked = size == word.form.size() ? std::size_t{segment.prefix_bytes} : size;
  }
  return marked;
}

}  // namespace

ShownName read_name(const Index& index, std::span<const Segment> segments, std::uint32_t name) {
  const catalog::WordList& words = index.catalog().words();
  ShownName shown;
  const auto mark = [&](const ReadWord& word) {
    if (const std::size_t bytes = marked_bytes(segments, word); bytes != 0) shown.spans.push_back({word.span.begin, word.span.begin + bytes});
  };
  catalog::Glue previous = catalog::Glue::ToNext;
  for (const std::uint32_t number : index.catalog().names().name(name)) {
    const std::string_view word = words.word(number);
    const std::size_t begin = catalog::append_word(shown.text, word, previous);
    previous = catalog::glue_of(word);
    const auto terms = index.terms_of_word(number);
    if (const std::uint32_t form = words.form_of_word[number]; form != catalog::WordList::no_form) {
      mark({terms.front(), words.forms.at(form), {begin, shown.text.size()}});
    } else if (!terms.empty()) {
      const std::vector<text::Token> tokens = text::tokenize(std::string_view(shown.text).substr(begin));
      for (std::size_t i = 0; i < terms.size(); ++i) mark({terms[i], tokens[i].form, {begin + tokens[i].begin, begin + tokens[i].end}});
    }
  }
  return shown;
}

}  // namespace medcode::search
