// Pages of files come from mmap. Held by tests/cli/file_bytes_test.cpp.
#include "core/cli/file_bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace medcode {
namespace {

namespace fs = std::filesystem;

/// Bytes read at a time.
constexpr std::size_t chunk_bytes = std::size_t{1} << 20U;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

Error file_error(ErrorCode code, const std::string& path, std::string message, std::string advice) {
  return Error{code, std::move(message), std::move(advice), Place{path, 0, 0, 0}};
}

Error too_large(const std::string& path) {
  return file_error(ErrorCode::TooLarge, path, "The file has more than " + std::to_string(max_file_bytes) + " bytes.",
                    "Take it out of the folder, or cut it into parts.");
}

Result<OpenFile> open_file(const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status)) {
    return file_error(ErrorCode::NotFound, path, "There is no such file or folder.", "Check the spelling of the path.");
  }
  OpenFile file(fs::is_directory(status) ? nullptr : std::fopen(path.c_str(), "rb"));
  if (!file) return file_error(ErrorCode::Unreadable, path, "The file cannot be opened.", "Check its permissions.");
  return file;
}

Result<std::string> read_all(std::FILE* file, const std::string& path) {
  std::string bytes;
  std::size_t count = 0;
  do {
    const std::size_t filled = bytes.size();
    bytes.resize(filled + chunk_bytes);
    count = std::fread(bytes.data() + filled, 1, chunk_bytes, file);
    bytes.resize(filled + count);
    if (bytes.size() > max_file_bytes) return too_large(path);
  } while (count != 0);
  if (std::ferror(file) != 0) {
    return file_error(ErrorCode::Unreadable, path, "The file cannot be read to its end.", "Check the disk or the network drive.");
  }
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Result<OpenFile> file = open_file(path);
  if (!file) return file.error();
  return read_all(file->get(), path);
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : bytes_(std::move(other.bytes_)), pages_(std::exchange(other.pages_, nullptr)), size_(std::exchange(other.size_, 0)) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(pages_, other.pages_);
  std::swap(size_, other.size_);
  return *this;
}

FileBytes::~FileBytes() {
  if (pages_ != nullptr) munmap(pages_, size_);
}

Result<FileBytes> FileBytes::of_file(const std::string& path) {
  const Result<OpenFile> file = open_file(path);
  if (!file) return file.error();
  std::error_code unknown;
  const std::uintmax_t size = fs::file_size(path, unknown);
  if (!unknown && size > max_file_bytes) return too_large(path);
  if (!unknown && size > max_bytes_in_memory) {
    void* pages = mmap(nullptr, size, PROT_READ, MAP_SHARED, fileno(file->get()), 0);
    if (pages != MAP_FAILED) {
      madvise(pages, size, MADV_SEQUENTIAL);
      return FileBytes(pages, size);
    }
  }
  Result<std::string> bytes = read_all(file->get(), path);
  if (!bytes) return bytes.error();
  return FileBytes(std::move(*bytes));
}

Result<FileBytes> FileBytes::with_room(std::uint64_t size) {
  if (size <= max_bytes_in_memory) return FileBytes(std::string(static_cast<std::size_t>(size), '\0'));
  std::error_code problem;
  const fs::path folder = fs::temp_directory_path(problem);
  std::string name = (folder / "medcode-XXXXXX").string();
  const auto failed = [&](int fault) {
    return file_error(ErrorCode::Unreadable, problem ? "TMPDIR" : folder.string(), "There is no room to unpack " + std::to_string(size) + " bytes: " + std::generic_category().message(fault) + ".",
                      "Make room there, or name another folder in the environment variable TMPDIR.");
  };
  if (problem) return failed(problem.value());
  const int file = mkstemp(name.data());
  if (file < 0) return failed(errno);
  unlink(name.c_str());
  // Without reserved blocks a full disk would be told by a signal while the pages are written.
  int fault = posix_fallocate(file, 0, static_cast<off_t>(size));
  void* pages = fault == 0 ? mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
  if (fault == 0 && pages == MAP_FAILED) fault = errno;
  close(file);
  if (pages == MAP_FAILED) return failed(fault);
  return FileBytes(pages, static_cast<std::size_t>(size));
}

std::string_view FileBytes::view() const {
  return pages_ == nullptr ? std::string_view(bytes_) : std::string_view(static_cast<const char*>(pages_), size_);
}

std::span<char> FileBytes::room() {
  return pages_ == nullptr ? std::span<char>(bytes_) : std::span<char>(static_cast<char*>(pages_), size_);
}

}  // namespace medcode
