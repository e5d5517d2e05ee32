// Is every text answered, with places inside the text, whatever it is made of?
#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <sstream>

#include "core/base/utf8.hpp"
#include "core/query/limits.hpp"
#include "core/query/mistakes.hpp"
#include "core/query/parser.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::query {
namespace {

using testing::RandomSource;

constexpr std::array<std::string_view, 72> pieces{
    " ",  " ",    " ",     " ",    "a",     "b",    "stent", "E11",    "9",      "10",   "(",     ")",         "(",         ")",    "\"",  "\"", "|",   "-",
    "-",  "^",    "^2",    "^0",   "^.5",   "^x",   "~",     "~1",     "~2",     "~9",   "*",     "?",         ".",         "..",   ",",   "/",  "[",   "]",
    ":",  "AND",  "OR",    "NOT",  " AND ", " OR ", " NOT ", "title:", "note:",  "is:",  "has:",  "billable",  "article",   "system:", "code:", "under:", "similar:", "maps-to:",
    "[E08 TO E13]", " TO ", "\t", "\n", "\xC2\xA0", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC3\xA9", "\xFF", "\xC3", "\xF0\x9F\x98\x80", "\xE7\xB3\x96", "'", "+", "%", "&", "<", "#"};

/// Takes the marks of typing off, which a printed text cannot carry.
Node finished(Node node) {
  node.is_prefix = false;
  for (Node& child : node.children) child = finished(std::move(child));
  return node;
}

/// Returns what is wrong with the answer to `text`, or nothing.
std::string complaint(const std::string& text, bool is_typing) {
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

TEST(RandomTextTest, texts_of_operators_are_answered_and_print_as_they_read) {
  RandomSource random;
  std::cout << random.described() << "\n";
  for (std::size_t round = 0; round < 100000; ++round) {
    std::string text;
    for (std::size_t count = random.below(14); count > 0; --count) text += random.one_of(pieces);
    ASSERT_EQ(complaint(text, random.below(2) == 0), "") << random.described();
  }
}

TEST(RandomTextTest, random_bytes_are_answered) {
  RandomSource random;
  std::cout << random.described() << "\n";
  for (std::size_t round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = random.below(200); count > 0; --count) text += static_cast<char>(random.below(256));
    ASSERT_EQ(complaint(text, round % 2 == 0), "") << random.described();
  }
}

TEST(RandomTextTest, no_beginning_of_a_right_query_is_an_error_while_typing) {
  const std::string_view query =
      "stent^2.5 -title:(\"open fracture\"~3 OR diab*) AND NOT (hypertenshun~2 | an?emia) system:hcpcs,cpt4 is:billable "
      "has:article code:[E08 TO E13] code:E08..E13 under:icd10cm/E11 similar:icd10cm/E11.9 maps-to:icd10cm/K81.0";
  for (std::size_t size = 0; size <= query.size(); ++size) {
    const Parsed parsed = parse(query.substr(0, size));
    EXPECT_FALSE(parsed.error.has_value()) << query.substr(0, size) << "\n" << parsed.error->message;
  }
}

}  // namespace
}  // namespace medcode::query
