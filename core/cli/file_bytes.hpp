// Who owns the bytes of a source, and how do tables of gigabytes fit into a small machine?
//
// Exports FileBytes. A small file lies in memory. A large one is a view of the file on disk, whose pages the system
// drops and reads again as it needs; a large member of a zip is unpacked into a nameless file in the folder for
// temporary files (TMPDIR) and viewed there. Held by tests/cli/file_bytes_test.cpp and large_table_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace medcode {

/// Bytes of one file: the widest table of a full Athena download has some 3 GB.
inline constexpr std::uint64_t max_file_bytes = 4'000'000'000;

/// Bytes up to which a file is kept in memory: all official files but SNOMED CT's, RxNorm's and Athena's are smaller.
inline constexpr std::uint64_t max_bytes_in_memory = std::uint64_t{32} << 20U;

/// Owns the bytes of one file. Moving it leaves the bytes of a large one where they are.
class FileBytes {
 public:
  explicit FileBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  FileBytes(FileBytes&& other) noexcept;
  FileBytes& operator=(FileBytes&& other) noexcept;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes();

  /// Returns the bytes of the file at `path`, which must not be cut short while they are in use. Errors: NotFound,
  /// Unreadable, TooLarge.
  static Result<FileBytes> of_file(const std::string& path);

  /// Returns room for `size` bytes to be written by room(). Errors: Unreadable when the disk has no room.
  static Result<FileBytes> with_room(std::uint64_t size);

  std::string_view view() const;
  std::span<char> room();

 private:
  FileBytes(void* pages, std::size_t size) : pages_(pages), size_(size) {}

  std::string bytes_;
  void* pages_ = nullptr;  ///< of a file on disk; null when the bytes are in `bytes_`
  std::size_t size_ = 0;   ///< of `pages_`
};

/// Returns the bytes of one file in memory. Errors: NotFound, Unreadable, TooLarge.
Result<std::string> read_file(const std::string& path);

}  // namespace medcode
