// Is all that a concept's page needs in its pack, and joined to what is shown?
#include "core/api/details_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/catalog_content.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::json;

Concept full_concept() {
  Concept entry;
  entry.system = "icd10cm";
  entry.code = "E11.9";
  entry.designations = {{DesignationUse::Short, "Type 2 diab w/o compl"}, {DesignationUse::Synonym, "searched, so not here"}};
  entry.notes = {{NoteKind::Excludes1, "type 1 diabetes (E10.-)"}, {NoteKind::SeventhCharacter, "A initial"}};
  entry.axes = {{"Body Part", "9", "Common Bile Duct", ""}, {"Device", "Z", "No Device", "none is left"}};
  entry.properties = {{"added", "2015-10-01"}};
  entry.relations = {{"maps-to", "icd9cm", "250.00", {"approximate", "scenario 1"}}};
  return entry;
}

Article article() {
  Article article;
  article.system = "icd10cm";
  article.code = "E11.9";
  article.kind = ArticleKind::Diagnosis;
  article.title = "Type 2 diabetes";
  article.reviewed = "2026-01-02";
  article.sections = {{"Summary", "", {{ArticleBlock::Shape::Paragraph, {"A disease."}}, {ArticleBlock::Shape::List, {"one", "two"}}}},
                      {"Patient Experience", "During", {{ArticleBlock::Shape::Steps, {"first"}}}}};
  return article;
}

TEST(Details, HoldEveryPartOfAConcept) {
  const std::vector<Concept> concepts{full_concept()};
  const std::vector<Article> articles{article()};
  const std::vector<DetailPack> packs = make_detail_packs(concepts, articles, {});
  ASSERT_EQ(packs.size(), 1U);
  EXPECT_EQ(packs[0].entry.file, "icd10cm-0000.json.gz");
  EXPECT_EQ(packs[0].entry.first, 0U);
  const Json json = Json::parse(find_in_pack(packs[0].json, "E11.9"));
  EXPECT_EQ(json["designations"], Json::parse(R"([{"use":"short","text":"Type 2 diab w/o compl"}])"));
  EXPECT_EQ(json["notes"][0], Json::parse(R"json({"kind":"excludes1","text":"type 1 diabetes (E10.-)"})json"));
  EXPECT_EQ(json["notes"][1]["kind"], "seventh-character");
  EXPECT_EQ(json["axes"][0], Json::parse(R"({"title":"Body Part","value":"9","label":"Common Bile Duct"})"));
  EXPECT_EQ(json["axes"][1]["definition"], "none is left");
  EXPECT_EQ(json["properties"], Json::parse(R"([{"name":"added","value":"2015-10-01"}])"));
  EXPECT_EQ(json["relations"], Json::parse(R"([{"kind":"maps-to","system":"icd9cm","code":"250.00","flags":["approximate","scenario 1"]}])"));
  EXPECT_EQ(json["article"], Json::parse(R"({"kind":"diagnosis","title":"Type 2 diabetes","reviewed":"2026-01-02","sections":[
      {"heading":"Summary","blocks":["A disease.",{"list":["one","two"]}]},
      {"heading":"Patient Experience","subheading":"During","blocks":[{"steps":["first"]}]}]})"));
}

TEST(Details, NotesOfACodeAboveSayWhereTheyAreFrom) {
  const std::string joined = join_inherited_notes(R"({"notes":[{"kind":"other","text":"own"}]})", "E11", R"({"notes":[{"kind":"includes","text":"NOS"}]})");
  const Json notes = Json::parse(joined)["notes"];
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_FALSE(notes[0].contains("from"));
  EXPECT_EQ(notes[1], Json::parse(R"({"kind":"includes","text":"NOS","from":"E11"})"));
  EXPECT_EQ(join_inherited_notes("{}", "E11", "{}"), "{}");
  EXPECT_EQ(join_inherited_notes("{}", "E11", "damaged"), "{}");
}

