// Which words does a text consist of, for searching?
#include "core/text/tokenize.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "core/base/utf8.hpp"
#include "core/text/fold.hpp"
#include "tests/query/random_source.hpp"

namespace medcode::text {
namespace {

/// Returns the forms joined by `|`.
std::string words_of(std::string_view text) {
  std::string joined;
  for (const Token& token : tokenize(text)) joined += (joined.empty() ? "" : "|") + token.form;
  return joined;
}

struct Example {
  std::string_view text;
  std::string_view words;
};

void expect_all(std::initializer_list<Example> examples) {
  for (const Example& example : examples) EXPECT_EQ(words_of(example.text), example.words) << example.text;
}

TEST(Tokenize, CutsAtWhatIsNeitherLetterNorDigit) {
  expect_all({{"Fracture of tibia (left), initial", "fracture|of|tibia|left|initial"},
              {"non-small-cell/lung_cancer", "non|small|cell|lung|cancer"},
              {"  \t\n ", ""},
              {"", ""},
              {"+/-", ""},
              {"HLA-B*57:01", "hla|b|57|01"}});
}

TEST(Tokenize, WritesLatinLettersWithoutTheirMarks) {
  expect_all({{"Ménière Sjögren Guillain-Barré", "meniere|sjogren|guillain|barre"},
              {"STRAẞE", "straẞe"},
              {"Straße Ærø Łódź œdema þorn", "strasse|aero|lodz|oedema|thorn"},
              {"ÀÁÂÃÄÅ ÇÈÉÊË ÌÍÎÏ Ñ ÒÓÔÕÖØ ÙÚÛÜÝ", "aaaaaa|ceeee|iiii|n|oooooo|uuuuy"},
              {"3×4÷2", "3|4|2"}});
}

TEST(Tokenize, ReadsAnAccentWrittenApartAsPartOfItsLetter) {
  expect_all({{"Me\u0301nie\u0300re", "meniere"}, {"\u0301", ""}, {"a \u0301 b", "a|b"}});
}

TEST(Tokenize, WritesGreekLettersByName) {
  expect_all({{"β-blocker α1 γδ", "beta|blocker|alpha1|gammadelta"},
              {"Ω ω σ ς Σ", "omega|omega|sigma|sigma|sigma"},
              {"µg μg", "mug|mug"}});
}

TEST(Tokenize, DropsAPossessiveAndKeepsAnApostropheInsideAWord) {
  expect_all({{"Alzheimer's disease", "alzheimer|disease"},
              {"ALZHEIMER'S", "alzheimer"},
              {"Alzheimer’s Crohnʼs Paget`s", "alzheimer|crohn|paget"},
              {"patients' rights", "patients|rights"},
              {"O'Brien d'Espine", "obrien|despine"},
              {"'s", "s"},
              {"5' needle", "5|needle"},
              {"it'sy", "itsy"}});
}

TEST(Tokenize, KeepsADecimalPointAndNoOtherStop) {
  expect_all({{"0.5 mL", "0.5|ml"},
              {"E11.9", "e11.9"},
              {"1.2.3", "1.2.3"},
              {"1. item", "1|item"},
              {".5", "5"},
              {"a.b", "a|b"},
              {"1,000", "1|000"},
              {"e.g. c.diff", "e|g|c|diff"}});
}

TEST(Tokenize, KeepsLettersAndDigitsThatTouchTogether) {
  expect_all({{"B12 T4 CD34+", "b12|t4|cd34"}, {"H₂O CO₂", "h2o|co2"}, {"m²", "m"}});
}

TEST(Tokenize, KeepsWordsOfOtherScriptsAsTheyAre) {
  expect_all({{"糖尿病", "糖尿病"}, {"糖尿病、高血圧", "糖尿病|高血圧"}, {"сахарный диабет", "сахарный|диабет"}, {"סוכרת", "סוכרת"}});
}

TEST(Tokenize, TakesSignsAndWrongBytesAsGaps) {
  expect_all({{"heart – attack…", "heart|attack"},
              {"a\u00A0b\u2003c\u200Bd", "a|b|c|d"},
              {"™®© ♥ ❤\uFE0F", ""},
              {"caf\xE9 noir", "caf|noir"},
              {"\xFF\xFE stent\x80", "stent"},
              {std::string_view("a\0b", 3), "a|b"}});
}

TEST(Tokenize, TakesAnEmojiAsAWordOfItsOwnScript) { expect_all({{"😀 stent", "😀|stent"}}); }

TEST(Tokenize, SaysWhichBytesAWordCameFrom) {
  const std::string_view text = "β: Alzheimer's é";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin), "β");
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "Alzheimer's");
  EXPECT_EQ(text.substr(tokens[2].begin, tokens[2].end - tokens[2].begin), "é");
}

TEST(Tokenize, CutsAWordBeyondItsLimitBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "病";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_LE(tokens[0].form.size(), max_word_bytes);
  EXPECT_EQ(find_invalid_utf8(tokens[0].form), std::string_view::npos);
  EXPECT_EQ(tokens[0].end, text.size());
  EXPECT_EQ(tokenize(std::string(100'000, 'x'))[0].form.size(), max_word_bytes);
}

TEST(Tokenize, ReusesTheTokensItIsGiven) {
  std::vector<Token> tokens;
  EXPECT_EQ(tokenize("one two three", tokens), 3U);
  EXPECT_EQ(tokenize("four", tokens), 1U);
  EXPECT_EQ(tokens[0].form, "four");
}

TEST(Tokenize, GivesInOrderWordsThatFoldToThemselvesWhateverTheBytes) {
  query::testing::RandomSource random;
  constexpr std::string_view alphabet[] = {"a", "Z", "9", ".", "'", "s", " ", "é", "ß", "’", "\u0301", "糖", "😀", "\xFF", "\xC3", "β", "-", "ſ"};
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = random.below(24); i > 0; --i) text += random.one_of(alphabet);
    std::size_t before = 0;
    for (const Token& token : tokenize(text)) {
      ASSERT_TRUE(before <= token.begin && token.begin < token.end && token.end <= text.size()) << text << ' ' << random.described();
      ASSERT_FALSE(token.form.empty()) << text << ' ' << random.described();
      ASSERT_EQ(words_of(token.form), token.form) << text << ' ' << random.described();
      before = token.end;
    }
  }
}

TEST(Fold, AppendsNothingForWhatIsNoLetterOrDigit) {
  std::string folded = "kept";
  for (const char32_t c : {U' ', U'-', U'\u00D7', U'\u2019', U'\uFFFD', U'\u3001', U'\u02BC'}) EXPECT_FALSE(fold_character(c, folded)) << static_cast<unsigned>(c);
  EXPECT_EQ(folded, "kept");
}

}  // namespace
}  // namespace medcode::text
