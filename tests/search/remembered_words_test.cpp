// Which segments of a query are kept for the next, and for which words are they given back?
#include "core/search/remembered_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace medcode::search {
namespace {

Segment segment_of(std::string text) {
  Segment segment;
  segment.text = std::move(text);
  segment.is_lasting = true;
  segment.is_made = true;
  segment.names = {3, 5};
  segment.best = {0, 0};
  return segment;
}

std::vector<Segment> only(Segment segment) {
  std::vector<Segment> segments;
  segments.push_back(std::move(segment));
  return segments;
}

TEST(RememberedWords, GivesASegmentOnceAndOnlyToTheSameWords) {
  RememberedWords words;
  words.keep(only(segment_of("heart")));
  EXPECT_FALSE(words.take("hear", false, NameScope::Any, 1));
  EXPECT_FALSE(words.take("heart", true, NameScope::Any, 1));
  EXPECT_FALSE(words.take("heart", false, NameScope::Display, 1));
  EXPECT_FALSE(words.take("heart", false, NameScope::Any, 2));
  const std::optional<Segment> taken = words.take("heart", false, NameScope::Any, 1);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->names, (std::vector<std::uint32_t>{3, 5}));
  EXPECT_FALSE(words.take("heart", false, NameScope::Any, 1));
}

TEST(RememberedWords, ForgetsWhatTheNextQueryHasNot) {
  RememberedWords words;
  words.keep(only(segment_of("heart")));
  words.keep(only(segment_of("lung")));
  EXPECT_FALSE(words.take("heart", false, NameScope::Any, 1));
  EXPECT_TRUE(words.take("lung", false, NameScope::Any, 1));
}

TEST(RememberedWords, KeepsNoListThatIsCutOrLongAndNoCorrectedWord) {
  Segment cut = segment_of("cut");
  cut.is_made = false;
  Segment large = segment_of("large");
  large.names.resize(RememberedWords::max_names + 1);
  Segment corrected = segment_of("corrected");
  corrected.is_lasting = false;
  std::vector<Segment> segments;
  for (Segment* segment : {&cut, &large, &corrected}) segments.push_back(std::move(*segment));
  RememberedWords words;
  words.keep(std::move(segments));
  for (const char* text : {"cut", "large"}) {
    const std::optional<Segment> taken = words.take(text, false, NameScope::Any, 1);
    ASSERT_TRUE(taken) << text;
    EXPECT_FALSE(taken->is_made) << text;
    EXPECT_TRUE(taken->names.empty() && taken->best.empty()) << text;
  }
  EXPECT_FALSE(words.take("corrected", false, NameScope::Any, 1));
}

TEST(RememberedWords, KeepsFew) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i <= RememberedWords::max_words; ++i) segments.push_back(segment_of("w" + std::to_string(i)));
  RememberedWords words;
  words.keep(std::move(segments));
  EXPECT_TRUE(words.take("w0", false, NameScope::Any, 1));
  EXPECT_FALSE(words.take("w" + std::to_string(RememberedWords::max_words), false, NameScope::Any, 1));
}

}  // namespace
}  // namespace medcode::search
