#include "core/sources/ndc_product.hpp"

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

constexpr std::string_view format = "NDC directory";

Release fixture() { return release_of("ndc", {"package.txt", "product.txt"}); }

Result<std::vector<SourceContent>> read(const Release& directory) { return read_release(format, directory); }

SourceContent content_of(std::size_t place) {
  const auto contents = read(fixture());
  return contents.value()[place];
}

TEST(NdcProduct, TablesAreRecognisedByTheirHeaders) {
  const Release directory = fixture();
  const std::vector<SourceFile> files = {{"a", directory.at("package.txt")}, {"b", "PRODUCTNDC\tNAME\n"}, {"c", directory.at("product.txt")}};
  EXPECT_EQ(take_ndc(files), (std::vector<std::size_t>{0, 2}));
  EXPECT_TRUE(take_ndc(std::vector<SourceFile>{files[0]}).empty());
}

TEST(NdcProduct, TheDisplayIsPutTogether) {
  const SourceContent content = content_of(1);
  EXPECT_EQ(find_concept(content, "ndc", "0001-1111")->display,
            "Gluconever XR (metformin hydrochloride) 500 mg/1, tablet, extended release");
  EXPECT_EQ(find_concept(content, "ndc", "0001-2222")->display, "Sun \"Shade\", 50 (Zinc, Oxide), lotion");
  EXPECT_EQ(find_concept(content, "ndc", "12345-678")->display, "ASPIRIN, tablet");
}

TEST(NdcProduct, FactsAndStateComeAlongInUtf8) {
  const SourceContent content = content_of(1);
  const Concept& product = *find_concept(content, "ndc", "0001-1111");
  EXPECT_EQ(property(product, "labeler"), "Ménière Pharma");
  EXPECT_EQ(property(product, "route"), "ORAL");
  EXPECT_EQ(property(product, "strength"), "500 mg/1");
  EXPECT_EQ(property(product, "added"), "2020-01-31");
  EXPECT_EQ(product.status, Status::Active);
  const Concept& ended = *find_concept(content, "ndc", "0001-2222");
  EXPECT_EQ(ended.status, Status::Inactive);
  EXPECT_EQ(property(ended, "terminated"), "2024-01-31");
  EXPECT_TRUE(has_designation(ended, DesignationUse::Synonym, "ZINC OXIDE; WATER"));
}

TEST(NdcProduct, PackagesAreChildrenFoundByElevenDigits) {
  EXPECT_TRUE(content_of(0).concepts.empty());
  const SourceContent content = content_of(1);
  const Concept& bottle = *find_concept(content, "ndc", "12345-678-01");
  EXPECT_EQ(bottle.parent, "12345-678");
  EXPECT_EQ(bottle.display, "ASPIRIN, tablet: 1 BOTTLE in 1 CARTON (12345-678-01) > 100 TABLET in 1 BOTTLE");
  EXPECT_TRUE(has_designation(bottle, DesignationUse::Index, "12345067801"));
}

TEST(NdcProduct, ElevenDigitsPadEachGroup) {
  EXPECT_EQ(ndc_eleven_digits("0002-3227-30"), "00002322730");
  EXPECT_EQ(ndc_eleven_digits("12345-678-90"), "12345067890");
  EXPECT_EQ(ndc_eleven_digits("12345-6789-1"), "12345678901");
  EXPECT_EQ(ndc_eleven_digits("123456-789-1"), "");
  EXPECT_EQ(ndc_eleven_digits("12345-6789"), "");
}

TEST(NdcProduct, RowsAreAllAccountedFor) {
  EXPECT_EQ(content_of(0).report.read, 2U);
  EXPECT_EQ(content_of(0).report.skipped, 1U);
  EXPECT_EQ(content_of(1).report.read, 3U);
  EXPECT_EQ(content_of(1).report.skipped, 1U);
}

TEST(NdcProduct, DamageIsNamedClearly) {
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"product.txt", {"\t0001-1111\t", "\t0001111\t", "product.txt:2: The PRODUCTNDC \"0001111\" is no product number such as 0002-3227."}},
      {"product.txt", {"\t12345-678\t", "\t12345-67A\t", "product.txt:5: The PRODUCTNDC \"12345-67A\" is no product number"}},
      {"product.txt", {"ASPIRIN\t\tAspirin", "\t\t", "product.txt:5: The product 12345-678 has neither a proprietary nor a nonproprietary name."}},
      {"product.txt", {"20200131", "20201331", "product.txt:2: The product 0001-1111 has the STARTMARKETINGDATE \"20201331\", which is no date YYYYMMDD."}},
      {"product.txt", {"NONPROPRIETARYNAME", "GENERIC", "product.txt:1: The header has no column \"NONPROPRIETARYNAME\"."}},
      {"product.txt", {"DOSAGEFORMNAME", "FORM", "product.txt:1: The header has no column \"DOSAGEFORMNAME\"."}},
      {"product.txt", {"\tHUMAN OTC DRUG\t", "\t", "product.txt:3: The row has 19 fields instead of 20: \"0001-2222_a"}},
      {"product.txt", {"Gluconever\t", "Glu\tconever\t", "product.txt:2: The row has 21 fields instead of 20: \"0001-1111_a"}},
      {"package.txt", {"0001-1111-30", "0001-1111", "package.txt:2: The NDCPACKAGECODE \"0001-1111\" is no package number such as 0002-3227-30."}},
      {"package.txt", {"\t0001-1111\t", "\t0001-9999\t", "package.txt:2: The package 0001-1111-30 is of the product \"0001-9999\", which the product table does not have."}},
      {"package.txt", {"PACKAGEDESCRIPTION", "TEXT", "package.txt:1: The header has no column \"PACKAGEDESCRIPTION\"."}},
  };
  expect_complaints(format, fixture(), damages);
}

}  // namespace
}  // namespace medcode::testing
