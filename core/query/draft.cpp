// Makes nodes out of matched pieces.
#include "core/query/draft.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/query/characters.hpp"

namespace medcode::query {
namespace {

/// Returns the number that `digits` write, at most one million; 0 for none.
unsigned bounded_number(std::string_view digits) {
  constexpr unsigned most = 1'000'000;
  unsigned number = 0;
  for (const char digit : digits) number = std::min(most, number * 10 + static_cast<unsigned>(digit - '0'));
  return number;
}

/// Completes the name of a state while it is typed, so that `is:bill` already answers.
std::string_view completed_name(const Field& field, std::string_view name) {
  for (const std::string_view known : field.known) {
    if (!name.empty() && known.starts_with(name)) return known;
  }
  return name;
}

/// Tells whether a quoted value or a range has its closing mark.
bool is_closed(const FieldValue& value) {
  if (value.shape == FieldValue::Shape::Plain) return false;
  if (value.shape == FieldValue::Shape::Range) return value.piece.ends_with(']');
  return value.text.data() + value.text.size() != value.piece.data() + value.piece.size();
}

}  // namespace

Draft::Draft(std::string_view text, bool is_typing) : text_(text), is_typing_(is_typing), nodes_(1) {}

NodeNumber Draft::make(NodeKind kind, std::size_t begin, std::size_t end, std::string_view text) {
  Node& node = nodes_.emplace_back();
  node.kind = kind;
  node.span = {begin, end};
  node.text = text;
  return static_cast<NodeNumber>(nodes_.size() - 1);
}

NodeNumber Draft::first_keyword(std::string_view keyword) {
  if (keyword == "NOT" || keyword.data() != group_begin_) return 0;
  WordPieces pieces;
  pieces.body = keyword;
  return word(pieces, keyword.data() + keyword.size());
}

NodeNumber Draft::word(const WordPieces& pieces, const char* end) {
  std::string_view body = pieces.body;
  const bool is_literal = has_quote(body);
  const bool is_range_of_numbers = pieces.has_tilde && !is_literal && !has_letter(body);
  if (is_range_of_numbers) body = text_.substr(offset(body.data()), body.size() + 1 + pieces.edits.size());
  const std::size_t begin = offset(body.data());
  const NodeNumber number = make(NodeKind::Word, begin, offset(end), body);
  Node& node = nodes_[number];
  if (pieces.has_tilde && !is_range_of_numbers) {
    node.kind = NodeKind::Fuzzy;
    node.edits = pieces.edits.empty() ? 1 : bounded_number(pieces.edits);
  } else if (body.find_first_not_of('*') == body.npos) {
    node.kind = NodeKind::All;
    node.text.clear();
  } else if (is_wildcard(body) && !is_literal) {
    node.kind = NodeKind::Wildcard;
  } else {
    node.is_prefix = is_cursor(begin + body.size());
  }
  if (!pieces.weight.empty()) weigh(number, pieces.weight);
  return number;
}

NodeNumber Draft::quoted(std::string_view content) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t begin = at;
    while (at < content.size() && blank_length(content.substr(at)) == 0) ++at;
    if (at > begin) words.emplace_back(content.substr(begin, at - begin));
    at += blank_length(content.substr(at));
  }
  if (words.empty()) return 0;
  const std::size_t begin = offset(content.data());
  const std::size_t curly = begin >= 3 ? quote_length(text_.substr(begin - 3)) : 0;
  const NodeNumber number = make(NodeKind::Phrase, begin - (curly == 3 ? 3 : 1), begin + content.size());
  Node& node = nodes_[number];
  node.is_prefix = is_cursor(node.span.end) && content.ends_with(words.back());
  if (words.size() == 1) {
    node.kind = NodeKind::Word;
    node.text = std::move(words.front());
  } else {
    node.values = std::move(words);
  }
  return number;
}

void Draft::set_tilde(NodeNumber number, std::string_view digits) {
  Node& node = nodes_[number];
  if (number == 0 || digits.empty()) return;
  if (node.kind == NodeKind::Phrase) {
    node.slop = bounded_number(digits);
  } else {
    node.kind = NodeKind::Fuzzy;
    node.edits = bounded_number(digits);
  }
}

void Draft::weigh(NodeNumber number, std::string_view factor) {
  if (number == 0 || factor.empty()) return;
  const std::size_t point = std::min(factor.find('.'), factor.size());
  std::string decimals(factor.substr(std::min(point + 1, factor.size())));
  decimals.resize(3, '0');
  const double weight = bounded_number(factor.substr(0, point)) + bounded_number(decimals) / 1000.0;
  const double hundredths = std::round(static_cast<double>(nodes_[number].boost) * weight * 100.0);
  nodes_[number].boost = static_cast<float>(std::min(hundredths, 1e8)) / 100.0F;
}

