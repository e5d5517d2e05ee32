// Is the JSON the contract of the design, member by member?
#include "core/api/json_api.hpp"

#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/utf8.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::json;
using medcode::testing::hand_made_engine;

Json search(std::string_view query, bool is_explained = false) {
  search::SearchOptions options;
  options.is_typing = false;
  const Json json = Json::parse(search_json(hand_made_engine(), query, options, is_explained), nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << query;
  return json;
}

std::vector<std::string> members_of(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

void expect_spans(const Json& spans, const std::string& text) {
  ASSERT_TRUE(spans.is_array());
  std::size_t before = 0;
  for (const Json& span : spans) {
    ASSERT_EQ(span.size(), 2U);
    const auto begin = span[0].get<std::size_t>();
    const auto end = span[1].get<std::size_t>();
    EXPECT_TRUE(before <= begin && begin < end && end <= utf16_length(text, text.size())) << text;
    before = end;
  }
}

void expect_hit(const Json& hit) {
  EXPECT_EQ(members_of(hit), (std::vector<std::string>{"billable", "code", "display", "matched", "score", "spans", "status", "system", "why"}));
  EXPECT_TRUE(hit["system"].is_string());
  EXPECT_TRUE(hit["code"].is_string());
  EXPECT_TRUE(hit["display"].is_string());
  EXPECT_TRUE(hit["status"] == "active" || hit["status"] == "inactive");
  EXPECT_TRUE(hit["billable"].is_null() || hit["billable"].is_boolean());
  EXPECT_TRUE(hit["score"].is_number_float());
  EXPECT_TRUE(hit["why"].is_string());
  expect_spans(hit["spans"], hit["display"].get<std::string>());
  if (hit["matched"].is_null()) return;
  EXPECT_EQ(members_of(hit["matched"]), (std::vector<std::string>{"spans", "text", "use"}));
  EXPECT_TRUE(hit["matched"]["use"].is_string());
  expect_spans(hit["matched"]["spans"], hit["matched"]["text"].get<std::string>());
}

TEST(SearchJson, HasEveryMemberOfTheContractWithItsType) {
  for (const char* query : {"", "diabetes", "rt tibia fx", "pnuemonia", "heart attack", "fracture AND", "xqzzy", "E11", "system:icd11 stent", "fracture vertigo", "similar:icd10cm/E11.9"}) {
    const Json json = search(query);
    EXPECT_EQ(members_of(json), (std::vector<std::string>{"didYouMean", "expansions", "facets", "hits", "query", "relaxed", "total"})) << query;
    EXPECT_EQ(json["query"]["text"], query);
    EXPECT_TRUE(json["query"]["canonical"].is_string());
    EXPECT_TRUE(json["total"].is_number_unsigned());
    EXPECT_TRUE(json["relaxed"].is_boolean());
    EXPECT_TRUE(json["didYouMean"].is_null() || json["didYouMean"].is_string());
    EXPECT_TRUE(json["facets"]["system"].is_object());
    EXPECT_TRUE(json["facets"]["status"]["active"].is_number_unsigned());
    EXPECT_TRUE(json["facets"]["status"]["inactive"].is_number_unsigned());
    EXPECT_TRUE(json["facets"]["billing"]["billable"].is_number_unsigned());
    EXPECT_TRUE(json["facets"]["billing"]["header"].is_number_unsigned());
    for (const Json& chapter : json["facets"]["chapter"]) EXPECT_EQ(members_of(chapter), (std::vector<std::string>{"count", "id", "system", "title"}));
    for (const Json& expansion : json["expansions"]) EXPECT_EQ(members_of(expansion), (std::vector<std::string>{"from", "kind", "to"}));
    for (const Json& hit : json["hits"]) expect_hit(hit);
    const Json& error = json["query"]["error"];
    if (error.is_null()) continue;
    EXPECT_EQ(members_of(error), (std::vector<std::string>{"advice", "code", "message", "span"})) << query;
    EXPECT_EQ(error["code"], "bad-query");
  }
}

TEST(SearchJson, SaysABillableCodeAHeaderAndNeitherApart) {
  EXPECT_EQ(search("code:E11.9")["hits"][0]["billable"], true);
  EXPECT_EQ(search("code:E11")["hits"][0]["billable"], false);
  EXPECT_TRUE(search("code:C1874")["hits"][0]["billable"].is_null());
}

TEST(SearchJson, CountsOffsetsInUnitsOfJavaScript) {
  const Json smile = search("糖尿病 stent")["hits"][0];
  ASSERT_EQ(smile["display"], "😀 smile therapy with a 糖尿病 stent");  // the face takes two units
  EXPECT_EQ(smile["spans"], Json::parse("[[24,27],[28,33]]"));
  const Json infusion = search("infusion blocker")["hits"][0];
  ASSERT_FALSE(infusion["matched"].is_null());
  EXPECT_EQ(infusion["matched"]["text"], "β-blocker 😀 infusion");
  EXPECT_EQ(infusion["matched"]["spans"], Json::parse("[[2,9],[13,21]]"));
  const Json error = search("😀 system:nowhere")["query"]["error"];
  EXPECT_EQ(error["span"], Json::parse("[3,17]"));
}

TEST(SearchJson, IsJsonWhateverTheBytesOfTheQuery) {
  for (const std::string& query : {std::string("\xFF\xFE"), std::string("a\0b", 3), std::string("\"\\\n\t"), std::string("\xF0\x9F\x98"), std::string(10'000, '('), std::string("</script>")}) {
    const Json json = search(query);
    EXPECT_EQ(json["query"]["text"], to_valid_utf8(query));
  }
}

TEST(SearchJson, ShowsTheSumOnRequest) {
  const Json hit = search("diabetes", true)["hits"][0];
  EXPECT_EQ(members_of(hit["sum"]), (std::vector<std::string>{"coverage", "prior", "satisfaction", "tier"}));
  EXPECT_TRUE(hit["sum"]["tier"].is_string());
  EXPECT_NEAR(hit["score"].get<double>(), 1 + 0.45 * hit["sum"]["satisfaction"].get<double>() + 0.45 * hit["sum"]["coverage"].get<double>() + 0.1 * hit["sum"]["prior"].get<double>(), 1e-4);
}

Json request(std::string_view text) { return Json::parse(search_request_json(hand_made_engine(), text), nullptr, false); }

TEST(SearchRequest, TakesEveryMember) {
  const Json json = request(R"({"query":"stent","limit":1,"offset":1,"systems":["hcpcs","local"],"isTyping":false,"explain":true})");
  ASSERT_EQ(json["hits"].size(), 1U);
  EXPECT_TRUE(json["hits"][0].contains("sum"));
  EXPECT_EQ(json["total"], 2);
  EXPECT_EQ(request(R"({"query":"stent","systems":["local"]})")["hits"][0]["code"], "L1");
  EXPECT_EQ(request(R"({"query":"stent","systems":null})")["total"], 2);
  EXPECT_EQ(request(R"({"query":"stent","unknown":1})")["total"], 2);
}

TEST(SearchRequest, RefusesWhatIsNone) {
  for (const std::string& text : {std::string(), std::string("stent"), std::string("[]"), std::string("{}"), std::string(R"({"query":1})"), std::string(R"({"query":"a","limit":-1})"),
                                  std::string(R"({"query":"a","limit":"9"})"), std::string(R"({"query":"a","limit":1.5})"), std::string(R"({"query":"a","offset":null})"),
                                  std::string(R"({"query":"a","systems":"hcpcs"})"), std::string(R"({"query":"a","systems":[1]})"), std::string(R"({"query":"a","isTyping":1})"),
                                  std::string("{\"query\":\"a\"") , R"({"query":")" + std::string(70'000, 'a') + "\"}", std::string(60'000, '[')}) {
    const Json json = request(text);
    ASSERT_TRUE(json.contains("error")) << text.substr(0, 60);
    EXPECT_EQ(json["error"]["code"], "bad-argument");
    EXPECT_FALSE(json["error"]["advice"].get<std::string>().empty());
  }
}

TEST(ShowJson, HasEveryMemberOfAConcept) {
  const Json json = Json::parse(show_json(hand_made_engine(), "icd10", "e1121"));
  EXPECT_EQ(members_of(json), (std::vector<std::string>{"ancestors", "billable", "chapters", "childCount", "children", "code", "designations", "display", "found", "pack", "status", "system"}));
  EXPECT_EQ(json["found"], true);
  EXPECT_EQ(json["system"], "icd10cm");
  EXPECT_EQ(json["code"], "E11.21");
  EXPECT_EQ(json["chapters"][1], Json::parse(R"({"id":"E08-E13","title":"Diabetes mellitus"})"));
  EXPECT_EQ(json["ancestors"][0]["code"], "E11");
  EXPECT_EQ(json["ancestors"][1]["display"], "Type 2 diabetes mellitus with kidney complications");
  EXPECT_EQ(json["childCount"], 0);
  EXPECT_EQ(json["pack"], "icd10cm-0000.json.gz");
  const Json parent = Json::parse(show_json(hand_made_engine(), "icd10cm", "E11"));
  EXPECT_EQ(parent["children"].size(), 2U);
  EXPECT_EQ(parent["designations"][1], Json::parse(R"({"use":"lay","text":"high blood sugar"})"));
}

TEST(ShowJson, OfAnUnknownCodeSuggestsOthers) {
  const Json json = Json::parse(show_json(hand_made_engine(), "icd10cm", "E11.2X"));
  EXPECT_EQ(json["found"], false);
  EXPECT_EQ(json["error"]["code"], "not-found");
  EXPECT_TRUE(json["suggestions"].is_array());
  EXPECT_EQ(Json::parse(show_json(hand_made_engine(), "\xFF", "\xFF"))["found"], false);
}

TEST(BrowseJson, ListsALevelOfTheTree) {
  const Json top = Json::parse(browse_json(hand_made_engine(), "icd10cm", "", 0, 3));
  EXPECT_EQ(members_of(top), (std::vector<std::string>{"found", "node", "nodes", "system", "total"}));
  EXPECT_EQ(top["total"], 6);
  EXPECT_EQ(top["nodes"][0], Json::parse(R"({"kind":"group","code":"E00-E89","display":"Endocrine, nutritional and metabolic diseases","children":1,"below":4})"));
  EXPECT_EQ(top["nodes"][2], Json::parse(R"({"system":"icd10cm","code":"I21","display":"Acute myocardial infarction","status":"active","billable":false,"children":1,"below":1})"));
  EXPECT_EQ(top["nodes"].size(), 3U);
}

TEST(BrowseJson, NamesTheInitialsOfALongLevel) {
  medcode::testing::TestContent content;
  content.systems.push_back({"drugs", "", "", "", "", ""});
  for (int i = 1000; i <= 1400; ++i) content.add(std::to_string(i), (i % 4 == 0 ? "Zinc " : "aspirin ") + std::to_string(i));
  const Engine engine = Engine::open(content.build().value()).value();
  const Json top = Json::parse(browse_json(engine, "drugs", "", 0, 10));
  EXPECT_EQ(top["nodes"], Json::parse(R"([{"kind":"initial","code":"~A","display":"A","children":300,"below":300},
                                         {"kind":"initial","code":"~Z","display":"Z","children":101,"below":101}])"));
  const Json below = Json::parse(browse_json(engine, "drugs", top["nodes"][1]["code"].get<std::string>(), 0, 1));
  EXPECT_EQ(below["total"], 101);
  EXPECT_EQ(below["nodes"][0]["code"], "1000");
}

TEST(BrowseJson, OfAnUnknownNodeIsAnError) {
  EXPECT_EQ(Json::parse(browse_json(hand_made_engine(), "icd10cm", "\xFF", 0, 3))["error"]["code"], "not-found");
  EXPECT_EQ(Json::parse(browse_json(hand_made_engine(), "snomed", "", 0, 3))["found"], false);
}

TEST(SimilarJson, GroupsBySystem) {
  const Json json = Json::parse(similar_json(hand_made_engine(), "icd10cm", "s82201a", "", 3));
  EXPECT_EQ(json["of"], Json::parse(R"({"system":"icd10cm","code":"S82.201A"})"));
  ASSERT_FALSE(json["groups"].empty());
  EXPECT_EQ(json["groups"][0]["system"], "icd10cm");
  const Json& hit = json["groups"][0]["hits"][0];
  EXPECT_EQ(members_of(hit), (std::vector<std::string>{"billable", "code", "display", "score", "status", "system", "variants", "why"}));
  EXPECT_EQ(hit["code"], "S82.202A");
  EXPECT_TRUE(hit["variants"].is_array());
}

TEST(SimilarJson, OfAnUnknownCodeOrSystemIsEmptyWithAnError) {
  const std::vector<std::array<const char*, 3>> unknown{{"icd10cm", "Q00", ""}, {"snomed", "1", ""}, {"icd10cm", "E11", "snomed"}};
  for (const auto& [system, code, in] : unknown) {
    const Json json = Json::parse(similar_json(hand_made_engine(), system, code, in, 3));
    EXPECT_TRUE(json["groups"].empty());
    EXPECT_EQ(json["error"]["code"], "not-found");
  }
}

TEST(SuggestJson, ListsCompletions) {
  EXPECT_EQ(Json::parse(suggest_json(hand_made_engine(), "open fr", 5)), Json::parse(R"({"completions":["open fracture","Open fracture of left ankle"]})"));
  EXPECT_EQ(Json::parse(suggest_json(hand_made_engine(), "", 5)), Json::parse(R"({"completions":[]})"));
}

TEST(InfoJson, DescribesEverySystem) {
  const Json json = Json::parse(info_json(hand_made_engine()));
  EXPECT_EQ(json["format"], 2);
  EXPECT_EQ(json["id"].get<std::string>().size(), 8U);
  ASSERT_EQ(json["systems"].size(), 3U);
  const Json& hcpcs = json["systems"][1];
  EXPECT_EQ(members_of(hcpcs), (std::vector<std::string>{"active", "concepts", "id", "notice", "publisher", "retired", "title", "uri", "version"}));
  EXPECT_EQ(hcpcs["concepts"], 4);
  EXPECT_EQ(hcpcs["active"], 4);
  EXPECT_EQ(hcpcs["retired"], 1);
  EXPECT_EQ(hcpcs["version"], "2026-01");
}

TEST(ErrorJson, NamesThePlaceWhereThereIsOne) {
  EXPECT_EQ(Json::parse(error_json({ErrorCode::Damaged, "It is damaged.", "Fetch it.", {"a.gz", 3, 0, 0}})),
            Json::parse(R"({"error":{"code":"damaged","message":"It is damaged.","advice":"Fetch it.","place":{"file":"a.gz","line":3}}})"));
  EXPECT_FALSE(Json::parse(error_json({ErrorCode::Empty, "\xFF", "", {}}))["error"].contains("place"));
}

}  // namespace
}  // namespace medcode::api
