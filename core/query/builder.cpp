// Makes nodes out of matched pieces.
#include "core/query/builder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/query/characters.hpp"

namespace medcode::query {
namespace {

Node make_node(NodeKind kind, Span span, std::string_view text = {}) {
  Node node;
  node.kind = kind;
  node.span = span;
  node.text = text;
  return node;
}

std::vector<std::string> split_words(std::string_view content) {
  std::vector<std::string> words;
  for (std::size_t at = 0, begin = 0; begin < content.size(); begin = at + std::max<std::size_t>(blank_length(content.substr(at)), 1)) {
    at = begin;
    while (at < content.size() && blank_length(content.substr(at)) == 0) ++at;
    if (at > begin) words.emplace_back(content.substr(begin, at - begin));
  }
  return words;
}

/// Completes the name of a state while it is typed, so that `is:bill` already answers.
std::string completed_name(const Field& field, std::string name) {
  for (const std::string_view known : field.known) {
    if (!name.empty() && known.starts_with(name)) return std::string(known);
  }
  return name;
}

/// Tells whether a quoted value or a range has its closing mark.
bool ends_closed(const FieldValue& value) {
  if (value.shape == FieldValue::Shape::Range) return value.piece.ends_with(']');
  return value.text.data() + value.text.size() != value.piece.data() + value.piece.size();
}

/// Returns one value of a field other than system: as a node.
Node make_value(const Input& input, const Field& field, const FieldValue& value) {
  const std::size_t begin = input.offset(value.piece.data());
  const Span span{begin, begin + value.piece.size()};
  const bool is_closed = value.shape != FieldValue::Shape::Plain && ends_closed(value);
  const bool is_cursor = input.is_cursor(span.end) && !is_closed;
  if (field.shape == ValueShape::Names) {
    std::string name = lower_ascii(value.text);
    Node node = make_node(field.kind, span);
    node.text = is_cursor ? completed_name(field, std::move(name)) : std::move(name);
    return node;
  }
  std::string_view lower = value.text;
  std::string_view upper = value.upper;
  bool is_range = value.shape == FieldValue::Shape::Range;
  if (const std::size_t dots = lower.find(".."); value.shape == FieldValue::Shape::Plain && dots != lower.npos) {
    upper = lower.substr(dots + 2);
    lower = lower.substr(0, dots);
    is_range = true;
  }
  if (!is_range || field.kind != NodeKind::Code) {
    Node node = make_node(field.kind, span, is_range ? value.piece : value.text);
    node.is_prefix = is_cursor;
    return node;
  }
  Node node = make_node(upper.empty() && is_cursor ? NodeKind::Code : NodeKind::CodeRange, span, lower);
  node.upper = upper;
  node.is_prefix = is_cursor;
  return node;
}

/// Tells whether `node`, which ends where the person types, lacks what it must have: a code, or system/code.
bool is_unfinished(const Node& node) {
  if (node.text.empty() || node.text == "[") return true;
  if (node.kind != NodeKind::Similar && node.kind != NodeKind::MapsTo) return false;
  const std::size_t slash = node.text.find('/');
  return slash == node.text.npos || slash + 1 == node.text.size();
}

}  // namespace

bool is_nothing(const Node& node) { return node.kind == NodeKind::All && node.span.begin == node.span.end; }

Node make_word(const Input& input, std::string_view body, bool has_tilde, unsigned edits, std::size_t end) {
  const std::size_t begin = input.offset(body.data());
  const bool is_range_of_numbers = has_tilde && !has_letter(body);
  if (is_range_of_numbers) {
    const std::size_t weight = input.text.substr(begin, end - begin).rfind('^');
    body = input.text.substr(begin, weight == std::string_view::npos || weight < body.size() ? end - begin : weight);
  }
  Node node = make_node(NodeKind::Word, {begin, end}, body);
  if (has_tilde && !is_range_of_numbers) {
    node.kind = NodeKind::Fuzzy;
    node.edits = edits;
  } else if (body.find_first_not_of('*') == body.npos) {
    node.kind = NodeKind::All;
    node.text.clear();
  } else if (is_wildcard(body) && !has_quote(body)) {
    node.kind = NodeKind::Wildcard;
  } else {
    node.is_prefix = input.is_cursor(begin + body.size());
  }
  return node;
}

Node make_quoted(const Input& input, std::string_view content) {
  std::vector<std::string> words = split_words(content);
  if (words.empty()) return {};
  const std::size_t begin = input.offset(content.data());
  Node node = make_node(words.size() == 1 ? NodeKind::Word : NodeKind::Phrase, {begin, begin + content.size()});
  node.is_prefix = input.is_cursor(node.span.end) && content.ends_with(words.back());
  if (words.size() == 1) node.text = std::move(words.front());
  else node.values = std::move(words);
  return node;
}

void set_quoted_tilde(Node& node, unsigned number) {
  if (node.kind == NodeKind::Phrase) {
    node.slop = number;
  } else if (node.kind == NodeKind::Word) {
    node.kind = NodeKind::Fuzzy;
    node.edits = number;
  }
}

void multiply_boost(Node& node, std::string_view number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string decimals(number.substr(std::min(point + 1, number.size())));
  decimals.resize(3, '0');
  const double weight = bounded_number(number.substr(0, point)) + bounded_number(decimals) / 1000.0;
  const double hundredths = std::round(static_cast<double>(node.boost) * weight * 100.0);
  node.boost = static_cast<float>(std::min(hundredths, 1e8)) / 100.0F;
}

Node make_filter(const Input& input, const Field& field, const std::vector<FieldValue>& values, Span span) {
  if (field.kind == NodeKind::System) {
    Node node = make_node(NodeKind::System, span);
    for (const FieldValue& value : values) node.values.push_back(lower_ascii(value.text));
    node.is_prefix = !values.empty() && values.back().shape == FieldValue::Shape::Plain && input.is_cursor(span.end) &&
                     input.text.ends_with(values.back().piece);
    return values.empty() ? Node{} : node;
  }
  std::vector<Node> nodes;
  for (const FieldValue& value : values) {
    Node node = make_value(input, field, value);
    const bool is_cursor = input.is_cursor(node.span.end);
    if (!(is_cursor && is_unfinished(node))) nodes.push_back(std::move(node));
  }
  Node joined = join(NodeKind::Or, std::move(nodes));
  if (!is_nothing(joined)) joined.span = span;
  return joined;
}

Node join(NodeKind kind, std::vector<Node>&& children) {
  if (children.empty()) return {};
  if (children.size() == 1) return Node(std::move(children.front()));
  Node node = make_node(kind, {children.front().span.begin, children.back().span.end});
  node.children = std::move(children);
  return node;
}

unsigned bounded_number(std::string_view digits) {
  constexpr unsigned most = 1'000'000;
  unsigned number = 0;
  for (const char digit : digits) number = std::min(most, number * 10 + static_cast<unsigned>(digit - '0'));
  return number;
}

}  // namespace medcode::query
