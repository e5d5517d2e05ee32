// Is every character decoded, every wrong byte told, and every length that of JavaScript?
#include "core/base/utf8.hpp"

#include <gtest/gtest.h>

#include <array>

namespace medcode {
namespace {

using std::string_view;

struct Malformed {
  string_view what;
  string_view bytes;
  std::size_t first_wrong;
};

/// One of every class of what is not UTF-8 (Unicode, table 3-7).
constexpr std::array<Malformed, 18> malformed{{
    {"a continuation byte alone", "a\x80", 1},
    {"a last continuation byte alone", "\xBF", 0},
    {"an overlong two-byte form", "\xC0\xAF", 0},
    {"an overlong two-byte form of 7F", "\xC1\xBF", 0},
    {"an overlong three-byte form", "\xE0\x80\xAF", 0},
    {"an overlong three-byte form of 7FF", "\xE0\x9F\xBF", 0},
    {"an overlong four-byte form", "\xF0\x80\x80\xAF", 0},
    {"an overlong four-byte form of FFFF", "\xF0\x8F\xBF\xBF", 0},
    {"a high surrogate", "\xED\xA0\x80", 0},
    {"a low surrogate", "\xED\xBF\xBF", 0},
    {"a value above 10FFFF", "\xF4\x90\x80\x80", 0},
    {"a five-byte form", "\xF8\x88\x80\x80\x80", 0},
    {"the byte FE", "ab\xFE", 2},
    {"the byte FF", "\xFF", 0},
    {"two bytes cut after one", "x\xC3", 1},
    {"three bytes cut after two", "x\xE2\x82", 1},
    {"four bytes cut after three", "x\xF0\x9F\x98", 1},
    {"a start byte where a continuation belongs", "\xE2\xC3\xA9", 0},
}};

TEST(Utf8, DecodesTheFirstAndLastCharacterOfEveryLength) {
  constexpr std::array<std::pair<char32_t, std::size_t>, 10> ends{{{0x0, 1}, {0x7F, 1}, {0x80, 2}, {0x7FF, 2}, {0x800, 3},
                                                                   {0xD7FF, 3}, {0xE000, 3}, {0xFFFF, 3}, {0x10000, 4}, {0x10FFFF, 4}}};
  for (const auto& [value, length] : ends) {
    std::string text;
    append_utf8(text, value);
    ASSERT_EQ(text.size(), length);
    const CodePoint point = decode_utf8(text, 0);
    EXPECT_EQ(point.value, value);
    EXPECT_EQ(point.length, length);
    EXPECT_EQ(find_invalid_utf8(text), string_view::npos);
  }
}

TEST(Utf8, EveryScalarValueComesBackAsItWasWritten) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string text;
    append_utf8(text, value);
    const CodePoint point = decode_utf8(text, 0);
    ASSERT_TRUE(point.value == value && point.length == text.size()) << static_cast<std::uint32_t>(value);
  }
}

TEST(Utf8, EveryClassOfWrongBytesIsOneReplacementCharacterAtItsPlace) {
  for (const Malformed& wrong : malformed) {
    EXPECT_EQ(find_invalid_utf8(wrong.bytes), wrong.first_wrong) << wrong.what;
    const CodePoint point = decode_utf8(wrong.bytes, wrong.first_wrong);
    EXPECT_EQ(point.value, 0xFFFDU) << wrong.what;
    EXPECT_EQ(point.length, 1U) << wrong.what;
  }
}

TEST(Utf8, WrongBytesAreReplacedAndTheRestIsKept) {
  EXPECT_EQ(to_valid_utf8("caf\xE9 \xC3\xA9"), "caf\xEF\xBF\xBD \xC3\xA9");
  for (const Malformed& wrong : malformed) {
    const std::string valid = to_valid_utf8(std::string("é") + std::string(wrong.bytes) + "ß");
    EXPECT_EQ(find_invalid_utf8(valid), string_view::npos) << wrong.what;
    EXPECT_TRUE(valid.starts_with("é")) << wrong.what;
    EXPECT_TRUE(valid.ends_with("ß")) << wrong.what;
  }
}

TEST(Utf8, AReplacementCharacterThatWasWrittenIsNoMistake) {
  EXPECT_EQ(find_invalid_utf8("a\xEF\xBF\xBD" "b"), string_view::npos);
  EXPECT_EQ(to_valid_utf8("a\xEF\xBF\xBD" "b"), "a\xEF\xBF\xBD" "b");
}

TEST(Utf8, LengthsAreCountedInUnitsOfJavaScript) {
  const string_view text = "aé糖😀b";  // 1, 2, 3, 4, 1 bytes; 1, 1, 1, 2, 1 units
  EXPECT_EQ(utf16_length(text, 0), 0U);
  EXPECT_EQ(utf16_length(text, 1), 1U);
  EXPECT_EQ(utf16_length(text, 3), 2U);
  EXPECT_EQ(utf16_length(text, 6), 3U);
  EXPECT_EQ(utf16_length(text, 10), 5U);
  EXPECT_EQ(utf16_length(text, 11), 6U);
  EXPECT_EQ(utf16_length(text, 99), 6U);
}

TEST(Utf8, LengthsOfWrongBytesAreThoseOfTheirReplacement) {
  for (const Malformed& wrong : malformed) {
    const std::string valid = to_valid_utf8(wrong.bytes);
    EXPECT_EQ(utf16_length(wrong.bytes, wrong.bytes.size()), utf16_length(valid, valid.size())) << wrong.what;
  }
}

}  // namespace
}  // namespace medcode
