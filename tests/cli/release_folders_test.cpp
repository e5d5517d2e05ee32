// Are the folders of an unpacked release found, whichever of them a person names?
#include "core/cli/release_folders.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

ReleaseFolders downloads(const std::string& top) {
  ReleaseFolders folders(top);
  folders.add(top + "/Snomed/Snapshot/Terminology/Concept.txt", "SNOMED");
  folders.add(top + "/Snomed/Snapshot/Refset/Language/Language.txt", "SNOMED");
  folders.add(top + "/Snomed/Full/Terminology/Concept.txt", "SNOMED");
  folders.add(top + "/rxnorm/RXNCONSO.RRF", "RxNorm");
  return folders;
}

TEST(ReleaseFolders, TheReleaseIsTheWidestFolderWithTablesInTwoParts) {
  const ReleaseFolders folders = downloads("/d");
  EXPECT_EQ(folders.release_of("/d/Snomed/Snapshot/Refset/Language"), "/d/Snomed");
  EXPECT_EQ(folders.release_of("/d/Snomed/Full/Terminology"), "/d/Snomed");
  EXPECT_EQ(folders.release_of("/d/Snomed/Documentation"), "/d/Snomed");
}

TEST(ReleaseFolders, AnyOtherFolderStandsByItself) {
  const ReleaseFolders folders = downloads("/d");
  EXPECT_EQ(folders.release_of("/d/rxnorm"), "/d/rxnorm");
  EXPECT_EQ(folders.release_of("/d/icd10cm/2026"), "/d/icd10cm/2026");
  EXPECT_EQ(folders.release_of("/d"), "/d");
}

TEST(ReleaseFolders, NothingAboveTheNamedFolderCounts) {
  ReleaseFolders folders("/d/Snomed/Snapshot/Terminology");
  folders.add("/d/Snomed/Snapshot/Terminology/Concept.txt", "SNOMED");
  EXPECT_EQ(folders.release_of("/d/Snomed/Snapshot/Terminology"), "/d/Snomed/Snapshot/Terminology");
}

TEST(ReleaseFolders, ARelativeNameMayBeGiven) {
  ReleaseFolders folders("downloads");
  folders.add("downloads/LoincTable/Loinc.csv", "LOINC");
  folders.add("downloads/AccessoryFiles/PartFile/Links.csv", "LOINC");
  EXPECT_EQ(folders.release_of("downloads/AccessoryFiles/PartFile"), "downloads");
  ReleaseFolders here(".");
  here.add("./LoincTable/Loinc.csv", "LOINC");
  here.add("./AccessoryFiles/PartFile/Links.csv", "LOINC");
  EXPECT_EQ(here.release_of("./LoincTable"), ".");
}

}  // namespace
}  // namespace medcode
