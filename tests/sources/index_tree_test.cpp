#include "core/sources/index_tree.hpp"

#include <gtest/gtest.h>

#include "core/sources/index_phrases.hpp"

namespace medcode {
namespace {

/// Fracture, traumatic (abduction) / forearm NEC / with ... and "Complications".
class IndexTreeTest : public ::testing::Test {
 protected:
  IndexTree tree_;
  std::size_t fracture_ = tree_.add(no_entry, "Fracture, broken (bone)", 1);
  std::size_t traumatic_ = tree_.add(fracture_, "traumatic", 2);
  std::size_t forearm_ = tree_.add(traumatic_, "forearm (lower arm) NEC", 3);
  std::size_t with_ = tree_.add(forearm_, "with", 4);
  std::size_t nerve_ = tree_.add(with_, "nerve injury", 5);
  std::size_t complications_ = tree_.add(no_entry, "Complications", 6);
};

TEST_F(IndexTreeTest, TitlesLoseParenthesesAndAbbreviations) {
  EXPECT_EQ(tree_.entry(fracture_).title, "Fracture, broken");
  EXPECT_EQ(tree_.entry(forearm_).title, "forearm");
  EXPECT_EQ(tree_.entry(forearm_).shown, "forearm (lower arm) NEC");
}

TEST_F(IndexTreeTest, AReferenceIsFoundByAnyOfItsSpellings) {
  EXPECT_EQ(tree_.find("Fracture"), fracture_);
  EXPECT_EQ(tree_.find("Broken"), fracture_);
  EXPECT_EQ(tree_.find("Fracture, traumatic, forearm"), forearm_);
  EXPECT_EQ(tree_.find("fracture traumatic (any) Forearm NEC"), forearm_);
  EXPECT_EQ(tree_.find("Complication"), complications_);
}

TEST_F(IndexTreeTest, ConnectingTitlesAndTheUsualKindMayBeLeftOut) {
  EXPECT_EQ(tree_.find("Fracture, forearm"), forearm_);
  EXPECT_EQ(tree_.find("Fracture, forearm, nerve injury"), nerve_);
  EXPECT_EQ(tree_.find("Fracture, nerve injury"), std::nullopt);
}

TEST_F(IndexTreeTest, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(tree_.find(""), std::nullopt);
  EXPECT_EQ(tree_.find("Fracture, leg"), std::nullopt);
  EXPECT_EQ(tree_.find("Fract"), std::nullopt);
  EXPECT_EQ(tree_.find(std::string(4000, 'a') + " b c"), std::nullopt);
}

TEST_F(IndexTreeTest, PhrasesReadInOneLine) {
  EXPECT_EQ(phrase_of(tree_, nerve_, PathStyle::Index), "Fracture, broken, traumatic, forearm, with nerve injury");
  EXPECT_EQ(phrase_of(tree_, forearm_, PathStyle::Index), "Fracture, broken, traumatic, forearm (lower arm)");
  EXPECT_EQ(phrase_of(tree_, forearm_, PathStyle::Substance, 1), "traumatic forearm (lower arm)");
}

TEST(IndexTree, AReferenceWithoutEntrySaysWhy) {
  EXPECT_EQ(reason_without_entry("Table of Drugs and Chemicals", false), "refers to another table (neoplasms, drugs and chemicals)");
  EXPECT_EQ(reason_without_entry("Injury, by site", false), "refers to a choice of entries (by site, by type, by substance)");
  EXPECT_EQ(reason_without_entry("N00-N07 with fourth character .1", false), "refers to a run of codes");
  EXPECT_EQ(reason_without_entry("condition", true), "refers to the condition itself, wherever that stands");
  EXPECT_EQ(reason_without_entry("Pain", true), "");
  EXPECT_EQ(reason_without_entry("--", false), "refers to nothing");
}

TEST(Connects, TitlesThatOnlyConnectAreKnown) {
  EXPECT_TRUE(connects("with"));
  EXPECT_TRUE(connects("caused by, due to"));
  EXPECT_FALSE(connects("with fever"));
}

}  // namespace
}  // namespace medcode
