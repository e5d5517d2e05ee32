#include "core/base/checksum.hpp"

#include <array>
#include <cstddef>

namespace medcode {
namespace {

using Table = std::array<std::uint32_t, 256>;

/// Row k advances a byte that stands k bytes before the end of an eight-byte step.
std::array<Table, 8> make_tables() {
  std::array<Table, 8> tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
    tables[0][i] = value;
  }
  for (std::size_t row = 1; row < 8; ++row) {
    for (std::size_t i = 0; i < 256; ++i) {
      const std::uint32_t before = tables[row - 1][i];
      tables[row][i] = (before >> 8) ^ tables[0][before & 0xFFU];
    }
  }
  return tables;
}

std::uint32_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  static const std::array<Table, 8> tables = make_tables();  // made, not shipped: 8 kB that no compression makes less
  std::uint32_t crc = 0xFFFFFFFFU;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    crc ^= byte_at(bytes, i) | byte_at(bytes, i + 1) << 8 | byte_at(bytes, i + 2) << 16 | byte_at(bytes, i + 3) << 24;
    crc = tables[7][crc & 0xFFU] ^ tables[6][(crc >> 8) & 0xFFU] ^ tables[5][(crc >> 16) & 0xFFU] ^
          tables[4][crc >> 24] ^ tables[3][byte_at(bytes, i + 4)] ^ tables[2][byte_at(bytes, i + 5)] ^
          tables[1][byte_at(bytes, i + 6)] ^ tables[0][byte_at(bytes, i + 7)];
  }
  for (; i < bytes.size(); ++i) crc = (crc >> 8) ^ tables[0][(crc ^ byte_at(bytes, i)) & 0xFFU];
  return ~crc;
}

}  // namespace medcode
