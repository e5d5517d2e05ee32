// Which concepts are like this one, and is it said why?
#include "core/search/similar.hpp"

#include <gtest/gtest.h>

#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

using medcode::testing::hand_made_engine;

std::uint32_t number_of(std::string_view system, std::string_view code) { return hand_made_engine().find(system, code).value(); }

TEST(Similar, PutsTheTwinFirstInItsOwnSystem) {
  const auto groups = hand_made_engine().similar(number_of("icd10cm", "S82.201A"), std::nullopt, 5);
  ASSERT_FALSE(groups.empty());
  EXPECT_EQ(groups[0].system, 0U);
  ASSERT_FALSE(groups[0].lines.empty());
  EXPECT_EQ(groups[0].lines[0].best.number, number_of("icd10cm", "S82.202A"));
  EXPECT_GT(groups[0].lines[0].best.score.coverage, 0.5F);
  EXPECT_LE(groups[0].lines[0].best.score.coverage, 1.0F);
}

TEST(Similar, NeverHoldsTheConceptItselfNorMoreThanAsked) {
  const Engine& engine = hand_made_engine();
  for (std::uint32_t number = 0; number < engine.catalog().concept_count(); ++number) {
    for (const LikenessGroup& group : engine.similar(number, std::nullopt, 2)) {
      EXPECT_FALSE(group.lines.empty());
      EXPECT_LE(group.lines.size(), 2U);
      for (std::size_t i = 0; i < group.lines.size(); ++i) {
        EXPECT_NE(group.lines[i].best.number, number);
        EXPECT_EQ(engine.catalog().system_of(group.lines[i].best.number), group.system);
        EXPECT_GE(group.lines[i == 0 ? 0 : i - 1].best.score.coverage, group.lines[i].best.score.coverage);
        for (const Ranked& variant : group.lines[i].variants) EXPECT_NE(variant.number, number);
      }
    }
  }
}

TEST(Similar, CanBeLimitedToASystem) {
  const auto groups = hand_made_engine().similar(number_of("hcpcs", "K0099"), 1U, 5);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].system, 1U);
  EXPECT_EQ(groups[0].lines[0].best.number, number_of("hcpcs", "E0143"));
  EXPECT_TRUE(hand_made_engine().similar(number_of("hcpcs", "K0099"), 1U, 0).empty());
}

/// Returns an engine over a few fractures, operations and a lexicon that knows what an operation is in other words.
const Engine& likeness_engine() {
  static const Engine engine = [] {
    medcode::testing::TestContent content;
    content.systems.push_back({"icd10cm", "", "", "", "", ""});
    content.add("S42.4", "Fracture of lower end of humerus", {}, Billing::Billable);
    content.add("S52.5", "Fracture of lower end of radius", {}, Billing::Header);
    content.add("S52.501A", "Fracture of lower end of right radius, initial encounter", {}, Billing::Billable);
    content.add("S52.502A", "Fracture of lower end of left radius, initial encounter", {}, Billing::Billable);
    content.add("S52.502D", "Fracture of lower end of left radius, subsequent encounter", {}, Billing::Billable);
    content.add("S52.509A", "Fracture of lower end of unspecified radius, initial encounter", {}, Billing::Billable);
    content.add("S92.0", "Fracture of heel without displacement", {}, Billing::Billable);
    content.add("S92.1", "Fracture of heel with displacement", {}, Billing::Billable);
    content.add("Z99", "Dependence on a machine", {}, Billing::Billable);
    content.systems.push_back({"icd10pcs", "", "", "", "", ""});
    content.add("0FT40ZZ", "Resection of Gallbladder, Open Approach", {}, Billing::Billable);
    content.add("0FT44ZZ", "Resection of Gallbladder, Percutaneous Endoscopic Approach", {}, Billing::Billable);
    content.add("0DTJ0ZZ", "Resection of Appendix, Open Approach", {}, Billing::Billable);
    content.systems.push_back({"local", "", "", "", "", ""});
    content.add("A", "Closed fracture of lower end of radius", {}, Billing::Billable);
    content.add("B", "Cholecystectomy", {}, Billing::Billable);
    content.add("C", "Fracture of heel, without displacement", {}, Billing::Billable);
    medcode::testing::sort_concepts(content);
    content.lexicon = text::write_lexicon(std::vector<text::LexiconEntry>{{text::LexiconKind::Procedure, "cholecystectomy", {"resection gallbladder"}, {"icd10pcs"}}});
    Result<Engine> opened = Engine::open(content.build().value());
    return std::move(opened).value();
  }();
  return engine;
}

