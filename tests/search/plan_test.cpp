// Does every filter and operator let through what LANGUAGE.md says?
#include "core/search/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/search/filters.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

using medcode::testing::ask;
using medcode::testing::codes;
using medcode::testing::codes_of;
using Codes = std::vector<std::string>;

/// Returns the answers that meet the whole query.
Codes sorted(std::string_view query) {
  Answer answer = ask(query);
  std::erase_if(answer.hits, [](const Hit& hit) { return hit.score.tier == Tier::Relaxed; });
  EXPECT_FALSE(answer.error) << query << ": " << answer.error->message;
  Codes found = codes_of(answer);
  std::sort(found.begin(), found.end());
  return found;
}

struct Example {
  const char* query;
  Codes codes;
};

void expect_all(std::initializer_list<Example> examples) {
  for (const Example& example : examples) EXPECT_EQ(sorted(example.query), example.codes) << example.query;
}

TEST(Plan, SystemsByIdOrAlias) {
  expect_all({{"system:hcpcs walker", {"E0143", "K0099"}},
              {"system:icd10 pneumonia", {"J13", "J18", "J18.9"}},
              {"system:hcpcs,local stent", {"C1874", "L1"}},
              {"-system:hcpcs stent", {"L1"}},
              {"system:cpt walker", {}},
              {"system:local", {"L1", "L2"}}});
}

TEST(Plan, CodesByPatternListAndRange) {
  expect_all({{"code:E11.2*", {"E11.2", "E11.21"}},
              {"code:e112", {"E11.2"}},
              {"code:?11.9", {"E11.9"}},
              {"code:E11,J13", {"E11", "J13"}},
              {"code:E11..I21", {"E11", "E11.2", "E11.21", "E11.9", "I21", "I21.9"}},
              {"code:[J13 TO J18]", {"J13", "J18", "J18.9", "J1815"}},
              {"code:X99", {}}});
}

TEST(Plan, HierarchyStateAndChapters) {
  expect_all({{"under:E11", {"E11", "E11.2", "E11.21", "E11.9"}},
              {"under:icd10cm/E11.2", {"E11.2", "E11.21"}},
              {"under:hcpcs/E11", {}},
              {"is:header", {"E11", "E11.2", "I21", "J18", "S82.2"}},
              {"is:inactive", {"K0099", "Z99.8"}},
              {"is:active system:hcpcs", {"C1874", "E0100", "E0143", "J1815"}},
              {"is:billable under:E11", {"E11.21", "E11.9"}},
              {"has:article", {"E0100", "E11.9"}},
              {"chapter:diabetes nephropathy", {"E11.21"}},
              {"chapter:\"diabetes mellitus\" is:header", {"E11", "E11.2"}},
              {"chapter:injury open", {"S82.9"}},
              {"chapter:S00-T88 open", {"S82.9"}}});
}

TEST(Plan, OperatorsPhrasesAndPatterns) {
  expect_all({{"right OR ankle", {"S82.201A", "S82.9"}},
              {"fracture NOT open", {"S82.2", "S82.201A", "S82.202A"}},
              {"fracture (left OR right) -open", {"S82.201A", "S82.202A"}},
              {"\"left tibia\"", {"S82.202A"}},
              {"\"fracture tibia\"", {}},
              {"\"fracture tibia\"~3 -left -right", {"S82.2"}},
              {"vert*", {"L2"}},
              {"pneumon?a -unspecified -streptococcus", {"J18.9"}},
              {"nefropathy~2", {"E11.21"}},
              {"diabetes AND kidney", {"E11.2"}},
              {"NOT system:icd10cm,hcpcs", {"L1", "L2"}}});
}

TEST(Plan, FieldsLimitAWordToTheDisplayOrTheOtherNames) {
  expect_all({{"title:\"heart attack\"", {}}, {"synonym:infection", {"J18.9"}}, {"synonym:\"heart attack\"", {"I21.9"}}, {"title:stent synonym:infusion", {"L1"}}, {"synonym:stent", {"C1874"}}});
}

TEST(Plan, SimilarGivesWhatIsLikeACode) {
  const Codes found = codes("similar:icd10cm/S82.201A");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front(), "S82.202A");
  EXPECT_EQ(std::count(found.begin(), found.end(), "S82.201A"), 0);
  for (const std::string& code : codes("similar:icd10cm/S82.201A system:hcpcs")) EXPECT_NE(code.front(), 'S');
}

TEST(Plan, FindsWhatIsMappedToACode) {
  EXPECT_EQ(codes("maps-to:icd10cm/E11.9"), (Codes{"E11.21", "E0100"}));
  EXPECT_EQ(codes("maps-to:icd10cm/E11.9 system:hcpcs"), (Codes{"E0100"}));
  EXPECT_EQ(codes("maps-to:hcpcs/C1874"), (Codes{"S82.9"}));
  EXPECT_TRUE(codes("maps-to:icd10cm/I21").empty());
}

TEST(Plan, FindsWordsOfOfficialNotes) {
  EXPECT_EQ(codes("note:dialysis"), (Codes{"S82.9", "E11.2"}));
  EXPECT_EQ(codes("note:\"dialysis status\""), (Codes{"E11.2"}));
  EXPECT_EQ(codes("note:(status OR graft)"), (Codes{"S82.9", "E11.2"}));
  EXPECT_EQ(codes("note:(dialysis -status)"), (Codes{"S82.9"}));
  EXPECT_EQ(codes("note:\"use additional code\""), (Codes{"E11.2"}));
  EXPECT_TRUE(codes("note:ialysis").empty()) << "words are found from their start";
}

TEST(Plan, WhatCannotBeSearchedIsToldWithItsPlace) {
  struct Problem {
    const char* query;
    const char* message;
    std::size_t begin;
  };
  for (const Problem& problem : {Problem{"stent system:icd11", "There is no code system `icd11`.", 6}, Problem{"note:dial*s stent", "In notes only words and phrases are searched.", 5},
                                 Problem{"stent maps-to:icd10cm/Q99", "There is no code `icd10cm/Q99` in this catalog.", 6},
                                 Problem{"similar:icd10cm/Q99", "There is no code `icd10cm/Q99` in this catalog.", 0}}) {
    const Answer answer = ask(problem.query);
    ASSERT_TRUE(answer.error) << problem.query;
    EXPECT_EQ(answer.error->message, problem.message);
    EXPECT_EQ(answer.error->place.begin, problem.begin) << problem.query;
    EXPECT_FALSE(answer.error->advice.empty());
  }
  EXPECT_EQ(codes("stent system:icd11").size(), 2U) << "the rest is answered";
}

TEST(Plan, AWeightMovesAnAnswerUp) {
  const Codes plain = codes("stent OR vertigo");
  ASSERT_EQ(plain.size(), 3U);
  const Codes vertigo = codes("stent OR vertigo^20");
  EXPECT_EQ(vertigo.front(), "L2");
  const Codes stent = codes("stent^20 OR vertigo");
  EXPECT_NE(stent.front(), "L2");
}

}  // namespace
}  // namespace medcode::search
