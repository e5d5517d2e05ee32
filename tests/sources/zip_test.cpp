// Are zips opened when they are whole, and refused with a sentence when they are not?
#include "core/sources/zip.hpp"

#include <gtest/gtest.h>

#include "tests/support/stored_zip.hpp"

namespace medcode {
namespace {

std::string error_of(const std::string& bytes) {
  const Result<std::vector<ZipMember>> members = read_zip(SourceFile{"a.zip", bytes});
  return members ? "no error" : std::string(error_code_name(members.error().code)) + " " + to_string(members.error());
}

const std::string two_members = testing::stored_zip({{"b.txt", "second"}, {"dir/", ""}, {"a.txt", "first"}});

TEST(ZipTest, MembersComeInTheOrderOfTheirNamesWithoutFolders) {
  ASSERT_TRUE(is_zip(two_members));
  const Result<std::vector<ZipMember>> members = read_zip(SourceFile{"a.zip", two_members});
  ASSERT_TRUE(members.ok()) << to_string(members.error());
  ASSERT_EQ(members->size(), 2U);
  EXPECT_EQ((*members)[0].name, "a.txt");
  EXPECT_EQ((*members)[0].bytes, "first");
  EXPECT_EQ((*members)[1].bytes, "second");
}

TEST(ZipTest, ABrokenZipSaysWhatIsWrong) {
  EXPECT_EQ(error_of(two_members.substr(0, two_members.size() - 30)),
            "damaged a.zip: The zip cannot be read: Not a zip archive. Download it again; it may have been cut off.");
  EXPECT_EQ(error_of("hello"), "damaged a.zip: The zip cannot be read: Not a zip archive. Download it again; it may have been cut off.");
  EXPECT_EQ(error_of(""), "empty a.zip: The zip has no bytes. Download it again.");
  EXPECT_EQ(error_of(testing::stored_zip({})), "empty a.zip: The zip has no members. Download it again.");
}

TEST(ZipTest, AMemberWithAWrongChecksumIsRefused) {
  std::string bytes = two_members;
  bytes.replace(bytes.find("second"), 6, "sexond");
  EXPECT_EQ(error_of(bytes), "damaged a.zip: The zip cannot be read: \"b.txt\": CRC error. Download it again; it may have been cut off.");
}

TEST(ZipTest, AnEncryptedMemberIsRefused) {
  EXPECT_EQ(error_of(testing::stored_zip({{"a.txt", "first and a long enough text"}}, 0, 1)),
            "unreadable a.zip: \"a.txt\" is encrypted. Unpack the zip with its password and give the folder instead.");
}

TEST(ZipTest, ABombIsRefusedBeforeItIsUnpacked) {
  EXPECT_EQ(error_of(testing::stored_zip({{"a.txt", "first"}}, 0xF0000000U)),
            "too-large a.zip: \"a.txt\" would unpack to 4026531840 bytes, more than 4000000000. Unpack it yourself and give the "
            "folder instead, if you trust it.");
  EXPECT_EQ(error_of(testing::stored_zip({{"a.txt", "first"}}, 0x10000000U)),
            "too-large a.zip: \"a.txt\" would unpack to more than 200 times its packed size. Unpack it yourself and give the "
            "folder instead, if you trust it.");
}

TEST(ZipTest, MoreMembersThanAnyReleaseHasAreRefused) {
  std::vector<std::pair<std::string, std::string>> members;
  for (std::uint64_t i = 0; i <= max_zip_members; ++i) members.emplace_back(std::to_string(i), "");
  EXPECT_EQ(error_of(testing::stored_zip(members)), "too-large a.zip: The zip has more than 10000 members. Unpack the files you need and give their folder.");
  members.pop_back();
  EXPECT_EQ(error_of(testing::stored_zip(members)), "no error");
}

TEST(ZipTest, AMemberShorterThanItClaimsIsRefused) {
  EXPECT_EQ(error_of(testing::stored_zip({{"a.txt", "first"}}, 100)).substr(0, 13), "damaged a.zip");
}

TEST(ZipTest, AMemberThatClaimsWhatNoDeflateReachesIsRefusedBeforeRoomIsMade) {
  EXPECT_EQ(error_of(testing::stored_zip({{"a.txt", "first"}}, 2U << 20U)),
            "damaged a.zip: The zip cannot be read: \"a.txt\" claims more bytes than it can hold. Download it again; it may have been cut off.");
}

TEST(ZipTest, MembersThatLieInEachOtherAreRefused) {
  const std::string one = testing::stored_zip({{"a.txt", std::string(1000, 'x')}});
  const std::size_t directory = one.find("PK\x01\x02");
  const std::size_t end = one.find("PK\x05\x06");
  std::string twice = one.substr(0, end) + one.substr(directory, end - directory) + "PK\x05\x06";
  testing::put_number(twice, 0, 4);
  testing::put_number(twice, 2, 2);
  testing::put_number(twice, 2, 2);
  testing::put_number(twice, 2 * (end - directory), 4);
  testing::put_number(twice, directory, 4);
  testing::put_number(twice, 0, 2);
  EXPECT_EQ(error_of(twice), "damaged a.zip: The zip cannot be read: its members have more bytes than it. Download it again; it may have been cut off.");
}

TEST(ZipTest, WhoUnpacksGivesTheRoomAndMayRefuseIt) {
  std::string room(6, ' ');
  const auto give = [&room](const std::string& name, std::uint64_t size) -> Result<std::span<char>> {
    if (name == "b.txt") return std::span<char>(room).first(size);
    return Error{ErrorCode::Unreadable, "No room for " + name + ".", "Make some.", {}};
  };
  const Result<Done> unpacked = unpack_zip(SourceFile{"a.zip", two_members}, give);
  ASSERT_FALSE(unpacked.ok());
  EXPECT_EQ(to_string(unpacked.error()), "No room for a.txt. Make some.");
  EXPECT_EQ(room, "second");
}

TEST(ZipTest, DamageAnywhereNeverCrashes) {
  for (std::size_t at = 0; at < two_members.size(); ++at) {
    std::string bytes = two_members;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
    error_of(bytes);
    error_of(two_members.substr(0, at));
  }
}

}  // namespace
}  // namespace medcode