LikenessGroup group_of(std::string_view system, std::string_view code, std::size_t in) {
  const auto groups = likeness_engine().similar(likeness_engine().find(system, code).value(), in, 10);
  return groups.empty() ? LikenessGroup{} : groups.front();
}

std::string code_of(const Ranked& ranked) { return std::string(likeness_engine().catalog().code(ranked.number)); }

TEST(Similar, FoldsSidesAndEncountersIntoOneLineOfACodeToBeBilled) {
  const LikenessGroup group = group_of("local", "A", 0);
  ASSERT_FALSE(group.lines.empty());
  EXPECT_EQ(code_of(group.lines[0].best), "S52.509A") << "no side was asked for, and a header cannot be billed";
  EXPECT_EQ(group.lines[0].variants.size(), 4U);
  for (const Ranked& variant : group.lines[0].variants) EXPECT_TRUE(code_of(variant).starts_with("S52.5"));
}

TEST(Similar, PutsWithoutBeforeWith) {
  const LikenessGroup group = group_of("local", "C", 0);
  ASSERT_GE(group.lines.size(), 2U);
  EXPECT_EQ(code_of(group.lines[0].best), "S92.0");
  EXPECT_EQ(code_of(group.lines[1].best), "S92.1");
}

TEST(Similar, FindsWhatTheLexiconSaysInOtherWordsAndSaysSo) {
  const LikenessGroup group = group_of("local", "B", 1);
  ASSERT_FALSE(group.lines.empty());
  EXPECT_TRUE(code_of(group.lines[0].best).starts_with("0FT4"));
  EXPECT_EQ(group.lines[0].variants.size(), 1U) << "the approaches stand on one line";
  EXPECT_EQ(group.lines[0].why, "cholecystectomy read as resection gallbladder");
}

TEST(Similar, LeavesOutWhatSharesNothingThatTells) {
  for (const LikenessLine& line : group_of("local", "A", 0).lines) EXPECT_NE(code_of(line.best), "Z99");
  EXPECT_TRUE(group_of("local", "A", 1).lines.empty());
}

TEST(Similar, RanksVariantsAfterAllOthersWhenAskedAsAQuery) {
  const search::Answer answer = likeness_engine().search("similar:local/A system:icd10cm", {});
  ASSERT_GE(answer.hits.size(), 5U);
  EXPECT_EQ(code_of({answer.hits[0].number, {}}), "S52.509A");
  EXPECT_EQ(code_of({answer.hits[1].number, {}}), "S42.4") << "the next line, not the next side";
  EXPECT_TRUE(code_of({answer.hits.back().number, {}}).starts_with("S52.5"));
}

TEST(Similar, SaysWhichWordsBothShare) {
  const Engine& engine = hand_made_engine();
  Scratch scratch(engine.catalog().name_count(), engine.index().term_count());
  const text::Lexicon lexicon(engine.catalog().lexicon());
  const auto explain = [&](std::uint32_t number, std::uint32_t other) { return explain_likeness(engine.index(), lexicon, scratch, number, other); };
  const std::string why = explain(number_of("icd10cm", "S82.201A"), number_of("icd10cm", "S82.202A"));
  EXPECT_EQ(why.find("shares: "), 0U);
  EXPECT_NE(why.find("tibia"), std::string::npos);
  EXPECT_EQ(explain(number_of("hcpcs", "E0143"), number_of("icd10cm", "J13")), "");
}

}  // namespace
}  // namespace medcode::search
