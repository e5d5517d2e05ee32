// Are the tables of one release kept apart from those of another, and read in the order in which they need each other?
#include "core/sources/release_tables.hpp"

#include <array>

#include "tests/sources/release_fixture.hpp"

namespace medcode::testing {
namespace {

using Places = std::vector<std::size_t>;

const std::vector<SourceFile> two_releases = {
    {"d/2.77/parts/links.csv", "links"}, {"d/2.77/table/terms.csv", "terms"}, {"d/2.78/parts/links.csv", "links"}, {"d/2.78/table/terms.csv", "terms, more"}};

/// Tells the kind of a table by the first letter of its bytes.
std::optional<char> first_letter(const SourceFile& file) { return file.bytes.empty() ? std::nullopt : std::optional(file.bytes.front()); }

TEST(ReleaseTables, TheLargestIsTheFirstOfEquals) {
  EXPECT_EQ(largest_of(two_releases, Places{0, 1, 2, 3}), 3U);
  EXPECT_EQ(largest_of(two_releases, Places{0, 1, 2}), 0U);
  EXPECT_EQ(largest_of(two_releases, {}), std::nullopt);
}

TEST(ReleaseTables, ATableBelongsToTheReleaseWithWhichItSharesMostFolders) {
  EXPECT_EQ(nearest_to(two_releases, Places{0, 2}, 3), (Places{2}));
  EXPECT_EQ(nearest_to(two_releases, Places{0, 2}, 1), (Places{0}));
  const std::vector<SourceFile> flat = {{"a.zip:links1", "l"}, {"a.zip:links2", "l"}, {"b.zip:links", "l"}, {"a.zip:terms", "t"}};
  EXPECT_EQ(nearest_to(flat, Places{0, 1, 2}, 3), (Places{0, 1}));
}

TEST(ReleaseTables, KindsAreReadInTheirOrderAndAnErrorEndsTheReading) {
  std::string order;
  std::vector<SourceContent> contents(two_releases.size());
  const auto read = [&order](char kind, const SourceFile& file) -> Result<SourceContent> {
    order += kind;
    SourceContent content;
    content.report.read = file.bytes.size();
    if (file.bytes == "links" && order == "ttl") return Error{ErrorCode::Damaged, "No.", "", {}};
    return content;
  };
  static constexpr std::array<char, 2> kinds{'t', 'l'};
  EXPECT_FALSE(read_tables<char>(two_releases, kinds, first_letter, read, contents).ok());
  EXPECT_EQ(order, "ttl");
  EXPECT_EQ(fullest_of(two_releases, first_letter, 't', contents), 3U);
  EXPECT_EQ(fullest_of(two_releases, first_letter, 'x', contents), std::nullopt);
}

TEST(ReleaseTables, TwoReleasesOfLoincSideBySideAreTwoReadings) {
  const Release fixture = release_of("loinc", {"Loinc.csv", "LoincPartLink_Primary.csv"});
  Release files;
  for (const auto& [name, bytes] : fixture) files["2.78/" + name] = bytes;
  files["2.77/Loinc.csv"] = fixture.at("Loinc.csv").substr(0, 900);
  files["2.77/LoincPartLink_Primary.csv"] = fixture.at("LoincPartLink_Primary.csv");
  EXPECT_EQ(reader_of("LOINC release").takes(files_of(files)), (Places{2, 3}));
}

}  // namespace
}  // namespace medcode::testing
