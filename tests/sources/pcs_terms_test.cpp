#include "core/sources/pcs_terms.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

TEST(PcsTerms, MarksAndParenthesesAreNotTyped) {
  EXPECT_EQ(typed_forms("AbioCor(R) Total Replacement Heart"), Lines{"abiocor total replacement heart"});
  EXPECT_EQ(typed_forms("Artificial anal sphincter (AAS)"), (Lines{"artificial anal sphincter", "aas"}));
  EXPECT_EQ(typed_forms("Auerbach's (myenteric) plexus"), Lines{"auerbach's plexus"});
  EXPECT_EQ(typed_forms("an open ("), Lines{"an open"});
  EXPECT_TRUE(typed_forms("").empty());
}

TEST(PcsTerms, TitlesDoNotSayWhereTwice) {
  EXPECT_EQ(title_form("Intraluminal Device in Upper Arteries"), "intraluminal device");
  EXPECT_EQ(title_form("Monitoring Device, Pressure Sensor in"), "monitoring device pressure sensor");
  EXPECT_EQ(title_form("Esophagus, Lower"), "esophagus lower");
}

TEST(PcsTerms, ASideIsDroppedOnlyWhereBothSidesHaveTheWord) {
  SynonymGatherer synonyms;
  EXPECT_TRUE(synonyms.add("Accessory vein", "Cephalic Vein, Right"));
  EXPECT_TRUE(synonyms.add("Accessory vein", "Cephalic Vein, Left"));
  EXPECT_TRUE(synonyms.add("Right auricle", "Atrium, Right"));
  const std::vector<TermSynonym> all = synonyms.take();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].to, "cephalic vein");
  EXPECT_EQ(all[1].to, "atrium right");
}

TEST(PcsTerms, WhatSaysTheSameAlreadyIsNoSynonym) {
  SynonymGatherer synonyms;
  EXPECT_FALSE(synonyms.add("incision and drainage", "Drainage"));
  EXPECT_FALSE(synonyms.add("Something", ""));
  EXPECT_TRUE(synonyms.take().empty());
}

}  // namespace
}  // namespace medcode
