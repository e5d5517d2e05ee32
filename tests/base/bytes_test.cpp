// Are numbers and strings read back from bytes as they were written, and never beyond the bytes that are there?
#include "core/base/bytes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "core/base/checksum.hpp"

namespace medcode {
namespace {

constexpr std::array<std::uint32_t, 11> numbers{0,      1,         127,       128,        16'383,    16'384,
                                                65'535, 2'097'151, 2'097'152, 0xFFFFFFFE, 0xFFFFFFFF};

/// Writes one of everything.
std::string sample() {
  ByteWriter writer;
  writer.u8(0xAB);
  writer.u32(0x01020304);
  writer.u64(0x1122334455667788);
  for (const std::uint32_t number : numbers) writer.leb(number);
  writer.text("stent");
  writer.text("");
  writer.raw("END");
  return std::move(writer).bytes();
}

/// Reads what sample() wrote; says whether all of it was there.
bool read_sample(ByteReader& reader) {
  bool is_same = reader.u8() == 0xAB;
  is_same &= reader.u32() == 0x01020304;
  is_same &= reader.u64() == 0x1122334455667788;
  for (const std::uint32_t number : numbers) is_same &= reader.leb() == number;
  is_same &= reader.text() == "stent";
  is_same &= reader.text().empty();
  is_same &= reader.raw(3) == "END";
  return is_same;
}

TEST(Bytes, ComeBackAsTheyWereWritten) {
  const std::string bytes = sample();
  ByteReader reader(bytes);
  EXPECT_TRUE(read_sample(reader));
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
}

TEST(Bytes, AreLittleEndianAndLebIsThatOfDwarf) {
  ByteWriter writer;
  writer.u32(0x01020304);
  writer.leb(624'485);
  EXPECT_EQ(writer.bytes(), std::string("\x04\x03\x02\x01\xE5\x8E\x26"));
}

TEST(Bytes, TruncatedAnywhereAreRefusedAndNothingIsReadBeyondThem) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::vector<char> exact(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));  // the sanitizer guards its end
    ByteReader reader(std::string_view(exact.data(), exact.size()));
    EXPECT_FALSE(read_sample(reader)) << size;
    EXPECT_FALSE(reader.ok()) << size;
    EXPECT_TRUE(reader.at_end()) << size;
  }
}

TEST(Bytes, GiveOnlyZeroOnceAReadHasFailed) {
  ByteReader reader("\x05\x01");
  EXPECT_EQ(reader.text(), "");
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.u8(), 0);
  EXPECT_EQ(reader.u32(), 0U);
  EXPECT_EQ(reader.u64(), 0U);
  EXPECT_EQ(reader.leb(), 0U);
  EXPECT_EQ(reader.raw(1), "");
  EXPECT_FALSE(reader.ok());
}

TEST(Bytes, RefuseLebBeyond32Bits) {
  for (const std::string_view bytes : {std::string_view("\xFF\xFF\xFF\xFF\x1F"), std::string_view("\xFF\xFF\xFF\xFF\xFF\x01"),
                                       std::string_view("\x80\x80\x80\x80\x80")}) {
    ByteReader reader(bytes);
    EXPECT_EQ(reader.leb(), 0U);
    EXPECT_FALSE(reader.ok());
  }
}

TEST(Bytes, RefuseALengthLargerThanWhatIsLeft) {
  ByteReader reader(std::string_view("\xFF\xFF\xFF\xFF\x0F" "abc"));
  EXPECT_EQ(reader.text(), "");
  EXPECT_FALSE(reader.ok());
  ByteReader whole("abc");
  EXPECT_EQ(whole.raw(static_cast<std::size_t>(-1)), "");
  EXPECT_FALSE(whole.ok());
}

TEST(Bytes, OfAnEmptyReaderAreAtTheirEnd) {
  ByteReader reader;
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(reader.raw(0), "");
  EXPECT_TRUE(reader.ok());
  reader.u8();
  EXPECT_FALSE(reader.ok());
}

TEST(Checksum, IsTheOneOfGzip) {
  EXPECT_EQ(crc32(""), 0U);
  EXPECT_EQ(crc32("a"), 0xE8B7BE43U);
  EXPECT_EQ(crc32("123456789"), 0xCBF43926U);
  EXPECT_EQ(crc32("The quick brown fox jumps over the lazy dog"), 0x414FA339U);
  EXPECT_EQ(crc32(std::string(32, '\0')), 0x190A55ADU);
  EXPECT_EQ(crc32(std::string(32, '\xFF')), 0xFF6CAB0BU);
}

TEST(Checksum, IsTheSameByEightBytesAsByOne) {
  const auto plain = [](std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
      crc ^= static_cast<std::uint8_t>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
  };
  std::string bytes;
  for (unsigned i = 0; i < 70; ++i) {
    EXPECT_EQ(crc32(bytes), plain(bytes)) << bytes.size();
    bytes.push_back(static_cast<char>(i * 37 + 11));
  }
}

TEST(Checksum, ChangesWithEverySingleBit) {
  std::string bytes = "medical code search";
  const std::uint32_t before = crc32(bytes);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    EXPECT_NE(crc32(bytes), before) << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
  }
}

}  // namespace
}  // namespace medcode
