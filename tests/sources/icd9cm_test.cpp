#include "core/sources/icd9cm.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

Result<SourceContent> read(const std::string& fixture) {
  const std::string text = testing::fixture_text("icd9cm/" + fixture);
  return read_icd9cm(SourceFile{fixture, text});
}

bool recognised(const std::string& text) { return is_icd9cm(SourceFile{"x", text}); }

TEST(Icd9cm, CodesWithTitlesInTheirColumnsAreRecognised) {
  EXPECT_TRUE(recognised(testing::fixture_text("icd9cm/long_dx.txt")));
  EXPECT_TRUE(recognised(testing::fixture_text("icd9cm/long_sg.txt")));
  EXPECT_FALSE(recognised("A000    Cholera due to Vibrio cholerae\n"));
  EXPECT_FALSE(recognised("00001 A00     0 Cholera\n"));
  EXPECT_FALSE(recognised(""));
}

TEST(Icd9cm, DiagnosesGetTheirDotAndLatin1BecomesUtf8) {
  const Result<SourceContent> content = read("long_dx.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->role, SourceRole::CodeList);
  EXPECT_EQ(content->release, "32");
  EXPECT_EQ(testing::find_concept(*content, "icd9cm", "041.3")->display, "Friedl\xC3\xA4nder bacillus infection elsewhere");
  EXPECT_EQ(testing::find_concept(*content, "icd9cm", "E000.0")->billing, Billing::Billable);
  EXPECT_NE(testing::find_concept(*content, "icd9cm", "V01.0"), nullptr);
  EXPECT_EQ(content->report.read, 4U);
}

TEST(Icd9cm, ProceduresAreTheirOwnSystem) {
  const Result<SourceContent> content = read("long_sg.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_NE(testing::find_concept(*content, "icd9proc", "00.01"), nullptr);
  EXPECT_NE(testing::find_concept(*content, "icd9proc", "00.1"), nullptr);
}

TEST(Icd9cm, ShortTitlesAddToTheCodesOfTheLongFile) {
  const Result<SourceContent> content = read("short_dx.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  const Concept* cholera = testing::find_concept(*content, "icd9cm", "001.0");
  EXPECT_EQ(cholera->display, "");
  EXPECT_TRUE(testing::has_designation(*cholera, DesignationUse::Short, "Cholera d/t vib cholerae"));
}

TEST(Icd9cm, BadLinesAreRefused) {
  const Result<SourceContent> content = read("broken.txt");
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  std::vector<std::string> lines;
  for (const Refusal& each : content->report.refusals) lines.push_back(std::to_string(each.line) + ": " + each.reason);
  EXPECT_EQ(lines, (std::vector<std::string>{"3: The code \"0010\" stands twice; the first one counts.",
                                             "4: \"001\" is not a code in 5 columns, a blank and a title.",
                                             "5: \"00X   Not a code of this classification\" is not a code in 5 columns, a blank and a title.",
                                             "6: \"0012 \" is not a code in 5 columns, a blank and a title."}));
  EXPECT_EQ(content->report.read, 2U);
}

TEST(Icd9cm, AnotherFileIsAnError) {
  EXPECT_EQ(testing::complaint(read_icd9cm(SourceFile{"a.txt", "hello\n"})),
            "a.txt:1: The first lines are not ICD-9-CM codes with titles. Give CMS's master descriptions as they are: five (procedures: "
            "four) columns of code, a blank, the title.");
}

}  // namespace
}  // namespace medcode
