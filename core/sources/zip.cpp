// All of libzip is here. Sizes are judged by the directory before a byte is unpacked, and again after.
#include "core/sources/zip.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace medcode {
namespace {

/// Smaller members are never taken for a bomb, whatever their ratio.
constexpr std::uint64_t harmless_bytes = std::uint64_t{64} << 20U;

/// A member of this size is made room for on the zip's word alone.
constexpr std::uint64_t trusted_bytes = std::uint64_t{1} << 20U;

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using OpenMember = std::unique_ptr<zip_file_t, CloseMember>;

Error zip_error(const SourceFile& file, ErrorCode code, std::string message, std::string advice) {
  return Error{code, std::move(message), std::move(advice), Place{file.name, 0, 0, 0}};
}

Error damaged(const SourceFile& file, const std::string& what) {
  return zip_error(file, ErrorCode::Damaged, "The zip cannot be read: " + what + ".",
                   "Download it again; it may have been cut off.");
}

Result<Archive> open_archive(const SourceFile& file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(file.bytes.data(), file.bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string what = archive == nullptr ? zip_error_strerror(&error) : "";
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive == nullptr) return damaged(file, what);
  return Archive(archive);
}

Result<Done> check_size(const SourceFile& file, const zip_stat_t& state, std::uint64_t total) {
  const std::string name = state.name;
  const std::string advice = "Unpack it yourself and give the folder instead, if you trust it.";
  if (state.size > max_member_bytes) {
    return zip_error(file, ErrorCode::TooLarge,
                     "\"" + name + "\" would unpack to " + std::to_string(state.size) + " bytes, more than " +
                         std::to_string(max_member_bytes) + ".", advice);
  }
  if (state.size > harmless_bytes && state.size / max_zip_ratio > state.comp_size) {
    return zip_error(file, ErrorCode::TooLarge,
                     "\"" + name + "\" would unpack to more than " + std::to_string(max_zip_ratio) + " times its packed size.",
                     advice);
  }
  if (state.size > trusted_bytes && state.size / max_deflate_ratio > state.comp_size) return damaged(file, "\"" + name + "\" claims more bytes than it can hold");
  if (total + state.size > max_zip_bytes) {
    return zip_error(file, ErrorCode::TooLarge,
                     "The zip would unpack to more than " + std::to_string(max_zip_bytes) + " bytes.", advice);
  }
  return Done{};
}

Result<Done> unpack(const SourceFile& file, zip_t* archive, const zip_stat_t& state, const MemberRoom& room) {
  const std::string name = state.name;
  if ((state.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && state.encryption_method != ZIP_EM_NONE) {
    return zip_error(file, ErrorCode::Unreadable, "\"" + name + "\" is encrypted.",
                     "Unpack the zip with its password and give the folder instead.");
  }
  const OpenMember member(zip_fopen_index(archive, state.index, 0));
  if (!member) return damaged(file, "\"" + name + "\": " + zip_strerror(archive));
  const Result<std::span<char>> given = room(name, state.size);
  if (!given) return given.error();
  std::span<char> rest = *given;
  while (!rest.empty()) {
    const zip_int64_t count = zip_fread(member.get(), rest.data(), rest.size());
    if (count < 0) return damaged(file, "\"" + name + "\": " + zip_file_strerror(member.get()));
    if (count == 0) return damaged(file, "\"" + name + "\" is shorter than the zip says");
    rest = rest.subspan(static_cast<std::size_t>(count));
  }
  char beyond = 0;
  const zip_int64_t more = zip_fread(member.get(), &beyond, 1);
  if (more < 0) return damaged(file, "\"" + name + "\": " + zip_file_strerror(member.get()));
  if (more > 0) return damaged(file, "\"" + name + "\" is longer than the zip says");
  return Done{};
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.substr(0, 4) == "PK\x03\x04" || bytes.substr(0, 4) == std::string_view("PK\x05\x06", 4);
}

Result<Done> unpack_zip(const SourceFile& file, const MemberRoom& room) {
  if (file.bytes.empty()) {
    return zip_error(file, ErrorCode::Empty, "The zip has no bytes.", "Download it again.");
  }
  Result<Archive> archive = open_archive(file);
  if (!archive) return archive.error();
  const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
  if (count <= 0) return zip_error(file, ErrorCode::Empty, "The zip has no members.", "Download it again.");
  if (static_cast<std::uint64_t>(count) > max_zip_members) {
    return zip_error(file, ErrorCode::TooLarge, "The zip has more than " + std::to_string(max_zip_members) + " members.",
                     "Unpack the files you need and give their folder.");
  }
  std::uint64_t total = 0;
  std::uint64_t packed = 0;
  for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(count); ++index) {
    zip_stat_t state;
    zip_stat_init(&state);
    if (zip_stat_index(archive->get(), index, 0, &state) != 0) return damaged(file, zip_strerror(archive->get()));
    if (std::string_view(state.name).ends_with('/')) continue;
    // Else a few bytes could claim any size, or be unpacked as many members over and over.
    if (state.comp_size > file.bytes.size() - packed) return damaged(file, "its members have more bytes than it");
    packed += state.comp_size;
    const Result<Done> size = check_size(file, state, total);
    if (!size) return size.error();
    const Result<Done> unpacked = unpack(file, archive->get(), state, room);
    if (!unpacked) return unpacked.error();
    total += state.size;
  }
  return Done{};
}

Result<std::vector<ZipMember>> read_zip(const SourceFile& file) {
  std::vector<ZipMember> members;
  const Result<Done> unpacked = unpack_zip(file, [&members](const std::string& name, std::uint64_t size) -> Result<std::span<char>> {
    members.push_back(ZipMember{name, std::string(static_cast<std::size_t>(size), '\0')});
    return std::span<char>(members.back().bytes);
  });
  if (!unpacked) return unpacked.error();
  std::sort(members.begin(), members.end(), [](const ZipMember& left, const ZipMember& right) { return left.name < right.name; });
  return members;
}

}  // namespace medcode
