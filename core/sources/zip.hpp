// Which files lie in a zip?
//
// Exports unpack_zip and read_zip over bytes in memory; libzip stays in zip.cpp. A zip may be cut off, damaged,
// encrypted or a bomb: each is an Error that says so. Held by tests/sources/zip_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Bytes one member may unpack to: the largest table, of ancestors in a full Athena download, has some 3 GB.
inline constexpr std::uint64_t max_member_bytes = 4'000'000'000;

/// Bytes all members of one zip may unpack to together: a full Athena download has some 9 GB.
inline constexpr std::uint64_t max_zip_bytes = 16'000'000'000;

/// Members of one zip: a full SNOMED CT release has some 100.
inline constexpr std::uint64_t max_zip_members = 10'000;

/// Unpacked bytes per packed byte beyond which a member of more than 64 MiB is taken for a bomb; order
/// files, the most repetitive official ones, reach 20.
inline constexpr std::uint64_t max_zip_ratio = 200;

/// Unpacked bytes per packed byte that no deflate reaches: a member of more than 1 MiB that claims them is a lie.
inline constexpr std::uint64_t max_deflate_ratio = 1'032;

/// Is one file of a zip. `name` is the path inside the zip.
struct ZipMember {
  std::string name;
  std::string bytes;
};

/// Returns whether the bytes start as a zip does.
bool is_zip(std::string_view bytes);

/// Gives the room into which the member `name` of `size` bytes is unpacked, or the error that ends the unpacking.
using MemberRoom = std::function<Result<std::span<char>>(const std::string& name, std::uint64_t size)>;

/// Unpacks the members one after the other, folders left out. Errors: Empty (no bytes or no members), Damaged (not a
/// zip, cut off, wrong checksum, members of more bytes than it has), Unreadable (encrypted, unknown packing), TooLarge, and those of `room`.
Result<Done> unpack_zip(const SourceFile& file, const MemberRoom& room);

/// Returns the members in memory in the order of their names. Errors: those of unpack_zip.
Result<std::vector<ZipMember>> read_zip(const SourceFile& file);

}  // namespace medcode
