// Finds values out of range and names that nobody knows.
#include "core/query/mistakes.hpp"

#include <algorithm>
#include <string>

#include "core/query/characters.hpp"
#include "core/query/fields.hpp"
#include "core/query/limits.hpp"
#include "core/query/syntax_error.hpp"

namespace medcode::query {
namespace {

using Mistake = std::optional<Error>;

Error mistake(const Node& node, Pieces message, Pieces advice) {
  return query_error(message, advice, node.span.begin, node.span.end);
}

Mistake boost_mistake(const Node& node) {
  if (node.boost >= min_boost && node.boost <= max_boost) return std::nullopt;
  const std::string_view advice = node.boost > max_boost ? "Write a smaller one, such as `^3`." : "Write a larger one, such as `^0.5`.";
  return mistake(node, {"A weight lies between 0.01 and ", std::to_string(static_cast<int>(max_boost)), "."}, {advice});
}

Mistake fuzzy_mistake(const Node& node) {
  if (is_wildcard(node.text)) {
    return mistake(node, {quoted_piece(node.text), " cannot be a pattern and a guess at once."},
                   {"Take out the `~` or the `*` and `?`."});
  }
  if (node.edits >= 1 && node.edits <= max_edits) return std::nullopt;
  return mistake(node, {"After a word `~` takes 1 or 2, the number of wrong letters."},
                 {"Write `~` for one or `~2` for two."});
}

Mistake phrase_mistake(const Node& node) {
  if (node.slop <= max_slop) return std::nullopt;
  return mistake(node, {"At most ", std::to_string(max_slop), " words may stand between those of a phrase."},
                 {"Write a smaller number after `~`, or the words without quotes."});
}

/// Returns `code` in upper case without dots and hyphens, as codes are compared.
std::string comparable(std::string_view code) {
  std::string compact;
  for (const char character : code) {
    if (character == '.' || character == '-' || character == ' ') continue;
    const bool is_lower = character >= 'a' && character <= 'z';
    compact += is_lower ? static_cast<char>(character - 'a' + 'A') : character;
  }
  return compact;
}

bool is_number(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

/// Tells whether the range ends before it begins. The descendants of the end belong to it; of an end that is
/// still being typed only what is there counts (`code:E11..E1` may become E13).
bool is_reversed(const Node& range) {
  std::string from = comparable(range.text);
  const std::string to = comparable(range.upper);
  if (range.is_prefix) from.resize(std::min(from.size(), to.size()));
  else if (is_number(from) && is_number(to) && from.size() != to.size()) return from.size() > to.size();
  return from > to && !from.starts_with(to);
}

Mistake range_mistake(const Node& node) {
  const auto is_code = [](std::string_view end) {
    return !comparable(end).empty() && end.find("..") == end.npos && end.find_first_of("[]") == end.npos;
  };
  if (!is_code(node.text) || !is_code(node.upper)) {
    return mistake(node, {"A range needs a code at both ends."}, {"Write for example `code:E08..E13`."});
  }
  if (!is_reversed(node)) return std::nullopt;
  return mistake(node, {"The range runs backwards: ", quoted_piece(node.upper), " comes before ", quoted_piece(node.text), "."},
                 {"Write the smaller code first."});
}

Error empty_value(const Node& node, const Field& field) {
  return mistake(node, {field.name, ": needs a value after it."}, {"Write for example `", field.example, "`."});
}

Mistake code_mistake(const Node& node) {
  const Field& field = field_of(node.kind);
  if (node.text.empty()) return empty_value(node, field);
  if (node.kind != NodeKind::Similar && node.kind != NodeKind::MapsTo) return std::nullopt;
  const std::size_t slash = node.text.find('/');
  if (slash != 0 && slash != node.text.npos && slash + 1 != node.text.size()) return std::nullopt;
  return mistake(node, {field.name, ": needs a system and a code, not ", quoted_piece(node.text), "."},
                 {"Write for example `", field.example, "`."});
}

Mistake name_mistake(const Node& node) {
  const Field& field = field_of(node.kind);
  if (node.text.empty()) return empty_value(node, field);
  if (std::find(field.known.begin(), field.known.end(), node.text) != field.known.end()) return std::nullopt;
  std::string list;
  for (std::size_t index = 0; index < field.known.size(); ++index) {
    if (index != 0) list += index + 1 == field.known.size() ? " and " : ", ";
    list += field.known[index];
  }
  const std::string piece = quoted_piece(node.text);
  const Pieces message{field.name, ": knows ", list, ", not ", piece, "."};
  const std::string_view nearest = nearest_name(field.known, node.text);
  if (nearest.empty()) return mistake(node, message, {"Write for example `", field.example, "`."});
  return mistake(node, message, {"Write `", field.name, ":", nearest, "`."});
}

Mistake node_mistake(const Node& node) {
  if (Mistake error = boost_mistake(node)) return error;
  switch (node.kind) {
    case NodeKind::Fuzzy: return fuzzy_mistake(node);
    case NodeKind::Phrase: return phrase_mistake(node);
    case NodeKind::CodeRange: return range_mistake(node);
    case NodeKind::Code:
    case NodeKind::Under:
    case NodeKind::Similar:
    case NodeKind::MapsTo: return code_mistake(node);
    case NodeKind::Is:
    case NodeKind::Has: return name_mistake(node);
    case NodeKind::System: {
      const bool has_empty = std::find(node.values.begin(), node.values.end(), "") != node.values.end();
      return has_empty ? Mistake(empty_value(node, field_of(node.kind))) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

/// Says what may not stand inside the parentheses of a field: whatever is not searched for as words.
Mistake nesting_mistake(const Node& node, std::string_view field) {
  const bool is_filter = node.kind == NodeKind::Field || node.kind >= NodeKind::System;
  if (!is_filter) return std::nullopt;
  const std::string_view inner = node.kind == NodeKind::Field ? std::string_view(node.field) : field_of(node.kind).name;
  return mistake(node, {inner, ": cannot stand inside ", field, ":( )."}, {"Close the parenthesis of ", field, ": before it."});
}

Mistake first_mistake(const Node& node, std::string_view field) {
  if (!field.empty()) {
    if (Mistake error = nesting_mistake(node, field)) return error;
  }
  if (Mistake error = node_mistake(node)) return error;
  for (const Node& child : node.children) {
    if (Mistake error = first_mistake(child, node.kind == NodeKind::Field ? std::string_view(node.field) : field)) return error;
  }
  return std::nullopt;
}

}  // namespace

std::size_t count_words(const Node& root) {
  std::size_t count = 0;
  visit(root, [&](const Node& node, std::size_t) {
    if (node.children.empty()) count += std::max<std::size_t>(node.values.size(), 1);
  });
  return count;
}

Error too_many_words(std::size_t count, std::size_t text_size) {
  Error error = query_error({"The query has ", std::to_string(count), " words; ", std::to_string(max_query_words), " are read."},
                            {"Leave out the words that matter least."}, 0, text_size);
  error.code = ErrorCode::TooLarge;
  return error;
}

Mistake find_mistake(const Node& root, std::string_view text) {
  const std::size_t count = count_words(root);
  return count > max_query_words ? Mistake(too_many_words(count, text.size())) : first_mistake(root, {});
}

}  // namespace medcode::query
