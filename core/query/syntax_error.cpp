// Says what is missing in a query, where, and what to type instead.
#include "core/query/syntax_error.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/query/characters.hpp"
#include "core/query/fields.hpp"

namespace medcode::query {
namespace {

/// Is a piece of the text with its place.
struct Piece {
  std::size_t begin;
  std::size_t end;
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Returns the last operator or word that ends before `at`.
Piece piece_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const auto is_blank_before = [&](std::size_t position) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(position, 3); ++length) {
      if (blank_length(text.substr(position - length)) == length) return length;
    }
    return std::size_t{0};
  };
  while (end > 0 && is_blank_before(end) != 0) end -= is_blank_before(end);
  std::size_t begin = end;
  if (begin > 0 && (text[begin - 1] == '|' || text[begin - 1] == '-')) return {begin - 1, end};
  const auto is_quote_before = [&](std::size_t position) {
    return quote_length(text.substr(position - 1)) == 1 || (position >= 3 && quote_length(text.substr(position - 3)) == 3);
  };
  while (begin > 0 && is_blank_before(begin) == 0 && !ends_word(text.substr(begin - 1))) {
    // What stands behind a closing quote is a piece of its own.
    if (begin < end && is_quote_before(begin)) break;
    --begin;
  }
  return {begin, end};
}

/// Returns the offset of the parenthesis that is open at `at`, or 0.
std::size_t open_parenthesis(std::string_view text, std::size_t at) {
  std::vector<std::size_t> open;
  for (std::size_t position = 0; position < at; ++position) {
    if (text[position] == '(') open.push_back(position);
    if (text[position] == ')' && !open.empty()) open.pop_back();
  }
  return open.empty() ? 0 : open.back();
}

/// Returns the offset of the last quote before `at`, or `at`.
std::size_t last_quote(std::string_view text, std::size_t at) {
  for (std::size_t position = at; position > 0; --position) {
    if (quote_length(text.substr(position - 1)) != 0) return position - 1;
  }
  return at;
}

/// Returns the beginning of the field whose value is missing at `at`, or `at`.
std::size_t field_before(std::string_view text, std::size_t at) {
  for (std::size_t position = at; position > 0; --position) {
    if (field_at(text.substr(position - 1)) != nullptr) return position - 1;
  }
  return at;
}

Error missing_operand(std::string_view text, std::size_t at) {
  const Piece piece = piece_before(text, at);
  const std::string_view written = piece.in(text);
  const std::string quoted = quoted_piece(written);
  const std::size_t begin = piece.begin;
  if (keyword_length(written) != written.size()) {
    return query_error({quoted, " needs something after it."}, {"Write a word after it or take it out."}, begin, piece.end);
  }
  return query_error({quoted, " needs something after it."},
                     {"Write a word after it, or `\"", written, "\"` for the word itself."}, begin, piece.end);
}

Error missing_group(std::string_view text, std::size_t at) {
  const std::size_t open = open_parenthesis(text, at);
  if (at == text.size()) {
    return query_error({"The parenthesis opened here holds nothing."}, {"Write a word after it or take it out."}, open, at);
  }
  if (text[at] == '|') {
    return query_error({"`|` needs something before it."}, {"Write a word before it or take it out."}, at, at + 1);
  }
  return query_error({"There is nothing between the parentheses."}, {"Write a word between them or take them out."}, open, at + 1);
}

Error missing_value(std::string_view text, std::size_t at) {
  const std::size_t begin = field_before(text, at);
  const Field* field = field_at(text.substr(begin));
  if (field == nullptr) return query_error({"A value is missing here."}, {"Write one."}, at, at);
  if (minus_length(text.substr(at)) != 0) {
    return query_error({field->name, ": takes no `-` after it."},
                       {"Write `-", field->name, ":word` to leave out what has the word there."}, begin, at + 1);
  }
  return query_error({field->name, ": needs a value after it."}, {"Write for example `", field->example, "`."}, begin,
                     std::max(at, begin + field->name.size() + 1));
}

Error unread_rest(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with(')')) {
    return query_error({"The parenthesis closed here was never opened."},
                       {"Take out the `)` or write `(` where the group begins."}, at, at + 1);
  }
  const std::size_t end = std::min(text.size(), at + 1);
  return query_error({quoted_piece(text.substr(at, end - at)), " needs something before it."},
                     {"Write a word before it or take it out."}, at, end);
}

std::string joined(Pieces pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

}  // namespace

Error query_error(Pieces message, Pieces advice, std::size_t begin, std::size_t end) {
  Error error;
  error.code = ErrorCode::BadQuery;
  error.message = joined(message);
  error.advice = joined(advice);
  error.place.begin = begin;
  error.place.end = end;
  return error;
}

Error syntax_error(std::string_view text, std::string_view missing, std::size_t at) {
  if (missing == demanded::operand) return missing_operand(text, at);
  if (missing == demanded::group) return missing_group(text, at);
  if (missing == demanded::value) return missing_value(text, at);
  if (missing == demanded::group_end) {
    const std::size_t open = open_parenthesis(text, at);
    return query_error({"The parenthesis opened here is never closed."}, {"Write `)` where the group ends."}, open, open + 1);
  }
  if (missing == demanded::quote_end) {
    return query_error({"The quote opened here is never closed."}, {"Write `\"` where the phrase ends."},
                       last_quote(text, at), text.size());
  }
  if (missing == demanded::weight) {
    return query_error({"`^` needs a number after it."}, {"Write a weight such as `^3`."}, at - 1, at);
  }
  if (missing == demanded::slop) {
    return query_error({"`~` after a phrase needs a number of words."}, {"Write for example `\"open fracture\"~3`."}, at - 1, at);
  }
  if (missing == demanded::range_end) {
    const std::size_t begin = std::min(text.rfind('[', std::max<std::size_t>(at, 1) - 1), at);
    return query_error({"The range opened here does not end."}, {"Write `code:[E08 TO E13]` or `code:E08..E13`."}, begin, at);
  }
  return unread_rest(text, at);
}

}  // namespace medcode::query
