// Do rows come out of CSV and TSV whatever is quoted in them?
#include "core/sources/delimited.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

/// Returns the rows as "line[field|field]", an error as its text.
std::string rows_of(std::string_view text, Dialect dialect = {}) {
  DelimitedReader reader(SourceFile{"a.csv", text}, dialect);
  std::string all;
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return all + to_string(more.error());
    if (!*more) return all;
    all += std::to_string(row.line) + "[";
    for (std::size_t index = 0; index < row.fields.size(); ++index) all += (index == 0 ? "" : "|") + row.fields[index];
    all += "]";
  }
}

TEST(DelimitedTest, FieldsAreSeparatedAndMayBeEmpty) {
  EXPECT_EQ(rows_of("a,b,\n,,\nc"), "1[a|b|]2[||]3[c]");
  EXPECT_EQ(rows_of("a,b\r\n\r\nc,d\r\n"), "1[a|b]2[]3[c|d]");
  EXPECT_EQ(rows_of(""), "");
  EXPECT_EQ(rows_of("\xEF\xBB\xBF" "a,b"), "1[a|b]");
}

TEST(DelimitedTest, QuotesHideSeparatorsQuotesAndLineEnds) {
  EXPECT_EQ(rows_of("\"a,b\",\"say \"\"x\"\"\"\n"), "1[a,b|say \"x\"]");
  EXPECT_EQ(rows_of("\"a\nb\r\nc\",d\ne"), "1[a\nb\r\nc|d]4[e]");
  EXPECT_EQ(rows_of("5\" drain,x"), "1[5\" drain|x]");
  EXPECT_EQ(rows_of("\"a\"b,c"), "1[ab|c]");
}

TEST(DelimitedTest, WithoutQuotesAQuoteIsALetter) {
  EXPECT_EQ(rows_of("\"a\tb\"\tc", Dialect{'\t', false}), "1[\"a|b\"|c]");
  EXPECT_EQ(rows_of("a|b|\n", Dialect{'|', false}), "1[a|b|]");
}

TEST(DelimitedTest, AQuoteThatIsNeverClosedIsToldByItsLine) {
  EXPECT_EQ(rows_of("a\n\"b,c\nd\n"),
            "1[a]a.csv:2: A quote opened in this row is never closed. Close the quote, or double it (\"\") where it belongs to "
            "the text.");
}

TEST(DelimitedTest, FieldsAndRowsAreBounded) {
  EXPECT_EQ(rows_of("x\n" + std::string(max_field_bytes + 1, 'a')),
            "1[x]a.csv:2: A field is longer than 1048576 bytes. Check the quotes and separators in this line.");
  EXPECT_EQ(rows_of(std::string(max_fields_of_row, ',')),
            "a.csv:1: The row has more than 1000 fields. Check the quotes and separators in this line.");
}

TEST(DelimitedTest, ColumnsAreFoundByNameWithoutCase) {
  const Columns columns({"Code ", "LONG name"});
  const Row row{1, {" E11 "}};
  EXPECT_EQ(columns.value(row, "code"), "E11");
  EXPECT_EQ(columns.find("long name"), 1U);
  EXPECT_EQ(columns.value(row, "long name"), "");
  EXPECT_EQ(columns.value(row, "none"), "");
}

TEST(DelimitedTest, TheFirstLineIsCutForRecognisers) {
  EXPECT_EQ(first_line("\xEF\xBB\xBF" "code,display\r\nE11,x"), "code,display");
  EXPECT_EQ(first_line("abcdef", 3), "abc");
}

}  // namespace
}  // namespace medcode
