// Are lines, encodings and cleaned texts what every reader takes them for?
#include "core/sources/lines.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  LineReader reader(text);
  Line line;
  while (reader.next(line)) lines.push_back(std::to_string(line.number) + ":" + std::string(line.text));
  return lines;
}

TEST(LinesTest, LinesEndWithCrlfOrLfOrTheFile) {
  EXPECT_EQ(lines_of("a\r\nb\n\nc"), (std::vector<std::string>{"1:a", "2:b", "3:", "4:c"}));
  EXPECT_EQ(lines_of("\xEF\xBB\xBF" "a\n"), (std::vector<std::string>{"1:a"}));
  EXPECT_TRUE(lines_of("").empty());
}

TEST(LinesTest, BytesThatAreNotUtf8AreFound) {
  EXPECT_FALSE(find_bad_utf8("Ménière \xF0\x9F\x98\x80"));
  EXPECT_EQ(find_bad_utf8("ab\xE9" "c"), 2U);
  EXPECT_EQ(find_bad_utf8("\xC0\xAF"), 0U);          // overlong
  EXPECT_EQ(find_bad_utf8("a\xED\xA0\x80"), 1U);     // a surrogate
  EXPECT_EQ(find_bad_utf8("\xF4\x90\x80\x80"), 0U);  // beyond Unicode
  EXPECT_EQ(find_bad_utf8("abc\xE2\x82"), 3U);       // cut off
}

TEST(LinesTest, AWrongEncodingIsToldWithFileLineAndByte) {
  const Result<Done> checked = check_utf8("dir/a.txt", "first\nsec\xF6nd\n");
  ASSERT_FALSE(checked.ok());
  EXPECT_EQ(to_string(checked.error()),
            "dir/a.txt:2: The file is not UTF-8: byte 9 does not belong to a character. Save the file as UTF-8, or take the "
            "publisher's own file unchanged.");
}

TEST(LinesTest, Latin1BecomesUtf8) { EXPECT_EQ(latin1_to_utf8("M\xE9ni\xE8re\xA0"), "Ménière\xC2\xA0"); }

TEST(LinesTest, TextsAreCleanedOfBlanksAndControls) {
  EXPECT_EQ(cleaned("  a \t b\r\n c\xC2\xA0 "), "a b c");
  EXPECT_EQ(cleaned(" \xC2\xA0 "), "");
  EXPECT_EQ(cleaned("naïve à\x01" "b"), "naïve à b");
  EXPECT_EQ(trimmed("\xC2\xA0 x y \xC2\xA0"), "x y");
  EXPECT_EQ(split_values("a| b  c ||d", '|'), (std::vector<std::string>{"a", "b c", "d"}));
}

TEST(LinesTest, WhatIsQuotedInAnErrorIsShortAndPrintable) {
  EXPECT_EQ(quoted("E11"), "\"E11\"");
  EXPECT_EQ(quoted("a\tb\xFF"), "\"a?b?\"");
  EXPECT_EQ(quoted("abcdef", 4), "\"abcd...\"");
  EXPECT_EQ(quoted("aé", 2), "\"a...\"");
}

TEST(LinesTest, DatesMustBeInTheCalendar) {
  EXPECT_EQ(iso_date("19880101"), "1988-01-01");
  EXPECT_EQ(iso_date("20240229"), "2024-02-29");
  EXPECT_FALSE(iso_date("20230229"));
  EXPECT_FALSE(iso_date("19881301"));
  EXPECT_FALSE(iso_date("1988-1-1"));
}

}  // namespace
}  // namespace medcode
