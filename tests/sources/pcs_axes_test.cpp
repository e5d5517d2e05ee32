#include "core/sources/pcs_axes.hpp"

#include <gtest/gtest.h>

#include "core/sources/icd10pcs_definitions.hpp"
#include "core/sources/icd10pcs_tables.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using Lines = std::vector<std::string>;

class PcsAxesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string tables = testing::fixture_text("icd10pcs/tables.xml");
    const std::string definitions = testing::fixture_text("icd10pcs/definitions.xml");
    Result<SourceContent> read_tables = read_icd10pcs_tables(SourceFile{"tables.xml", tables});
    Result<SourceContent> read_definitions = read_icd10pcs_definitions(SourceFile{"definitions.xml", definitions});
    ASSERT_TRUE(read_tables.ok());
    ASSERT_TRUE(read_definitions.ok());
    tables_ = read_tables->axis_tables;
    definitions_ = read_definitions->axis_definitions;
  }

  Lines axes_of(std::string_view code) const {
    Lines lines;
    for (const Axis& axis : PcsAxes(tables_, definitions_).decompose(code)) lines.push_back(axis.title + " " + axis.value + " " + axis.label);
    return lines;
  }

  std::vector<AxisTable> tables_;
  std::vector<AxisDefinition> definitions_;
};

TEST_F(PcsAxesTest, EveryCharacterOfACodeGetsItsTitleAndLabel) {
  EXPECT_EQ(axes_of("0F9930Z"), (Lines{"Section 0 Medical and Surgical", "Body System F Hepatobiliary System and Pancreas", "Operation 9 Drainage",
                                       "Body Part 9 Common Bile Duct", "Approach 3 Percutaneous", "Device 0 Drainage Device",
                                       "Qualifier Z No Qualifier"}));
}

TEST_F(PcsAxesTest, HeadersHaveTheAxesOfTheirCharacters) { EXPECT_EQ(axes_of("0F9").size(), 3U); }

TEST_F(PcsAxesTest, ACodeThatNoRowMakesIsTakenApartAsFarAsLabelsAreKnown) {
  const Lines axes = axes_of("0FB93ZQ");
  ASSERT_EQ(axes.size(), 7U);
  EXPECT_EQ(axes[2], "Operation B ");
  EXPECT_EQ(axes[3], "Body Part 9 Common Bile Duct");
  EXPECT_EQ(axes[6], "Qualifier Q ");
}

TEST_F(PcsAxesTest, DefinitionsStandBesideTheirLabels) {
  const std::vector<Axis> axes = PcsAxes(tables_, definitions_).decompose("0F9930Z");
  EXPECT_EQ(axes[2].definition, "Taking or letting out fluids. DIAGNOSTIC marks biopsies. Includes Thoracentesis; incision and drainage");
  EXPECT_EQ(axes[3].definition, "Includes Choledochus");
  EXPECT_EQ(PcsAxes(tables_, {}).decompose("0F9930Z")[2].definition, "Taking or letting out fluids");
}

TEST_F(PcsAxesTest, ATableMakesExactlyTheCodesOfItsRows) {
  EXPECT_EQ(codes_of_table(tables_[0]), (Lines{"0F9400Z", "0F9430Z", "0F9900Z", "0F9930Z", "0F940ZX"}));
}

TEST_F(PcsAxesTest, OnlyConceptsOfItsSystemAreFilled) {
  std::vector<Concept> concepts(2);
  concepts[0].system = "icd10pcs";
  concepts[0].code = "0F9930Q";
  concepts[1].system = "icd10cm";
  concepts[1].code = "K80.5";
  EXPECT_EQ(fill_pcs_axes(tables_, definitions_, concepts), 1U);
  EXPECT_EQ(concepts[0].axes.size(), 7U);
  EXPECT_TRUE(concepts[1].axes.empty());
}

TEST_F(PcsAxesTest, WithoutTablesACodeHasNoAxesAtAll) {
  std::vector<Concept> concepts(1);
  concepts[0].system = "icd10pcs";
  concepts[0].code = "0F9930Z";
  EXPECT_EQ(fill_pcs_axes({}, {}, concepts), 7U);
  EXPECT_TRUE(concepts[0].axes.empty());
}

TEST_F(PcsAxesTest, NothingIsMadeOfWhatIsNoCode) {
  EXPECT_TRUE(axes_of("").empty());
  EXPECT_TRUE(axes_of("0F9930ZZ").empty());
  EXPECT_TRUE(PcsAxes({}, {}).decompose("0F9930Z")[0].label.empty());
}

}  // namespace
}  // namespace medcode
