// When do two words count as one term?
#include "core/text/key.hpp"

#include <gtest/gtest.h>

#include <array>

namespace medcode::text {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

TEST(TermKey, IsOneForBritishAndAmericanSpelling) {
  constexpr std::array<Pair, 32> pairs{{{"anaemia", "anemia"},       {"haemorrhage", "hemorrhage"},   {"oedema", "edema"},
                                        {"oesophagus", "esophagus"}, {"diarrhoea", "diarrhea"},       {"foetus", "fetus"},
                                        {"caesarean", "cesarean"},   {"coeliac", "celiac"},           {"paediatric", "pediatric"},
                                        {"leukaemia", "leukemia"},   {"tumour", "tumor"},             {"tumours", "tumors"},
                                        {"labour", "labor"},         {"behavioural", "behavioral"},   {"colour", "color"},
                                        {"catheterisation", "catheterization"}, {"catheterisations", "catheterizations"},
                                        {"hospitalised", "hospitalized"}, {"immunising", "immunizing"}, {"immunise", "immunize"},
                                        {"analyse", "analyze"},      {"analysed", "analyzed"},        {"analysing", "analyzing"},
                                        {"paralyse", "paralyze"},    {"millilitre", "milliliter"},    {"litre", "liter"},
                                        {"litres", "liters"},        {"fibre", "fiber"},              {"fibres", "fibers"},
                                        {"centre", "center"},        {"centres", "centers"},          {"centimetre", "centimeter"}}};
  for (const auto& [british, american] : pairs) EXPECT_EQ(term_key(british), term_key(american)) << british;
}

TEST(TermKey, IsOneForTheFormsOfAWord) {
  constexpr std::array<Pair, 14> pairs{{{"fractures", "fracture"}, {"stents", "stent"}, {"vertebrae", "vertebra"}, {"metastases", "metastasis"},
                                        {"calculi", "calculus"}, {"emboli", "embolus"}, {"thrombi", "thrombus"}, {"bacteria", "bacterium"},
                                        {"feet", "foot"}, {"bursae", "bursa"}, {"fistulae", "fistula"}, {"diverticula", "diverticulum"},
                                        {"shoes", "shoe"}, {"injections", "injection"}}};
  for (const auto& [plural, singular] : pairs) EXPECT_EQ(term_key(plural), term_key(singular)) << plural;
}

TEST(TermKey, WritesRomanNumeralsThatAreWordsOfTitlesAsDigits) {
  constexpr std::array<Pair, 9> pairs{{{"ii", "2"}, {"iii", "3"}, {"vi", "6"}, {"vii", "7"}, {"viii", "8"}, {"ix", "9"}, {"xi", "11"}, {"xii", "12"}, {"xiii", "13"}}};
  for (const auto& [roman, digits] : pairs) EXPECT_EQ(term_key(roman), digits);
  for (const std::string_view other : {"i", "v", "x", "iv"}) EXPECT_EQ(term_key(other), other);
}

TEST(TermKey, KeepsWordsWithDigitsAndOtherScriptsAsTheyAre) {
  for (const std::string_view word : {"b12", "0.5", "e11.9", "t4s", "糖尿病", "2nd"}) EXPECT_EQ(term_key(word), word);
}

TEST(TermKey, KeepsDifferentWordsApart) {
  constexpr std::array<Pair, 8> pairs{{{"toe", "to"}, {"four", "for"}, {"tibia", "tibial"}, {"ileum", "ilium"}, {"hour", "hor"}, {"rise", "rize"}, {"aloe", "ale"}, {"flour", "flor"}}};
  for (const auto& [one, other] : pairs) EXPECT_NE(term_key(one), term_key(other)) << one;
}

TEST(TermKey, CanBeWrittenIntoAStringThatIsUsedAgain) {
  std::string key = "what stood there before";
  term_key("anaemias", key);
  EXPECT_EQ(key, "anemia");
  EXPECT_EQ(term_key(""), "");
}

TEST(FunctionWord, IsOneThatAnAnswerMayLack) {
  for (const std::string_view word : {"a", "an", "and", "by", "due", "for", "from", "has", "her", "his", "in", "into", "my", "of", "on", "or", "the", "to", "was", "when", "while", "with"}) {
    EXPECT_TRUE(is_function_word(word)) << word;
  }
  for (const std::string_view word : {"", "not", "without", "left", "no", "stent", "thee"}) EXPECT_FALSE(is_function_word(word)) << word;
}

}  // namespace
}  // namespace medcode::text
