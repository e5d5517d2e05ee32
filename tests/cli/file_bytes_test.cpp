// Are the bytes of small and large files the same to whoever reads them, and is no file left behind?
#include "core/cli/file_bytes.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/cli/running_program.hpp"

namespace medcode {
namespace {

using medcode::testing::Workplace;
namespace fs = std::filesystem;

constexpr std::size_t large = max_bytes_in_memory + 12'345;

TEST(FileBytes, SmallAndLargeFilesHaveTheirBytes) {
  const Workplace place;
  place.write("small", "few bytes");
  std::string many(large, 'x');
  many.back() = '!';
  place.write("large", many);
  const Result<FileBytes> small_file = FileBytes::of_file(place.path("small"));
  Result<FileBytes> large_file = FileBytes::of_file(place.path("large"));
  ASSERT_TRUE(small_file.ok() && large_file.ok());
  EXPECT_EQ(small_file->view(), "few bytes");
  const char* const where = large_file->view().data();
  const FileBytes moved = std::move(*large_file);
  EXPECT_EQ(moved.view().data(), where);
  EXPECT_EQ(moved.view(), many);
}

TEST(FileBytes, RoomIsWrittenAndReadAndLeavesNothingBehind) {
  const Workplace place;
  place.write("room/here", "");
  ASSERT_EQ(setenv("TMPDIR", place.path("room").c_str(), 1), 0);
  for (const std::size_t size : {std::size_t{0}, std::size_t{9}, large}) {
    Result<FileBytes> bytes = FileBytes::with_room(size);
    ASSERT_TRUE(bytes.ok()) << to_string(bytes.error());
    ASSERT_EQ(bytes->room().size(), size);
    if (size != 0) bytes->room().back() = '!';
    EXPECT_TRUE(size == 0 || bytes->view().back() == '!');
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(place.path("room")), fs::directory_iterator()), 1);
  fs::remove_all(place.path("room"));
  const Result<FileBytes> none = FileBytes::with_room(large);
  unsetenv("TMPDIR");
  ASSERT_FALSE(none.ok());
  EXPECT_NE(to_string(none.error()).find("There is no room to unpack"), std::string::npos) << to_string(none.error());
}

TEST(FileBytes, AMissingFileOrAFolderIsAnError) {
  const Workplace place;
  EXPECT_EQ(FileBytes::of_file(place.path("none")).error().code, ErrorCode::NotFound);
  EXPECT_EQ(FileBytes::of_file(place.path(".")).error().code, ErrorCode::Unreadable);
}

}  // namespace
}  // namespace medcode