void Draft::set_end(NodeNumber number, const char* end) { nodes_[number].span.end = offset(end); }

NodeNumber Draft::open_not(std::string_view operators) {
  const auto is_operator = [](char character) { return character == '-' || character == 'N'; };
  const auto count = std::count_if(operators.begin(), operators.end(), is_operator);
  const std::size_t begin = offset(operators.data());
  return count % 2 == 0 ? 0 : make(NodeKind::Not, begin, begin);
}

NodeNumber Draft::open_field(const Field& field, const char* end) {
  const NodeNumber number = make(NodeKind::Field, offset(end) - field.name.size() - 1, offset(end));
  nodes_[number].field = field.name;
  return number;
}

NodeNumber Draft::filled(NodeNumber parent, NodeNumber child) {
  if (parent == 0 || child == 0) return child;
  nodes_[parent].span.end = nodes_[child].span.end;
  nodes_[parent].children.push_back(std::move(nodes_[child]));
  return parent;
}

void Draft::open_filter(const Field& field, const char* end) {
  field_ = &field;
  field_begin_ = offset(end) - field.name.size() - 1;
  values_.clear();
}

void Draft::add_value(const FieldValue& value) {
  if (!value.piece.empty()) values_.push_back(value);
}

NodeNumber Draft::close_filter(const char* end) {
  if (field_->kind == NodeKind::System) {
    if (values_.empty()) return 0;
    const NodeNumber number = make(NodeKind::System, field_begin_, offset(end));
    for (const FieldValue& value : values_) nodes_[number].values.push_back(lower_ascii(value.text));
    const FieldValue& last = values_.back();
    nodes_[number].is_prefix = is_cursor(offset(last.piece.data() + last.piece.size())) && !is_closed(last);
    return number;
  }
  Series series;
  for (const FieldValue& value : values_) {
    const NodeNumber number = make_value(value);
    if (!is_unfinished(nodes_[number])) add(NodeKind::Or, series, number);
  }
  const NodeNumber number = series.parent != 0 ? series.parent : series.first;
  if (number != 0) nodes_[number].span = {field_begin_, offset(end)};
  return number;
}

/// Makes one value of a field other than system: a node.
NodeNumber Draft::make_value(const FieldValue& value) {
  const std::size_t begin = offset(value.piece.data());
  const std::size_t end = begin + value.piece.size();
  const bool is_open = is_cursor(end) && !is_closed(value);
  if (field_->shape == ValueShape::Names) {
    const std::string name = lower_ascii(value.text);
    return make(field_->kind, begin, end, is_open ? completed_name(*field_, name) : name);
  }
  std::string_view lower = value.text;
  std::string_view upper = value.upper;
  bool is_range = value.shape == FieldValue::Shape::Range;
  if (const std::size_t dots = lower.find(".."); value.shape == FieldValue::Shape::Plain && dots != lower.npos) {
    upper = lower.substr(dots + 2);
    lower = lower.substr(0, dots);
    is_range = true;
  }
  NodeKind kind = field_->kind;
  if (is_range && kind != NodeKind::Code) lower = value.piece;
  else if (is_range && !(upper.empty() && is_open)) kind = NodeKind::CodeRange;
  const NodeNumber number = make(kind, begin, end, lower);
  if (kind == NodeKind::CodeRange) nodes_[number].upper = upper;
  nodes_[number].is_prefix = is_open;
  return number;
}

/// Tells whether `node` ends where the person types and lacks what it must have: a code, or system/code.
bool Draft::is_unfinished(const Node& node) const {
  if (!is_cursor(node.span.end)) return false;
  if (node.text.empty() || node.text == "[") return true;
  if (node.kind != NodeKind::Similar && node.kind != NodeKind::MapsTo) return false;
  const std::size_t slash = node.text.find('/');
  return slash == node.text.npos || slash + 1 == node.text.size();
}

void Draft::add(NodeKind kind, Series& series, NodeNumber child) {
  if (child == 0) return;
  if (series.first == 0) {
    series.first = child;
    return;
  }
  if (series.parent == 0) {
    series.parent = make(kind, nodes_[series.first].span.begin, 0);
    filled(series.parent, series.first);
  }
  filled(series.parent, child);
}

Node Draft::take(NodeNumber number) { return std::move(nodes_[number]); }

}  // namespace medcode::query
