// Does every file find its reader by what is in it, and is none left without a word?
#include "core/sources/readers.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::fixture_text;

TEST(ReadersTest, FixturesAreRecognisedUnderAnyName) {
  const std::map<std::string, std::string> expected = {
      {"icd10cm_order_2026.txt", "ICD-10 order file"},
      {"icd10pcs_order.txt", "ICD-10 order file"},
      {"HCPC2019_ANWEB.txt", "HCPCS Level II annual file"},
      {"hcpcs_2026_january.csv", "HCPCS Level II CSV"},
      {"table.tsv", "table"},
      {"table.csv", "table"},
      {"usage.csv", "usage counts"},
      {"articles.json", "articles"},
  };
  for (const auto& [name, format] : expected) {
    const std::string text = fixture_text(name);
    const Reader* const reader = recognise(SourceFile{"some file", text});
    ASSERT_NE(reader, nullptr) << name;
    EXPECT_EQ(reader->format, format) << name;
  }
}

TEST(ReadersTest, AFileThatIsNoSourceIsSkippedWithItsReason) {
  const std::vector<SourceFile> files = {
      {"guide.txt", "%PDF-1.7 ..."},
      {"a.xsd", "<?xml version=\"1.0\"?><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"},
      {"logo", "\x89PNG\r\n"},
      {"addenda.txt", "Add:         0 B880    Other acariasis"},
      {"codes.txt", "A000    Cholera due to Vibrio cholerae 01, biovar cholerae\n"},
      {"README.md", "# About"},
      {"other", "something else"},
  };
  const FolderReading reading = read_folder(files);
  EXPECT_TRUE(reading.contents.empty());
  EXPECT_TRUE(reading.errors.empty());
  std::string told;
  for (const SkippedFile& skipped : reading.skipped) told += skipped.file + ": " + skipped.reason + "\n";
  EXPECT_EQ(told,
            "guide.txt: a PDF document, not a table of codes\n"
            "a.xsd: an XML schema, not a table of codes\n"
            "logo: a picture, not a table of codes\n"
            "addenda.txt: a list of changes; the order file beside it already has them\n"
            "codes.txt: a list of billable codes only; the order file has the same codes and their headers\n"
            "README.md: a document that describes the files beside it\n"
            "other: no reader knows this format\n");
}

TEST(ReadersTest, AnEmptyFileIsAnError) {
  const std::vector<SourceFile> files = {{"a.txt", " \n"}};
  const FolderReading reading = read_folder(files);
  ASSERT_EQ(reading.errors.size(), 1U);
  EXPECT_EQ(to_string(reading.errors[0]), "a.txt: The file has no rows. Download the file again; it may have been cut off.");
}

TEST(ReadersTest, EveryFileOfAFolderIsReadSkippedOrAnErrorExactlyOnce) {
  const std::string order = fixture_text("icd10cm_order_2026.txt");
  const std::string columns = fixture_text("charges.columns.tsv");
  const std::string charges = fixture_text("charges.csv");
  const std::string latin1 = "#system\thcpcs\ncode\tdisplay\nA\t\xFF\n";
  const std::vector<SourceFile> files = {{"order.txt", order}, {"charges.csv", charges}, {"x.tsv", latin1}, {"c.tsv", columns}, {"y", "?"}};
  const FolderReading reading = read_folder(files);
  ASSERT_EQ(reading.contents.size(), 2U);
  EXPECT_EQ(reading.contents[0].report.format, "table with a columns file");
  EXPECT_EQ(reading.contents[1].report.format, "ICD-10-CM order file");
  ASSERT_EQ(reading.errors.size(), 1U);
  EXPECT_EQ(reading.errors[0].code, ErrorCode::BadEncoding);
  EXPECT_EQ(reading.skipped.size(), 1U);
}

TEST(ReadersTest, WhatAPageReadsTheProgramReadsByTheSameReaders) {
  const Formats& page = formats_without_xml();
  const Formats& program = all_formats();
  EXPECT_EQ(page.groups.data(), program.groups.data());
  EXPECT_EQ(page.foreign.data(), program.foreign.data());
  const std::size_t more = program.readers.size() - page.readers.size();
  for (std::size_t place = 0; place < page.readers.size(); ++place) {
    EXPECT_EQ(page.readers[place].read, program.readers[more + place].read) << page.readers[place].format;
  }
}

TEST(ReadersTest, AFileFindsTheSameReaderInThePageAsInTheProgram) {
  for (const std::string name : {"icd10cm_order_2026.txt", "icd10pcs_order.txt", "hcpcs_2026_january.csv", "table.tsv", "usage.csv", "articles.json"}) {
    const std::string text = fixture_text(name);
    const SourceFile file{"some file", text};
    EXPECT_EQ(recognise(file)->read, recognise(file, formats_without_xml())->read) << name;
  }
}

}  // namespace
}  // namespace medcode
