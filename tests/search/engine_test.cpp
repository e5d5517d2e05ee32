// Is the engine's one door what engine.hpp says: open, search, find, neighbours, similar, suggest?
#include "core/engine.hpp"

#include <gtest/gtest.h>

#include "tests/support/hand_made_engine.hpp"

namespace medcode {
namespace {

using medcode::testing::hand_made_content;
using medcode::testing::hand_made_engine;

TEST(Engine, RefusesWhatIsNoCatalog) {
  EXPECT_EQ(Engine::open("").error().code, ErrorCode::Empty);
  EXPECT_EQ(Engine::open("hello").error().code, ErrorCode::BadFormat);
}

TEST(Engine, OutlivesTheBytesItWasOpenedFromAndCanBeMoved) {
  std::string bytes = hand_made_content().build().value();
  Result<Engine> opened = Engine::open(bytes);
  ASSERT_TRUE(opened.ok());
  bytes.assign(bytes.size(), '\0');
  const Engine engine = std::move(opened).value();
  const search::Answer answer = engine.search("rt tibia fx");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Fracture of shaft of right tibia, initial encounter");
}

TEST(Engine, OverAnEmptyCatalogAnswersNothing) {
  const Result<Engine> engine = Engine::open(medcode::testing::TestContent().build().value());
  ASSERT_TRUE(engine.ok());
  for (const char* query : {"", "stent", "E11", "is:active", "NOT x", "\"a b\"", "st*", "x~2", "under:E11", "similar:icd10cm/E11"}) {
    EXPECT_TRUE(engine->search(query).hits.empty()) << query;
  }
  EXPECT_TRUE(engine->suggest("st", 5).empty());
}

TEST(Engine, FindsByIdOrAliasInAnySpelling) {
  const Engine& engine = hand_made_engine();
  EXPECT_EQ(engine.find("icd10cm", "E1121").value(), 2U);
  EXPECT_EQ(engine.find("icd10", "e11.21").value(), 2U);
  const Result<std::uint32_t> no_code = engine.find("icd10cm", "Q00");
  ASSERT_FALSE(no_code.ok());
  EXPECT_EQ(no_code.error().message, "There is no code `Q00` in icd10cm.");
  const Result<std::uint32_t> no_system = engine.find("snomed", "1");
  ASSERT_FALSE(no_system.ok());
  EXPECT_EQ(no_system.error().message, "This catalog has no code system `snomed`.");
}

TEST(Engine, KnowsAConceptsNeighbours) {
  const Engine& engine = hand_made_engine();
  const Neighbourhood place = engine.neighbourhood(engine.find("icd10cm", "E11.21").value());
  EXPECT_EQ(place.ancestors, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_TRUE(place.children.empty());
  ASSERT_EQ(place.chapters.size(), 2U);
  EXPECT_EQ(place.chapters[0]->id, "E00-E89");
  EXPECT_EQ(place.chapters[1]->id, "E08-E13");
  const Neighbourhood top = engine.neighbourhood(0);
  EXPECT_EQ(top.children, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(top.child_count, 2U);
  EXPECT_TRUE(engine.neighbourhood(engine.find("hcpcs", "C1874").value()).chapters.empty());
}

TEST(Engine, ListsOnlySoManyChildrenButCountsAll) {
  medcode::testing::TestContent content;
  content.systems.push_back({"icd10cm", "", "", "", "", ""});
  content.add("A00", "top");
  for (int i = 0; i < 600; ++i) content.add("A00." + std::to_string(1'000 + i), "child");
  const Result<Engine> engine = Engine::open(content.build().value());
  ASSERT_TRUE(engine.ok());
  EXPECT_EQ(engine->neighbourhood(0).child_count, 600U);
  EXPECT_EQ(engine->neighbourhood(0).children.size(), max_children);
}

TEST(Engine, IsNotCaughtByParentsThatGoInACircle) {
  medcode::testing::TestContent content;
  content.systems.push_back({"local", "", "", "", "", ""});
  content.add("A", "one").parent = "B";
  content.add("B", "two").parent = "A";
  const Result<Engine> engine = Engine::open(content.build().value());
  ASSERT_TRUE(engine.ok());
  EXPECT_LE(engine->neighbourhood(0).ancestors.size(), 64U);
  EXPECT_EQ(engine->search("under:A").hits.size(), 2U);
}

TEST(Engine, AnswersTheSameWhateverWasAskedBefore) {
  const Engine& engine = hand_made_engine();
  const auto displays = [&engine](std::string_view query) {
    std::string joined;
    for (const search::Hit& hit : engine.search(query).hits) joined += hit.display + '=' + std::to_string(hit.score.total()) + '\n';
    return joined;
  };
  const std::string expected = displays("left tibia fracture");
  for (const char* other : {"diabetes", "fracture xqzzy", "similar:icd10cm/E11.9", "pnuemonia", "E11", "a OR b OR stent", "left"}) {
    displays(other);
    engine.similar(3, std::nullopt, 5);
    EXPECT_EQ(displays("left tibia fracture"), expected) << other;
  }
}

}  // namespace
}  // namespace medcode
