// Is what the writer appends the JSON that a library would write?
#include "core/api/json_writer.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/query/random_source.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::ordered_json;

TEST(JsonWriterTest, WritesObjectsArraysAndEveryKindOfValue) {
  JsonWriter json;
  json.open('{').member("text", "a \"b\"\\\n\x01").member("count", std::size_t{12}).member("is", true).key("none").null();
  json.key("list").open('[').value(std::uint32_t{1}).open('[').close(']').open('{').close('}').value("x").close(']').close('}');
  EXPECT_EQ(json.take(), R"({"text":"a \"b\"\\\n\u0001","count":12,"is":true,"none":null,"list":[1,[],{},"x"]})");
}

TEST(JsonWriterTest, EscapesWhateverBytesComeAsTheLibraryDoes) {
  query::testing::RandomSource random;
  for (int i = 0; i < 2'000; ++i) {
    std::string text;
    for (std::size_t k = random.below(12); k > 0; --k) text += static_cast<char>(random.below(256));
    JsonWriter json;
    json.value(text);
    const Json read = Json::parse(json.take(), nullptr, false);
    ASSERT_FALSE(read.is_discarded()) << random.described();
    if (Json::accept(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)) && Json(text).dump(-1, ' ', false, Json::error_handler_t::ignore) == read.dump()) continue;
    EXPECT_NE(read.get<std::string>().find("\xEF\xBF\xBD"), std::string::npos) << random.described();
  }
}

TEST(JsonWriterTest, WritesFractionsWithSixDecimalsAtMost) {
  const auto written = [](float number) {
    JsonWriter json;
    return json.value(number).take();
  };
  EXPECT_EQ(written(0.0F), "0.0");
  EXPECT_EQ(written(2.92F), "2.92");
  EXPECT_EQ(written(0.05F), "0.05");
  EXPECT_EQ(written(0.9999999F), "1.0");
  EXPECT_EQ(written(12345.0F), "12345.0");
}

}  // namespace
}  // namespace medcode::api
