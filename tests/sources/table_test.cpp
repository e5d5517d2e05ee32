// Is a table of one's own read as FORMATS.md says, and each mistake in it told?
#include "core/sources/table.hpp"

#include <gtest/gtest.h>

#include "core/sources/table_head.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::find_concept;
using testing::fixture_text;

std::string error_of(std::string_view text) {
  const Result<SourceContent> content = read_table(SourceFile{"a.tsv", text});
  return content ? "no error" : to_string(content.error());
}

TEST(TableTest, EveryColumnOfATsvIsRead) {
  const std::string text = fixture_text("table.tsv");
  const SourceFile file{"table.tsv", text};
  ASSERT_TRUE(is_table(file));
  const Result<SourceContent> content = read_table(file);
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  EXPECT_EQ(content->role, SourceRole::Local);
  EXPECT_EQ(content->release, "2026");
  EXPECT_EQ(content->report.read, 3U);
  EXPECT_EQ(content->report.skipped, 7U);
  ASSERT_EQ(content->systems.size(), 1U);
  EXPECT_EQ(content->systems[0].uri, "http://www.ama-assn.org/go/cpt");
  EXPECT_EQ(content->systems[0].notice, "Plain-language names written by this project.");
  const Concept* access = find_concept(*content, "cpt4", "47541");
  ASSERT_NE(access, nullptr);
  EXPECT_EQ(access->usage, 12U);
  EXPECT_EQ(access->billing, Billing::Billable);
  EXPECT_TRUE(testing::has_designation(*access, DesignationUse::Synonym, "biliary rendezvous access"));
  EXPECT_TRUE(testing::has_designation(*access, DesignationUse::Synonym, "percutaneous biliary access"));
  EXPECT_TRUE(testing::has_designation(*access, DesignationUse::Lay, "drain through the liver"));
  EXPECT_TRUE(testing::has_designation(*access, DesignationUse::Abbreviation, "PTBD"));
  ASSERT_EQ(access->notes.size(), 2U);
  EXPECT_EQ(access->notes[0].kind, NoteKind::Definition);
  EXPECT_EQ(access->notes[0].text, "Puncture through the skin");
  EXPECT_EQ(access->notes[1].kind, NoteKind::Other);
  EXPECT_EQ(testing::property(*access, "setting"), "interventional radiology");
  EXPECT_EQ(find_concept(*content, "cpt4", "70450")->display, "Head CT, \"plain\"");
  EXPECT_EQ(find_concept(*content, "cpt4", "99213")->display, "") << "adds to a code that another source defines";
}

TEST(TableTest, ACsvAsASpreadsheetSavesItMaySpeakOfTwoSystems) {
  const std::string text = fixture_text("table.csv");
  const Result<SourceContent> content = read_table(SourceFile{"table.csv", text});
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  ASSERT_EQ(content->systems.size(), 2U);
  EXPECT_EQ(content->systems[0].id, "own-charges");
  EXPECT_EQ(content->systems[0].title, "Charges, St. Elsewhere");
  EXPECT_EQ(find_concept(*content, "own-charges", "A-17")->display, "Bed, single");
  EXPECT_EQ(find_concept(*content, "icd10cm", "E11.9")->status, Status::Inactive);
}

TEST(TableTest, EveryWrongRowIsToldByItsLineAndReason) {
  const std::string text = fixture_text("table_broken.tsv");
  const Result<SourceContent> content = read_table(SourceFile{"table.tsv", text});
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  std::string told;
  for (const Refusal& refusal : content->report.refusals) told += std::to_string(refusal.line) + ": " + refusal.reason + "\n";
  EXPECT_EQ(told,
            "4: The code \"E0601\" is already in line 3.\n"
            "5: The billing is not billable, header or none: \"maybe\"\n"
            "6: The status is not active or inactive: \"gone\"\n"
            "7: The usage is not a whole number up to 4294967295: \"-3\"\n"
            "8: The row has no code.\n"
            "9: The code \"E0605\" has neither a display nor anything to add.\n"
            "10: The code is longer than 64 bytes or has a blank in it: \"E 606\"\n"
            "11: The row has 6 fields where the header has 5.\n");
}

