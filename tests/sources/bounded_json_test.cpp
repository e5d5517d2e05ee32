#include "core/sources/bounded_json.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

Result<nlohmann::json> parse(const std::string& text) { return parse_bounded_json({"a.json", text}); }

TEST(BoundedJson, AByteOrderMarkIsNoFault) { EXPECT_EQ((*parse("\xEF\xBB\xBF{\"a\":1}"))["a"], 1); }

TEST(BoundedJson, BracketsInsideStringsAreNotNesting) {
  EXPECT_TRUE(parse("[\"" + std::string(5000, '[') + "\\\"" + std::string(5000, '{') + "\"]").ok());
}

TEST(BoundedJson, TheLimitOfDepthIsExact) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse(nested(max_json_depth)).ok());
  ASSERT_FALSE(parse(nested(max_json_depth + 1)).ok());
  EXPECT_EQ(parse(nested(max_json_depth + 1)).error().message, "The JSON nests deeper than 200 levels.");
}

TEST(BoundedJson, FaultsHaveTheirLine) {
  EXPECT_EQ(parse("{\n\"a\": 1,\n\"b\" 2}").error().place.line, 3U);
  EXPECT_EQ(parse("{\n\"a\": [1,").error().code, ErrorCode::Truncated);
  EXPECT_EQ(parse(" \n").error().code, ErrorCode::Empty);
  EXPECT_EQ(parse("[1e999]").error().code, ErrorCode::BadFormat);
}

TEST(BoundedJson, AccessorsTakeAnythingAndGiveNothingForTheWrongKind) {
  const nlohmann::json object = *parse(R"({"text":"  two  words ","list":[1],"number":1.5,"flag":true})");
  EXPECT_EQ(text_member(object, "text"), "two words");
  EXPECT_EQ(text_member(object, "list"), "");
  EXPECT_EQ(text_member(nlohmann::json(3), "text"), "");
  EXPECT_EQ(array_member(object, "list").size(), 1U);
  EXPECT_TRUE(array_member(object, "text").empty());
  EXPECT_TRUE(member(object, "none").is_null());
  EXPECT_EQ(scalar_text(object["number"]), "1.5");
  EXPECT_EQ(scalar_text(object["flag"]), "true");
  EXPECT_EQ(scalar_text(object["list"]), "");
}

}  // namespace
}  // namespace medcode
