// How does a test get a zip without a zip library? By writing one whose members are stored, not packed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medcode::testing {

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline void put_number(std::string& out, std::uint64_t value, int bytes) {
  for (int index = 0; index < bytes; ++index) out.push_back(static_cast<char>((value >> (8U * static_cast<unsigned>(index))) & 0xFFU));
}

/// Returns a zip of these members (name, bytes). `claimed_size`, where not 0, is written as the unpacked size of
/// every member: a zip that lies. `flags` are the general purpose flags (1: encrypted).
inline std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members, std::uint32_t claimed_size = 0,
                              std::uint32_t flags = 0) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : members) {
    const std::uint64_t offset = out.size();
    std::string fields;
    put_number(fields, 20, 2);
    put_number(fields, flags, 2);
    put_number(fields, 0, 2);           // stored
    put_number(fields, 0x58C30000U, 4);  // a time and a day
    put_number(fields, crc32_of(bytes), 4);
    put_number(fields, bytes.size(), 4);
    put_number(fields, claimed_size != 0 ? claimed_size : bytes.size(), 4);
    put_number(fields, name.size(), 2);
    put_number(fields, 0, 2);
    out += "PK\x03\x04" + fields + name + bytes;
    directory += "PK\x01\x02";
    put_number(directory, 20, 2);
    directory += fields;
    put_number(directory, 0, 2 + 2 + 2);
    put_number(directory, 0, 4);
    put_number(directory, offset, 4);
    directory += name;
  }
  const std::uint64_t start = out.size();
  out += directory + "PK\x05\x06";
  put_number(out, 0, 4);
  put_number(out, members.size(), 2);
  put_number(out, members.size(), 2);
  put_number(out, directory.size(), 4);
  put_number(out, start, 4);
  put_number(out, 0, 2);
  return out;
}

}  // namespace medcode::testing
