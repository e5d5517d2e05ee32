// Does a name say the contrary of what is asked? Then it stands behind the one that says so.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::search {
namespace {

/// Returns the codes of the answers to `query` over concepts A00, A01 ... with these names, best first.
std::vector<std::string> ranked(const std::vector<std::string>& names, const std::string& query) {
  medcode::testing::TestContent content;
  content.systems.push_back({"icd10cm", "ICD-10-CM", "uri", "1", "", ""});
  for (std::size_t i = 0; i < names.size(); ++i) content.add("A0" + std::to_string(i), names[i]);
  const Engine engine = Engine::open(content.build().value()).value();
  std::vector<std::string> codes;
  for (const Hit& hit : engine.search(query).hits) codes.emplace_back(engine.catalog().code(hit.number));
  return codes;
}

using Codes = std::vector<std::string>;

TEST(PolarityTest, WithIsNotWithout) {
  const std::vector<std::string> names = {"Concussion without coma", "Concussion with coma"};
  EXPECT_EQ(ranked(names, "concussion with coma"), (Codes{"A01", "A00"}));
  EXPECT_EQ(ranked(names, "concussion coma"), (Codes{"A01", "A00"}));
  EXPECT_EQ(ranked(names, "concussion without coma"), (Codes{"A00", "A01"}));
  EXPECT_EQ(ranked(names, "concussion no coma"), (Codes{"A00", "A01"}));
  EXPECT_EQ(ranked(names, "coma"), (Codes{"A01", "A00"}));
}

TEST(PolarityTest, ANegatorReachesToTheNextCommaOrWith) {
  const std::vector<std::string> names = {"Fusion without graft, with cage", "Fusion with graft, without cage", "Fusion without cage with graft"};
  EXPECT_EQ(ranked(names, "fusion with cage").front(), "A00");
  EXPECT_EQ(ranked(names, "fusion graft without cage").back(), "A00");
}

TEST(PolarityTest, WithOrWithoutSaysNeither) {
  const std::vector<std::string> names = {"Scan without contrast", "Scan with or without contrast"};
  EXPECT_EQ(ranked(names, "scan contrast"), (Codes{"A01", "A00"}));
}

TEST(PolarityTest, NonReachesOnlyTheNextWord) {
  const std::vector<std::string> names = {"Non-pressure ulcer of heel", "Pressure ulcer of the right heel"};
  EXPECT_EQ(ranked(names, "pressure ulcer heel"), (Codes{"A01", "A00"}));
  EXPECT_EQ(ranked(names, "ulcer heel"), (Codes{"A00", "A01"}));
}

TEST(PolarityTest, WhatIsDeniedNeedNotBeSpokenOf) {
  const std::vector<std::string> names = {"Bronchitis with exacerbation", "Bronchitis", "Bronchitis without exacerbation"};
  EXPECT_EQ(ranked(names, "bronchitis without exacerbation"), (Codes{"A02", "A01", "A00"}));
  EXPECT_EQ(ranked(names, "bronchitis no exacerbation"), (Codes{"A01", "A02", "A00"}));  // no name has the word "no"
}

TEST(PolarityTest, TheReasonSaysSo) {
  medcode::testing::TestContent content;
  content.systems.push_back({"icd10cm", "ICD-10-CM", "uri", "1", "", ""});
  content.add("A00", "Concussion without coma");
  const Engine engine = Engine::open(content.build().value()).value();
  EXPECT_NE(engine.search("concussion with coma").hits.at(0).why.find("says the contrary of coma"), std::string::npos);
}

}  // namespace
}  // namespace medcode::search
