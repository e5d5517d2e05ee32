// How are numbers and strings laid into bytes, and read back from bytes nobody vouches for?
//
// Exports ByteWriter (append only) and ByteReader (bounded; once it has failed every further read gives
// zero and `ok()` stays false, so that a caller checks once at the end). Little-endian; LEB128 as in DWARF.
// Held by tests/base/bytes_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace medcode {

/// Appends numbers and strings to a growing string of bytes.
class ByteWriter {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u32(std::uint32_t value) { little_endian(value, 4); }
  void u64(std::uint64_t value) { little_endian(value, 8); }

  /// Appends unsigned LEB128: seven bits a byte, low bits first.
  void leb(std::uint64_t value) {
    while (value >= 0x80) {
      u8(static_cast<std::uint8_t>(value | 0x80U));
      value >>= 7;
    }
    u8(static_cast<std::uint8_t>(value));
  }

  /// Appends the length as LEB128, then the bytes.
  void text(std::string_view value) {
    leb(value.size());
    bytes_.append(value);
  }

  void raw(std::string_view value) { bytes_.append(value); }

  std::size_t size() const { return bytes_.size(); }
  const std::string& bytes() const& { return bytes_; }
  std::string&& bytes() && { return std::move(bytes_); }

 private:
  void little_endian(std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) u8(static_cast<std::uint8_t>(value >> (8 * i)));
  }

  std::string bytes_;
};

/// Reads what ByteWriter wrote. The bytes must outlive the reader and every view it returns.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view bytes) : next_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  /// Is false once anything was asked for that is not there.
  bool ok() const { return ok_; }
  std::size_t remaining() const { return static_cast<std::size_t>(end_ - next_); }
  bool at_end() const { return next_ == end_; }

  std::uint8_t u8() { return next_ == end_ ? static_cast<std::uint8_t>(fail()) : static_cast<std::uint8_t>(*next_++); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(little_endian(4)); }
  std::uint64_t u64() { return little_endian(8); }

  /// Reads unsigned LEB128 of at most 32 bits.
  std::uint32_t leb() {
    if (next_ != end_ && static_cast<std::uint8_t>(*next_) < 0x80) return static_cast<std::uint8_t>(*next_++);
    if (end_ - next_ >= 2 && static_cast<std::uint8_t>(next_[1]) < 0x80) {
      const std::uint32_t value = (static_cast<std::uint8_t>(next_[0]) & 0x7FU) | static_cast<std::uint32_t>(static_cast<std::uint8_t>(next_[1])) << 7;
      next_ += 2;
      return value;
    }
    return long_leb();
  }

  /// Reads a text written by ByteWriter::text; a view into the bytes.
  std::string_view text() { return raw(leb()); }

  std::string_view raw(std::size_t size) {
    if (size > remaining()) {
      fail();
      return {};
    }
    const std::string_view view(next_, size);
    next_ += size;
    return view;
  }

 private:
  std::uint32_t fail() {
    ok_ = false;
    next_ = end_;
    return 0;
  }

  /// Reads LEB128 of any length; apart, so that the short ones that are nearly all are read in a few instructions.
  [[gnu::noinline]] std::uint32_t long_leb() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (next_ == end_) return fail();
      const auto byte = static_cast<std::uint8_t>(*next_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value > 0xFFFFFFFFU ? fail() : static_cast<std::uint32_t>(value);
    }
    return fail();
  }

  std::uint64_t little_endian(int width) {
    if (remaining() < static_cast<std::size_t>(width)) return fail();
    std::uint64_t value = 0;
    for (int i = 0; i < width; ++i) value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(*next_++)) << (8 * i);
    return value;
  }

  const char* next_ = nullptr;
  const char* end_ = nullptr;
  bool ok_ = true;
};

}  // namespace medcode
