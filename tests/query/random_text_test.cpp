// Is every text answered, with places inside the text, whatever it is made of?
#include <gtest/gtest.h>

#include <array>
#include <iostream>

#include "core/query/parser.hpp"
#include "tests/query/random_source.hpp"
#include "tests/query/reading_complaint.hpp"

namespace medcode::query {
namespace {

using testing::RandomSource;
using testing::reading_complaint;

constexpr std::array<std::string_view, 72> pieces{
    " ",  " ",    " ",     " ",    "a",     "b",    "stent", "E11",    "9",      "10",   "(",     ")",         "(",         ")",    "\"",  "\"", "|",   "-",
    "-",  "^",    "^2",    "^0",   "^.5",   "^x",   "~",     "~1",     "~2",     "~9",   "*",     "?",         ".",         "..",   ",",   "/",  "[",   "]",
    ":",  "AND",  "OR",    "NOT",  " AND ", " OR ", " NOT ", "title:", "note:",  "is:",  "has:",  "billable",  "article",   "system:", "code:", "under:", "similar:", "maps-to:",
    "[E08 TO E13]", " TO ", "\t", "\n", "\xC2\xA0", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC3\xA9", "\xFF", "\xC3", "\xF0\x9F\x98\x80", "\xE7\xB3\x96", "'", "+", "%", "&", "<", "#"};

TEST(RandomTextTest, texts_of_operators_are_answered_and_print_as_they_read) {
  RandomSource random;
  std::cout << random.described() << "\n";
  for (std::size_t round = 0; round < 100000; ++round) {
    std::string text;
    for (std::size_t count = random.below(14); count > 0; --count) text += random.one_of(pieces);
    ASSERT_EQ(reading_complaint(text, random.below(2) == 0), "") << random.described();
  }
}

TEST(RandomTextTest, random_bytes_are_answered) {
  RandomSource random;
  std::cout << random.described() << "\n";
  for (std::size_t round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = random.below(200); count > 0; --count) text += static_cast<char>(random.below(256));
    ASSERT_EQ(reading_complaint(text, round % 2 == 0), "") << random.described();
  }
}

TEST(RandomTextTest, no_beginning_of_a_right_query_is_an_error_while_typing) {
  const std::string_view query =
      "stent^2.5 -title:(\"open fracture\"~3 OR diab*) AND NOT (hypertenshun~2 | an?emia) system:hcpcs,cpt4 is:billable "
      "has:article code:[E08 TO E13] code:E08..E13 under:icd10cm/E11 similar:icd10cm/E11.9 maps-to:icd10cm/K81.0";
  for (std::size_t size = 0; size <= query.size(); ++size) {
    const Parsed parsed = parse(query.substr(0, size));
    EXPECT_FALSE(parsed.error.has_value()) << query.substr(0, size) << "\n" << parsed.error->message;
  }
}

}  // namespace
}  // namespace medcode::query