TEST(TableTest, AHeadOrHeaderRowThatIsWrongIsAnErrorOfTheFile) {
  EXPECT_EQ(error_of("#sytem\thcpcs\ncode\tdisplay\nA\tb\n"),
            "a.tsv:1: The head of the table has no \"#sytem\". Known are #system, #title, #uri, #version, #publisher, #notice, "
            "#release and #columns-of; a remark starts with \"# \".");
  EXPECT_EQ(error_of("#system\ticd10\ncode\tdisplay\nA\tb\n"),
            "a.tsv:1: The system \"icd10\" cannot be one system's id. Use the id of one known system, or letters a-z, digits, "
            "\"-\", \"_\" and \".\", at most 32.");
  EXPECT_EQ(error_of("#system\thcpcs\ncode\tdisplay\tcolour\nA\tb\tred\n"),
            "a.tsv:2: A table has no column \"colour\". Known are system, code, display, billing, status, parent, usage, note, "
            "short, synonym, lay, abbreviation, inclusion, index and property:NAME.");
  EXPECT_EQ(error_of("#system\thcpcs\ncode\tshort\nA\tb\n"),
            "a.tsv:2: The header row of the table has no column \"code\" or no column \"display\". Name both; they are the only "
            "ones every table needs.");
  EXPECT_EQ(error_of("code\tdisplay\nA\tb\n"),
            "a.tsv:1: The table does not say which code system it is about. Write \"#system<TAB>ID\" into its first line, or add "
            "a column \"system\".");
  EXPECT_EQ(error_of("#system\thcpcs\n"), "a.tsv: The table has no rows. Download the file again; it may have been cut off.");
  EXPECT_EQ(error_of("#system\thcpcs\ncode\tdisplay\nA\t\xFF\n").substr(0, 37), "a.tsv:3: The file is not UTF-8: byte ");
}

TEST(TableTest, OtherFilesAreNotTakenForTables) {
  EXPECT_FALSE(is_table(SourceFile{"a", "a,b\n1,2\n"}));
  EXPECT_FALSE(is_table(SourceFile{"a", "%PDF-1.4"}));
  EXPECT_FALSE(is_table(SourceFile{"a", ""}));
}

TEST(DescribedTableTest, AColumnsFileSaysWhichColumnIsWhat) {
  const std::string columns = fixture_text("charges.columns.tsv");
  const std::string table = fixture_text("charges.csv");
  const std::vector<SourceFile> files = {{"d/charges.columns.tsv", columns}, {"d/charges.csv", table}};
  ASSERT_EQ(take_described_table(files), (std::vector<std::size_t>{0, 1}));
  const Result<std::vector<SourceContent>> contents = read_described_table(files);
  ASSERT_TRUE(contents.ok()) << to_string(contents.error());
  ASSERT_EQ(contents->size(), 1U);
  EXPECT_EQ(contents->front().systems.at(0).title, "Charges of St. Elsewhere");
  const Concept* room = find_concept(contents->front(), "st-elsewhere", "10023");
  ASSERT_NE(room, nullptr);
  EXPECT_EQ(room->display, "Room, single");
  EXPECT_EQ(testing::property(*room, "revenue code"), "0111");
}

std::string described_error(const std::string& columns, const std::vector<SourceFile>& others) {
  std::vector<SourceFile> files = {{"c.tsv", columns}};
  files.insert(files.end(), others.begin(), others.end());
  const Result<std::vector<SourceContent>> contents = read_described_table(files);
  return contents ? "no error" : to_string(contents.error());
}

TEST(DescribedTableTest, MistakesInAColumnsFileAreTold) {
  const std::vector<SourceFile> table = {{"charges.csv", "A,B\n1,x\n"}};
  EXPECT_EQ(described_error("#columns-of\tcharges.csv\n#system\town\ncode\tA\n", {}),
            "c.tsv:1: The columns file describes \"charges.csv\", which is not beside it. Put both files into one folder.");
  EXPECT_EQ(described_error("#columns-of\tcharges.csv\n#system\town\ncode\tC\n", table),
            "c.tsv:3: \"charges.csv\" has no column \"C\". Write the column's name as in its header row.");
  EXPECT_EQ(described_error("#columns-of\tcharges.csv\ncode\tA\n", table),
            "c.tsv:1: The columns file does not say which code system the table is about. Add a line \"#system<TAB>ID\".");
  EXPECT_EQ(described_error("#columns-of\tcharges.csv\n#system\town\ncode\n", table).substr(0, 79),
            "c.tsv:3: A line of a columns file is our name for a column and theirs. Separate");
}

}  // namespace
}  // namespace medcode
