// Which files lie in a zip?
//
// Exports read_zip over bytes in memory; libzip stays in zip.cpp. A zip may be cut off, damaged,
// encrypted or a bomb: each is an Error that says so. Held by tests/sources/zip_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Bytes one member may unpack to: the largest official text file, SNOMED CT's relationships, has 0.5 GB.
inline constexpr std::uint64_t max_member_bytes = std::uint64_t{1} << 30U;

/// Bytes all members of one zip may unpack to together.
inline constexpr std::uint64_t max_zip_bytes = std::uint64_t{4} << 30U;

/// Members of one zip: a full SNOMED CT release has some 100.
inline constexpr std::uint64_t max_zip_members = 10'000;

/// Unpacked bytes per packed byte beyond which a member of more than 64 MiB is taken for a bomb; order
/// files, the most repetitive official ones, reach 20.
inline constexpr std::uint64_t max_zip_ratio = 200;

/// Is one file of a zip. `name` is the path inside the zip.
struct ZipMember {
  std::string name;
  std::string bytes;
};

/// Returns whether the bytes start as a zip does.
bool is_zip(std::string_view bytes);

/// Returns the members in the order of their names, folders left out. Errors: Empty (no bytes or no members),
/// Damaged (not a zip, cut off, wrong checksum), Unreadable (encrypted, unknown packing), TooLarge.
Result<std::vector<ZipMember>> read_zip(const SourceFile& file);

}  // namespace medcode
