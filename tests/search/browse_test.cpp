// Does the tree lead from the chapters of a system down to every one of its codes, once?
#include "core/search/browse.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

using medcode::testing::hand_made_engine;
using medcode::testing::TestContent;

constexpr std::size_t all = 10'000;

std::string id_of(const Engine& engine, const TreeNode& node) {
  if (node.kind == TreeNodeKind::Group) return engine.catalog().groups()[node.index].id;
  if (node.kind == TreeNodeKind::Initial) return {'~', static_cast<char>(node.index)};
  return std::string(engine.catalog().code(node.index));
}

/// Returns the lines below `node` as "code children/below".
std::vector<std::string> lines(const Engine& engine, std::string_view system, std::string_view node, std::size_t offset = 0, std::size_t limit = all) {
  const Result<TreeLevel> level = engine.browse(system, node, offset, limit);
  if (!level.ok()) return {level.error().message};
  std::vector<std::string> lines;
  for (const TreeNode& each : level->nodes) lines.push_back(id_of(engine, each) + ' ' + std::to_string(each.children) + '/' + std::to_string(each.below));
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Browse, LeadsFromChaptersOverSectionsToCodes) {
  const Engine& engine = hand_made_engine();
  EXPECT_EQ(lines(engine, "icd10cm", ""), (Lines{"E00-E89 1/4", "S00-T88 2/4", "I21 1/1", "J13 0/0", "J18 1/1", "Z99.8 0/0"}));
  EXPECT_EQ(lines(engine, "icd10cm", "E00-E89"), (Lines{"E08-E13 1/4"}));
  EXPECT_EQ(lines(engine, "icd10cm", "E08-E13"), (Lines{"E11 2/3"}));
  EXPECT_EQ(lines(engine, "icd10cm", "E11"), (Lines{"E11.2 1/1", "E11.9 0/0"}));
  EXPECT_EQ(lines(engine, "icd10cm", "e112"), (Lines{"E11.21 0/0"}));
  EXPECT_TRUE(lines(engine, "icd10cm", "E11.21").empty());
}

TEST(Browse, ListsCodesOfASystemWithoutChapters) {
  EXPECT_EQ(lines(hand_made_engine(), "local", ""), (Lines{"L1 0/0", "L2 0/0"}));
}

TEST(Browse, LeavesOutChaptersWithoutConcepts) {
  TestContent content;
  content.systems.push_back({"icd10cm", "ICD-10-CM", "uri", "1", "", ""});
  content.add("E11", "Type 2 diabetes mellitus");
  content.groups.push_back({"icd10cm", "A00-B99", "Infections", "", "A00", "B99", {}});
  content.groups.push_back({"icd10cm", "E00-E89", "Endocrine diseases", "", "E00", "E89", {}});
  const Engine engine = Engine::open(content.build().value()).value();
  EXPECT_EQ(lines(engine, "icd10cm", ""), (Lines{"E00-E89 1/1"}));
}

TEST(Browse, GivesALevelInPages) {
  const Engine& engine = hand_made_engine();
  EXPECT_EQ(lines(engine, "icd10cm", "", 1, 2), (Lines{"S00-T88 2/4", "I21 1/1"}));
  EXPECT_EQ(engine.browse("icd10cm", "", 1, 2)->total, 6U);
  EXPECT_TRUE(lines(engine, "icd10cm", "", 99, 2).empty());
  EXPECT_TRUE(lines(engine, "icd10cm", "", 0, 0).empty());
}

TEST(Browse, RefusesWhatIsNotThere) {
  const Engine& engine = hand_made_engine();
  EXPECT_EQ(lines(engine, "icd10cm", "Q00"), (Lines{"There is no code `Q00` in icd10cm."}));
  EXPECT_EQ(lines(engine, "icd10cm", "~"), (Lines{"There is no code `~` in icd10cm."}));
  EXPECT_EQ(lines(engine, "snomed", ""), (Lines{"This catalog has no code system `snomed`."}));
}

/// Returns a system of more codes without parent than one level lists.
Engine many_drugs() {
  TestContent content;
  content.systems.push_back({"drugs", "Drugs", "", "", "", ""});
  for (std::size_t i = 0; i <= max_flat_roots; ++i) {
    const char* const name = i % 3 == 0 ? "Zinc " : i % 3 == 1 ? "acetaminophen " : "Ävelin ";
    content.add(std::to_string(1000 + i), name + std::to_string(max_flat_roots - i));
  }
  return Engine::open(content.build().value()).value();
}

TEST(Browse, PutsTooManyCodesUnderTheInitialsOfTheirNames) {
  const Engine engine = many_drugs();
  EXPECT_EQ(lines(engine, "drugs", ""), (Lines{"~# 133/133", "~A 134/134", "~Z 134/134"}));
  EXPECT_EQ(lines(engine, "drugs", "~Z", 0, 2), (Lines{"1000 0/0", "1003 0/0"}));
  EXPECT_EQ(engine.browse("drugs", "~Z", 0, 2)->total, 134U);
  EXPECT_TRUE(lines(engine, "drugs", "~Q").empty());
}

/// Walks the whole tree and counts how often each code is met.
void walk(const Engine& engine, std::string_view system, const std::string& node, std::map<std::string, int>& met) {
  const Result<TreeLevel> level = engine.browse(system, node, 0, all);
  for (const TreeNode& each : level->nodes) {
    const std::string id = id_of(engine, each);
    if (each.kind == TreeNodeKind::Concept) ++met[id];
    if (each.children > 0) walk(engine, system, id, met);
  }
}

TEST(Browse, MeetsEveryCodeOnce) {
  const Engine drugs = many_drugs();
  for (const Engine* engine : {&hand_made_engine(), &drugs}) {
    for (const catalog::SystemRun& run : engine->catalog().systems()) {
      std::map<std::string, int> met;
      walk(*engine, run.system.id, "", met);
      EXPECT_EQ(met.size(), run.end - run.first) << run.system.id;
      for (const auto& [code, times] : met) EXPECT_EQ(times, 1) << code;
    }
  }
}

}  // namespace
}  // namespace medcode::search
