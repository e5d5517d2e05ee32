#include "core/sources/cvx.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

Result<SourceContent> read(const std::string& text) { return read_cvx(SourceFile{"cvx.xml", text}); }
Result<SourceContent> read_names(const std::string& text) { return read_cvx_trade_names(SourceFile{"tradename.xml", text}); }

TEST(Cvx, BothFilesAreRecognised) {
  const std::string vaccines = testing::fixture_text("cvx/cvx.xml");
  const std::string names = testing::fixture_text("cvx/tradename.xml");
  EXPECT_TRUE(is_cvx(SourceFile{"x", vaccines}));
  EXPECT_FALSE(is_cvx(SourceFile{"x", names}));
  EXPECT_TRUE(is_cvx_trade_names(SourceFile{"x", names}));
}

TEST(Cvx, PaddedCodesNamesNotesAndDatesAreRead) {
  const Result<SourceContent> content = read(testing::fixture_text("cvx/cvx.xml"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  EXPECT_EQ(content->release, "2011-03-20");
  const Concept* vaccine = testing::find_concept(*content, "cvx", "143");
  ASSERT_NE(vaccine, nullptr);
  EXPECT_EQ(vaccine->display, "Adenovirus, type 4 and type 7, live, oral (Caf\xC3\xA9)");
  EXPECT_TRUE(testing::has_designation(*vaccine, DesignationUse::Short, "Adenovirus types 4 and 7"));
  EXPECT_EQ(vaccine->notes.front().text, "Two tablets.");
  EXPECT_EQ(testing::property(*vaccine, "updated"), "2011-03-20");
}

TEST(Cvx, AVaccineNeverGivenIsInactive) {
  const Result<SourceContent> content = read(testing::fixture_text("cvx/cvx.xml"));
  ASSERT_TRUE(content.ok());
  const Concept* vaccine = testing::find_concept(*content, "cvx", "54");
  EXPECT_EQ(vaccine->status, Status::Inactive);
  EXPECT_EQ(testing::property(*vaccine, "status"), "Never Active");
  EXPECT_EQ(testing::property(*vaccine, "updated"), "");
  EXPECT_TRUE(vaccine->designations.empty());
}

TEST(Cvx, TradeNamesBecomeSynonymsOfTheirVaccine) {
  const Result<SourceContent> content = read_names(testing::fixture_text("cvx/tradename.xml"));
  ASSERT_TRUE(content.ok()) << testing::complaint(content);
  const Concept* vaccine = testing::find_concept(*content, "cvx", "75");
  ASSERT_NE(vaccine, nullptr);
  ASSERT_EQ(vaccine->designations.size(), 1U);
  EXPECT_TRUE(testing::has_designation(*vaccine, DesignationUse::Synonym, "ACAM2000"));
  ASSERT_EQ(vaccine->properties.size(), 2U);
  EXPECT_EQ(vaccine->properties[1].value, "Acambis, Inc");
  EXPECT_EQ(content->report.read, 2U);
}

TEST(Cvx, DamageIsRefusedWithItsLine) {
  const std::string text = testing::fixture_text("cvx/cvx.xml");
  const std::vector<testing::Damage> damages = {
      {"143       ", "14x", "cvx.xml:3: The vaccine \"Adenovirus, type 4 and type 7, live, oral (Caf\xC3\xA9)\" has the CVX code \"14x\"; expected a name and a number of up to four digits."},
      {"54        ", "143", "cvx.xml:11: The code \"143\" stands twice; the first one counts."},
      {"</CVXCodes>", "", "cvx.xml:19: The XML is not well-formed: Start-end tags mismatch. Download the file again; it may have been cut off or edited."},
      {"", "<CVXCodes></CVXCodes>", "cvx.xml: The CVX vaccines administered has no rows. Download the file again; it may have been cut off."}};
  for (const testing::Damage& damage : damages) EXPECT_EQ(testing::complaint(read(testing::damaged(text, damage))), damage.complaint);
  EXPECT_EQ(testing::complaint(read_names(testing::damaged(testing::fixture_text("cvx/tradename.xml"), {"75        ", "", ""}))),
            "tradename.xml:3: The product \"ACAM2000\" has the CVX code \"\"; expected a name and a number of up to four digits.");
}

}  // namespace
}  // namespace medcode
