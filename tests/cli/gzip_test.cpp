// Are files compressed the same every time, and what is cut or damaged refused?
#include "core/cli/gzip.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "tests/query/random_source.hpp"

namespace medcode {
namespace {

TEST(Gzip, GivesBackWhatItTook) {
  query::testing::RandomSource random;
  for (const std::size_t size : {0U, 1U, 100U, 65'535U, 65'536U, 300'000U}) {
    std::string bytes(size, 'x');
    for (char& byte : bytes) byte = static_cast<char>(random.below(7));
    const std::string packed = gzip(bytes);
    EXPECT_EQ(packed, gzip(bytes));
    EXPECT_EQ(gunzip(packed).value(), bytes);
  }
}

TEST(Gzip, HasNeitherTimeNorNameInItsHeader) {
  const std::string packed = gzip("stent");
  ASSERT_GE(packed.size(), 10U);
  EXPECT_EQ(packed.substr(0, 8), std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8));
}

TEST(Gunzip, GivesBytesThatAreNotGzipAsTheyAre) {
  for (const char* bytes : {"", "\x1f", "MEDCAT\r\n", "text"}) EXPECT_EQ(gunzip(bytes).value(), bytes);
}

TEST(Gunzip, RefusesEveryTruncation) {
  const std::string packed = gzip(std::string(500, 'a') + "some other text");
  for (std::size_t size = 2; size < packed.size(); ++size) {
    const Result<std::string> bytes = gunzip(std::string_view(packed).substr(0, size));
    ASSERT_FALSE(bytes.ok()) << size;
    EXPECT_EQ(bytes.error().code, ErrorCode::Truncated) << size;
    EXPECT_EQ(bytes.error().message, "The compressed file ends too early.");
  }
}

TEST(Gunzip, RefusesOrRepairsNothingOfAChangedByte) {
  const std::string original = "Fracture of shaft of right tibia, fracture of shaft of left tibia";
  std::string packed = gzip(original);
  for (std::size_t at = 2; at < packed.size(); ++at) {
    packed[at] = static_cast<char>(packed[at] ^ 0x10);
    const Result<std::string> bytes = gunzip(packed);
    if (bytes.ok()) {
      EXPECT_EQ(*bytes, original) << at;  // a byte of the header that says nothing of the content
    }
    packed[at] = static_cast<char>(packed[at] ^ 0x10);
  }
}

}  // namespace
}  // namespace medcode
