// Is a downloaded file the one that was published?
//
// Exports Sha256 (FIPS 180-4). Held by tests/cli/sha256_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace medcode {

/// Works out the SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  /// Takes the next bytes.
  void add(std::string_view bytes);

  /// Returns the checksum as 64 lower-case hexadecimal digits; nothing may be added afterwards.
  std::string finish();

 private:
  void add_block(const unsigned char* block);

  std::array<std::uint32_t, 8> state_ = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                         0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
  std::array<unsigned char, 64> rest_ = {};
  std::size_t rest_size_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace medcode