TEST(Details, NotesOfAChapterLieInEachPackWithACodeOfIt) {
  std::vector<Concept> concepts;
  for (const char* code : {"A00", "B99", "C00", "E11.9"}) {
    Concept entry;
    entry.system = "icd10cm";
    entry.code = code;
    entry.notes = {{NoteKind::Other, std::string(90'000, 'x')}};
    concepts.push_back(std::move(entry));
  }
  const auto chapter = [](const char* first, const char* last) {
    return Group{"icd10cm", std::string(first) + "-" + last, "A chapter", "", first, last, {{NoteKind::Includes, std::string("all of ") + first}}};
  };
  const std::vector<Group> groups{chapter("A00", "B99"), chapter("B99", "C00"), chapter("C00", "D49"), chapter("E08", "E11"), chapter("F00", "F99")};
  const std::vector<DetailPack> packs = make_detail_packs(concepts, {}, groups);
  ASSERT_EQ(packs.size(), 2U);
  EXPECT_EQ(find_group_in_pack(packs[0].json, "A00-B99"), R"({"notes":[{"kind":"includes","text":"all of A00"}]})");
  EXPECT_NE(find_group_in_pack(packs[0].json, "B99-C00"), "");
  EXPECT_EQ(find_group_in_pack(packs[0].json, "C00-D49"), "");
  EXPECT_EQ(find_group_in_pack(packs[1].json, "A00-B99"), "");
  EXPECT_NE(find_group_in_pack(packs[1].json, "B99-C00"), "");
  EXPECT_NE(find_group_in_pack(packs[1].json, "C00-D49"), "");
  EXPECT_NE(find_group_in_pack(packs[1].json, "E08-E11"), "") << "E11.9 is below its last code";
  EXPECT_EQ(find_group_in_pack(packs[1].json, "F00-F99"), "");
}

TEST(Details, AreCutIntoPacksOfOneSystemAndBoundedSize) {
  std::vector<Concept> concepts;
  for (const char* system : {"hcpcs", "icd10cm"}) {
    for (int i = 0; i < 60; ++i) {
      Concept entry;
      entry.system = system;
      entry.code = "A" + std::to_string(1'000 + i);
      entry.notes = {{NoteKind::Other, std::string(8'000, 'x')}};
      concepts.push_back(std::move(entry));
    }
  }
  const std::vector<DetailPack> packs = make_detail_packs(concepts, {}, {});
  EXPECT_GT(packs.size(), 4U);
  std::size_t found = 0;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const Json json = Json::parse(packs[i].json, nullptr, false);
    ASSERT_TRUE(json.is_object()) << packs[i].entry.file;
    EXPECT_LT(packs[i].json.size(), pack_bytes + 10'000);
    const std::string& system = concepts[packs[i].entry.first].system;
    EXPECT_EQ(packs[i].entry.file.find(system + "-000"), 0U);
    found += json["concepts"].size();
  }
  EXPECT_EQ(found, concepts.size());
}

TEST(Details, OfAConceptWithoutAnyAreNone) {
  Concept bare;
  bare.system = "hcpcs";
  bare.code = "A1";
  const std::vector<Concept> concepts{bare};
  const std::vector<DetailPack> packs = make_detail_packs(concepts, {}, {});
  ASSERT_EQ(packs.size(), 1U);
  EXPECT_EQ(find_in_pack(packs[0].json, "A1"), "");
  EXPECT_TRUE(make_detail_packs({}, {}, {}).empty());
}

TEST(Details, OfAPackThatIsDamagedAreNone) {
  for (const char* text : {"", "x", "[]", "{}", "{\"concepts\":[]}", "{\"concepts\":{\"A\":1}"}) EXPECT_EQ(find_in_pack(text, "A"), "") << text;
}

TEST(Details, OfTheWrongKindAreLeftOutOfWhatIsShown) {
  const std::string shown = R"({"code":"A","notes":[]})";
  EXPECT_EQ(join_details(shown, R"({"notes":"text","designations":{},"article":[],"axes":1})"), shown);
  EXPECT_EQ(join_details(shown, R"({"article":{"title":"t"}})"), R"({"code":"A","notes":[],"article":{"title":"t"}})");
  const std::string damaged = join_details(R"({"code":"A"})", R"({"notes":"text"})");
  EXPECT_EQ(join_inherited_notes(damaged, "B", R"({"notes":[1,{"text":"n"}]})"), R"({"code":"A","notes":[{"text":"n","from":"B"}]})");
}

TEST(Details, ThatNestByTheThousandAreNone) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  const std::string pack = "{\"concepts\":{\"A\":" + deep + "}}";
  EXPECT_FALSE(is_detail_pack(pack));
  EXPECT_EQ(find_in_pack(pack, "A"), "");
  EXPECT_EQ(join_details("{}", "{\"notes\":" + deep + "}"), "{}");
  EXPECT_EQ(join_inherited_notes("{}", "B", "{\"notes\":" + deep + "}"), "{}");
}

TEST(Details, StayJsonWhateverTheTextOfASource) {
  Concept entry = full_concept();
  entry.notes = {{NoteKind::Other, "\xFF \"quoted\" \n </script>"}};
  const std::vector<Concept> concepts{entry};
  const Json json = Json::parse(find_in_pack(make_detail_packs(concepts, {}, {})[0].json, "E11.9"), nullptr, false);
  EXPECT_EQ(json["notes"][0]["text"], "\xEF\xBF\xBD \"quoted\" \n </script>");
}

TEST(Details, AreJoinedToWhatIsShown) {
  const Json joined = Json::parse(join_details(R"({"code":"A","designations":[{"use":"lay","text":"a"}]})", R"({"designations":[{"use":"short","text":"b"}],"notes":[1]})"));
  EXPECT_EQ(joined["designations"].size(), 2U);
  EXPECT_EQ(joined["notes"], Json::parse("[1]"));
  EXPECT_EQ(joined["code"], "A");
  EXPECT_EQ(join_details("{\"code\":1}", "damaged"), "{\"code\":1}");
}

}  // namespace
}  // namespace medcode::api
