// Are folders and zips walked in a fixed order, and is what cannot be read told?
#include "core/cli/source_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/stored_zip.hpp"

namespace medcode {
namespace {

namespace fs = std::filesystem;

class SourceFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const ::testing::TestInfo* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() / ("medcode_source_files_" + std::string(test->name()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

  /// Returns every file that is found as "name=bytes", an error as its text without the folder's path.
  std::string found() const {
    const Result<std::vector<FolderPath>> paths = find_source_folders(root_.string());
    if (!paths) return to_string(paths.error());
    std::string text;
    for (const FolderPath& path : *paths) {
      const Result<std::vector<SourceFolder>> folders = read_source_folder(path);
      if (!folders) return text + short_name(to_string(folders.error()));
      for (const SourceFolder& folder : *folders) {
        text += "(" + short_name(folder.name) + ")";
        for (const SourceFile& file : folder.files()) text += short_name(file.name) + "=" + std::string(file.bytes) + ";";
      }
    }
    return text;
  }

  std::string short_name(const std::string& name) const {
    const std::string start = root_.string();
    return name.rfind(start, 0) == 0 ? name.substr(start.size()) : name;
  }

  fs::path root_;
};

TEST_F(SourceFilesTest, FilesAndZipsComeSortedAndHiddenOnesAreLeftOut) {
  write("b.txt", "B");
  write("a.txt", "A");
  write(".hidden", "no");
  write(".git/config", "no");
  write("sub/c.txt", "C");
  write("pack.data", testing::stored_zip({{"y.txt", "Y"}, {"x.txt", "X"}}));
  EXPECT_EQ(found(), "()/a.txt=A;/b.txt=B;(/pack.data)/pack.data:x.txt=X;/pack.data:y.txt=Y;(/sub)/sub/c.txt=C;");
}

TEST_F(SourceFilesTest, AZipInAZipIsOpenedAFolderOfItsOwn) {
  const std::string inner = testing::stored_zip({{"z.txt", "Z"}});
  write("outer.zip", testing::stored_zip({{"inner.zip", inner}, {"a.txt", "A"}}));
  EXPECT_EQ(found(), "(/outer.zip)/outer.zip:a.txt=A;(/outer.zip:inner.zip)/outer.zip:inner.zip:z.txt=Z;");
}

TEST_F(SourceFilesTest, AWorkbookIsAFileThoughItIsPackedLikeAZip) {
  const std::string workbook = testing::stored_zip({{"[Content_Types].xml", "<x/>"}});
  write("table.xlsx", workbook);
  EXPECT_EQ(found(), "()/table.xlsx=" + workbook + ";");
}

TEST_F(SourceFilesTest, AnUnpackedReleaseIsReadAsAWhole) {
  write("Loinc_2.78/LoincTable/Loinc.csv", "LOINC_NUM,COMPONENT");
  write("Loinc_2.78/AccessoryFiles/PartFile/Links.csv", "LoincNumber,PartTypeName");
  write("Loinc_2.78/AccessoryFiles/other.txt", "x");
  write("other/a.txt", "A");
  EXPECT_EQ(found(),
            "(/Loinc_2.78)/Loinc_2.78/AccessoryFiles/PartFile/Links.csv=LoincNumber,PartTypeName;/Loinc_2.78/AccessoryFiles/other.txt=x;"
            "/Loinc_2.78/LoincTable/Loinc.csv=LOINC_NUM,COMPONENT;(/other)/other/a.txt=A;");
}

TEST_F(SourceFilesTest, ABrokenZipIsToldByName) {
  const std::string zip = testing::stored_zip({{"a.txt", "A"}});
  write("a.zip", zip.substr(0, zip.size() - 10));
  EXPECT_EQ(found(), "/a.zip: The zip cannot be read: Not a zip archive. Download it again; it may have been cut off.");
}

TEST_F(SourceFilesTest, AMissingFolderIsAnErrorWithAdvice) {
  const Result<std::vector<FolderPath>> paths = find_source_folders("/no/such/folder");
  ASSERT_FALSE(paths.ok());
  EXPECT_EQ(paths.error().code, ErrorCode::NotFound);
  EXPECT_EQ(to_string(paths.error()), "/no/such/folder: There is no such file or folder. Check the spelling of the path.");
  const Result<std::string> bytes = read_file("/no/such/file");
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().code, ErrorCode::NotFound);
}

TEST_F(SourceFilesTest, AFolderIsNotReadAsAFile) {
  const Result<std::string> bytes = read_file(root_.string());
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().code, ErrorCode::Unreadable);
}

TEST_F(SourceFilesTest, OneFileMayBeNamedInsteadOfAFolder) {
  write("a.txt", "A");
  const Result<std::vector<FolderPath>> paths = find_source_folders((root_ / "a.txt").string());
  ASSERT_TRUE(paths.ok());
  ASSERT_EQ(paths->size(), 1U);
  EXPECT_EQ(paths->front().files.size(), 1U);
}

}  // namespace
}  // namespace medcode
