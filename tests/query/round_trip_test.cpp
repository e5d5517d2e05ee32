// Does every tree survive being printed and read?
#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <utility>

#include "core/query/characters.hpp"
#include "core/query/fields.hpp"
#include "core/query/mistakes.hpp"
#include "core/query/limits.hpp"
#include "core/query/parser.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::query {
namespace {

using testing::RandomSource;

constexpr std::array<std::string_view, 30> words{
    "a",    "stent", "w/o",     "AND",     "OR",  "NOT", "-a",    "-",     "--",       "title:x", "is:y", "5\"",     "E11.9", "a~2", "a^3",
    "diab*", "?PE",  "x|y",     "(s)",     "~",   "^",   "10*3",  "5~10",  "naïve",    "糖尿病",  "a,b",  "[in_i]",  "http://x", "*", "a?b"};
constexpr std::array<std::string_view, 10> codes{"E11", "E11.9", "E11*", "10*3/uL", "mg/(24.h)", "a b", "[in_i]", "a,b", "E..F", "x^2"};
constexpr std::array<std::string_view, 6> plain_codes{"E08", "E13.9", "F01.", "G99", ".05", "2345-7"};

/// Makes trees of everything the parser can give for a text without mistake.
class TreeMaker {
 public:
  explicit TreeMaker(RandomSource& random) : random_(random) {}

  Node any(std::size_t depth) {
    const std::size_t choice = random_.below(depth == 0 ? 8 : 12);
    if (choice < 5) return words_node();
    if (choice < 8) return filter_node();
    if (choice == 8) return field_node(depth - 1);
    if (choice == 9) return with_boost(parent(NodeKind::Not, {any(depth - 1)}));
    return joined(depth, &TreeMaker::any);
  }

 private:
  static Node parent(NodeKind kind, std::vector<Node> children) {
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }

  Node with_boost(Node node) {
    if (random_.below(4) == 0) node.boost = static_cast<float>(1 + random_.below(10000)) / 100.0F;
    return node;
  }

  Node joined(std::size_t depth, Node (TreeMaker::*child)(std::size_t)) {
    std::vector<Node> children;
    for (std::size_t count = 2 + random_.below(3); count > 0; --count) children.push_back((this->*child)(depth - 1));
    return with_boost(parent(random_.below(2) == 0 ? NodeKind::And : NodeKind::Or, std::move(children)));
  }

  Node words_only(std::size_t depth) {
    if (depth == 0 || random_.below(2) == 0) return words_node();
    if (random_.below(4) == 0) return with_boost(parent(NodeKind::Not, {words_only(depth - 1)}));
    return joined(depth, &TreeMaker::words_only);
  }

  Node field_node(std::size_t depth) {
    constexpr std::array<std::string_view, 4> names{"title", "synonym", "note", "chapter"};
    Node node = parent(NodeKind::Field, {words_only(depth)});
    node.field = random_.one_of(names);
    return with_boost(std::move(node));
  }

  Node words_node() {
    constexpr std::array<std::string_view, 5> patterns{"diab*", "an?emia", "*itis*", "a*^2", "E1?.*"};
    Node node;
    const std::size_t choice = random_.below(10);
    if (choice == 0) return with_boost(node);
    if (choice == 1) {
      node.kind = NodeKind::Wildcard;
      node.text = random_.one_of(patterns);
    } else if (choice < 4) {
      node.kind = NodeKind::Phrase;
      for (std::size_t count = 2 + random_.below(3); count > 0; --count) node.values.push_back(unquoted_word());
      node.slop = static_cast<unsigned>(random_.below(3) == 0 ? random_.below(max_slop + 1) : 0);
    } else if (choice == 4) {
      node.kind = NodeKind::Fuzzy;
      do node.text = unquoted_word(); while (is_wildcard(node.text));
      node.edits = static_cast<unsigned>(1 + random_.below(max_edits));
    } else {
      node.kind = NodeKind::Word;
      node.text = random_.one_of(words);
    }
    return with_boost(std::move(node));
  }

  std::string unquoted_word() {
    std::string word;
    do word = random_.one_of(words); while (has_quote(word));
    return word;
  }

  Node filter_node() {
    constexpr std::array<NodeKind, 8> kinds{NodeKind::System, NodeKind::Code, NodeKind::CodeRange, NodeKind::Under,
                                            NodeKind::Similar, NodeKind::MapsTo, NodeKind::Is, NodeKind::Has};
    Node node;
    node.kind = random_.one_of(kinds);
    const Field& field = field_of(node.kind);
    if (node.kind == NodeKind::System) {
      for (std::size_t count = 1 + random_.below(3); count > 0; --count) node.values.push_back(lower_ascii(random_.one_of(codes)));
    } else if (node.kind == NodeKind::CodeRange) {
      node.text = random_.one_of(plain_codes);
      do node.upper = random_.one_of(plain_codes); while (node.upper < node.text);
    } else if (!field.known.empty()) {
      node.text = random_.one_of(field.known);
    } else {
      node.text = (node.kind == NodeKind::Code || node.kind == NodeKind::Under ? "" : "icd10cm/") + std::string(random_.one_of(codes));
    }
    return with_boost(std::move(node));
  }

  RandomSource& random_;
};

TEST(RoundTripTest, random_trees_print_and_read_as_themselves) {
  RandomSource random;
  std::cout << random.described() << "\n";
  TreeMaker maker(random);
  std::size_t checked = 0;
  while (checked < 10000) {
    const Ast ast{maker.any(random.below(5))};
    const std::string text = print(ast);
    if (text.size() > max_query_bytes || count_words(ast.root) > max_query_words) continue;
    const Parsed parsed = parse(text, {.is_typing = false});
    ++checked;
    ASSERT_FALSE(parsed.error.has_value()) << random.described() << "\n" << text << "\n" << parsed.error->message << "\n" << dump(ast);
    ASSERT_TRUE(same_tree(parsed.ast.root, ast.root)) << random.described() << "\n" << text << "\n" << dump(ast) << dump(parsed.ast);
  }
}

TEST(RoundTripTest, trees_that_differ_in_one_member_are_not_the_same) {
  const Node stent = parse("stent", {.is_typing = false}).ast.root;
  for (const std::string_view other : {"stents", "stent^2", "stent~", "\"stent stent\"", "stent*", "title:stent", "NOT stent", "code:stent"}) {
    EXPECT_FALSE(same_tree(stent, parse(other, {.is_typing = false}).ast.root)) << other;
  }
  EXPECT_FALSE(same_tree(stent, parse("stent").ast.root));
  EXPECT_TRUE(same_tree(stent, parse("  stent", {.is_typing = false}).ast.root));
}

}  // namespace
}  // namespace medcode::query
