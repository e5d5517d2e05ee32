// Is the sum behind every place the one that RANKING.md shows?
#include "core/search/ranking.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "core/search/best_first.hpp"
#include "core/search/weights.hpp"
#include "tests/query/random_source.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

std::string document() {
  std::ifstream file(MEDCODE_ROOT "/core/search/RANKING.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string written(float value, int digits) {
  std::stringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

/// Returns the names and values of weights.hpp as they are written there.
std::vector<std::pair<std::string, float>> weights_of_the_program() {
  std::ifstream file(MEDCODE_ROOT "/core/search/weights.hpp");
  std::vector<std::pair<std::string, float>> weights;
  constexpr std::string_view start = "inline constexpr float ";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(start)) continue;
    const std::size_t sign = line.find(" = ");
    weights.emplace_back(line.substr(start.size(), sign - start.size()), std::strtof(line.c_str() + sign + 3, nullptr));
  }
  return weights;
}

TEST(Ranking, EveryWeightIsInTheDocumentAsItIsInTheProgram) {
  const std::string text = document();
  const auto weights = weights_of_the_program();
  EXPECT_GT(weights.size(), 20U);
  for (const auto& [name, value] : weights) {
    if (name == "least_name_weight") continue;  // a guard against dividing by nothing
    const std::string row = "| `" + name + "` | " + written(value, 2) + " |";
    EXPECT_NE(text.find(row), std::string::npos) << "RANKING.md lacks the row " << row;
  }
  std::string uses;
  for (const float use : weights::name_use) uses += (uses.empty() ? "" : ", ") + written(use, 2);
  EXPECT_NE(text.find(uses), std::string::npos) << uses;
}

TEST(Ranking, ThePartsOfAQualityAddUpToOne) {
  EXPECT_FLOAT_EQ(weights::satisfaction + weights::coverage + weights::prior, 1.0F);
  EXPECT_LE(weights::active_prior + weights::usage_prior + weights::billable_prior + weights::article_prior, 1.0001F);
}

TEST(Ranking, TheSumOfTheDocumentIsTheSumOfTheProgram) {
  medcode::testing::TestContent content;
  content.systems.push_back({"icd10cm", "", "", "", "", ""});
  content.add("S82.2", "Fracture of tibia", {}, Billing::Header);
  content.add("S82.201", "Fracture of right tibia", {{DesignationUse::Lay, "Broken shin (right)"}}, Billing::Billable).usage = 9;
  content.with_article = {1};
  const Result<Engine> engine = Engine::open(content.build().value());
  ASSERT_TRUE(engine.ok());
  const Answer answer = engine->search("right tibia", {20, 0, {}, false});
  ASSERT_EQ(answer.hits.size(), 2U);
  const std::string text = document();
  const auto expect_shown = [&text](const Hit& hit, std::string_view code) {
    const std::string row = "| " + std::string(code) + " | " + written(hit.score.satisfaction, 3) + " | " + written(hit.score.coverage, 3) + " | " + written(hit.score.prior, 3) + " | " +
                            written(hit.score.quality(), 3) + " | " + written(hit.score.total(), 3) + " |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  };
  expect_shown(answer.hits[0], "S82.201");
  expect_shown(answer.hits[1], "S82.2");
  EXPECT_EQ(answer.hits[0].score.tier, Tier::AllWords);
  EXPECT_EQ(answer.hits[1].score.tier, Tier::Relaxed);
  EXPECT_NEAR(answer.hits[0].score.total(), 1 + 0.45 * 1 + 0.45 * 0.5 + 0.10 * (0.50 + 0.12 + 0.08 + 0.30 * 26 / 255), 1e-4);
}

TEST(Ranking, EqualSumsStandInTheOrderOfTheCatalog) {
  Ranked first{3, {}}, second{5, {}};
  EXPECT_TRUE(stands_before(first, second));
  EXPECT_FALSE(stands_before(second, first));
  EXPECT_FALSE(stands_before(first, first));
  second.score.coverage = 0.5F;
  EXPECT_TRUE(stands_before(second, first));
}

TEST(BestFirst, KeepsWhatSortingEverythingWouldPutFirst) {
  query::testing::RandomSource random;
  for (int round = 0; round < 500; ++round) {
    std::vector<Ranked> all(random.below(60));
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      all[i].number = i;
      all[i].score.coverage = static_cast<float>(random.below(5)) / 5;
    }
    const std::size_t limit = random.below(12);
    BestFirst best(limit);
    for (const Ranked& ranked : all) {
      if (best.may_enter(ranked.score.total())) best.push(ranked);
    }
    std::sort(all.begin(), all.end(), stands_before);
    const std::vector<Ranked> kept = best.take();
    ASSERT_EQ(kept.size(), std::min(limit, all.size()));
    for (std::size_t i = 0; i < kept.size(); ++i) ASSERT_EQ(kept[i].number, all[i].number) << random.described();
  }
}

}  // namespace
}  // namespace medcode::search
