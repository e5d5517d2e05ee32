// Does the table of fields hold what the grammar, the printer and the advice need?
#include "core/query/fields.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/query/parser.hpp"

namespace medcode::query {
namespace {

TEST(FieldsTest, a_name_and_its_colon_are_found_in_any_case) {
  ASSERT_NE(field_at("Maps-To:x"), nullptr);
  EXPECT_EQ(field_at("Maps-To:x")->kind, NodeKind::MapsTo);
  EXPECT_EQ(field_at("title"), nullptr);
  EXPECT_EQ(field_at("titles:x"), nullptr);
  EXPECT_EQ(field_at(""), nullptr);
}

TEST(FieldsTest, every_example_given_as_advice_parses_and_prints_as_itself) {
  for (const Field& field : all_fields()) {
    const Parsed parsed = parse(field.example, {.is_typing = false});
    EXPECT_FALSE(parsed.error.has_value()) << field.example;
    EXPECT_EQ(parsed.ast.root.kind, field.kind) << field.example;
    EXPECT_EQ(print(parsed.ast), field.example);
  }
}

TEST(FieldsTest, a_code_range_belongs_to_the_field_code) { EXPECT_EQ(field_of(NodeKind::CodeRange).name, "code"); }

TEST(FieldsTest, the_nearest_name_is_offered_and_a_far_one_is_not) {
  const auto states = field_of(NodeKind::Is).known;
  EXPECT_EQ(nearest_name(states, "bilable"), "billable");
  EXPECT_EQ(nearest_name(states, "activ"), "active");
  EXPECT_EQ(nearest_name(states, "heading"), "header");
  EXPECT_EQ(nearest_name(states, "qqqqqqqq"), "");
  EXPECT_EQ(nearest_name(states, ""), "");
  EXPECT_EQ(nearest_name(states, std::string(1000, 'a')), "");
}

}  // namespace
}  // namespace medcode::query
