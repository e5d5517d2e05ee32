// Folders are walked first and read one by one, so that only one of them is in memory. Held by
// tests/cli/source_files_test.cpp.
#include "core/cli/source_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <system_error>
#include <utility>

#include "core/cli/release_folders.hpp"
#include "core/sources/readers.hpp"
#include "core/sources/zip.hpp"

namespace medcode {
namespace {

namespace fs = std::filesystem;

/// Bytes in which the name of a zip's first member stands, and the header of a table.
constexpr std::size_t head_bytes = 4096;

Error file_error(ErrorCode code, const std::string& path, std::string message, std::string advice) {
  return Error{code, std::move(message), std::move(advice), Place{path, 0, 0, 0}};
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

/// Returns the first bytes of a file, none of one that cannot be read; the error comes when it is read as a whole.
std::string head_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(head_bytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

/// Returns whether a file is a zip to be opened, not an office document that is packed like one.
bool is_zip_of_files(const std::string& path, const std::string& head) {
  const std::string extension = fs::path(path).extension().string();
  const bool document = head.find("[Content_Types].xml") != std::string::npos || extension == ".xlsx" || extension == ".docx";
  return is_zip(head) && !document;
}

/// Collects the regular files below a folder.
Result<std::vector<std::string>> list_files(const std::string& path) {
  std::vector<std::string> found;
  std::error_code problem;
  fs::recursive_directory_iterator walk(path, fs::directory_options::follow_directory_symlink, problem);
  for (; !problem && walk != fs::recursive_directory_iterator(); walk.increment(problem)) {
    std::error_code unknown;
    if (is_hidden(walk->path())) {
      if (walk->is_directory(unknown)) walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_regular_file(unknown)) found.push_back(walk->path().string());
    if (found.size() > max_files) {
      return file_error(ErrorCode::TooLarge, path, "The folder has more than " + std::to_string(max_files) + " files.",
                        "Name the folder with the code systems only.");
    }
  }
  if (problem) {
    return file_error(ErrorCode::Unreadable, path, "The folder cannot be read: " + problem.message() + ".", "Check its permissions.");
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Is one member of a zip while its folder is put together.
struct UnpackedMember {
  std::string name;
  FileBytes bytes;
};

/// Unpacks all members, sorted by name.
Result<std::vector<UnpackedMember>> unpack_members(const SourceFile& zip) {
  std::vector<UnpackedMember> members;
  const Result<Done> unpacked = unpack_zip(zip, [&members](const std::string& name, std::uint64_t size) -> Result<std::span<char>> {
    Result<FileBytes> bytes = FileBytes::with_room(size);
    if (!bytes) return bytes.error();
    members.push_back({name, std::move(*bytes)});
    return members.back().bytes.room();
  });
  if (!unpacked) return unpacked.error();
  std::sort(members.begin(), members.end(), [](const UnpackedMember& one, const UnpackedMember& other) { return one.name < other.name; });
  return members;
}

/// Adds the members of a zip as one folder, and those of zips among them as folders after it.
Result<Done> open_zip(const SourceFile& zip, int depth, std::vector<SourceFolder>& folders) {
  Result<std::vector<UnpackedMember>> members = unpack_members(zip);
  if (!members) return members.error();
  SourceFolder folder;
  folder.name = zip.name;
  std::vector<SourceFolder> inner;
  for (UnpackedMember& member : *members) {
    std::string name = zip.name + ":" + member.name;
    if (is_zip(member.bytes.view()) && depth < max_zip_depth && name.ends_with(".zip")) {
      const Result<Done> opened = open_zip(SourceFile{name, member.bytes.view()}, depth + 1, inner);
      if (!opened) return opened.error();
      continue;
    }
    folder.file_names.push_back(std::move(name));
    folder.file_bytes.push_back(std::move(member.bytes));
  }
  if (!folder.file_names.empty()) folders.push_back(std::move(folder));
  for (SourceFolder& nested : inner) folders.push_back(std::move(nested));
  return Done{};
}

/// Puts files and zips into the folders they are read with.
std::vector<FolderPath> arrange(const fs::path& top, const std::vector<std::string>& files) {
  ReleaseFolders releases(top);
  std::vector<bool> is_packed;
  for (const std::string& file : files) {
    const std::string head = head_of(file);
    is_packed.push_back(is_zip_of_files(file, head));
    const GroupReader* format = is_packed.back() ? nullptr : recognise_spread_release(SourceFile{file, head});
    if (format != nullptr) releases.add(file, std::string(format->format));
  }
  std::map<std::string, FolderPath> folders;
  for (std::size_t place = 0; place < files.size(); ++place) {
    const std::string name = is_packed[place] ? files[place] : releases.release_of(fs::path(files[place]).parent_path()).string();
    FolderPath& folder = folders[name];
    folder.path = name;
    folder.zip = is_packed[place];
    if (!folder.zip) folder.files.push_back(files[place]);
  }
  std::vector<FolderPath> sorted;
  sorted.reserve(folders.size());
  for (auto& [name, folder] : folders) sorted.push_back(std::move(folder));
  return sorted;
}

}  // namespace

std::vector<SourceFile> SourceFolder::files() const {
  std::vector<SourceFile> views;
  for (std::size_t index = 0; index < file_names.size(); ++index) {
    views.push_back(SourceFile{file_names[index], file_bytes[index].view()});
  }
  return views;
}

Result<std::vector<FolderPath>> find_source_folders(const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status)) {
    return file_error(ErrorCode::NotFound, path, "There is no such file or folder.", "Check the spelling of the path.");
  }
  std::vector<std::string> files = {path};
  if (fs::is_directory(status)) {
    Result<std::vector<std::string>> listed = list_files(path);
    if (!listed) return listed.error();
    files = std::move(*listed);
  }
  // "dir/" and "dir" are one folder, and its files are named as below the first.
  fs::path top = fs::is_directory(status) ? fs::path(path) : fs::path(path).parent_path();
  if (!top.has_filename()) top = top.parent_path();
  return arrange(top, files);
}

Result<std::vector<SourceFolder>> read_source_folder(const FolderPath& folder) {
  std::vector<SourceFolder> folders;
  if (folder.zip) {
    const Result<FileBytes> bytes = FileBytes::of_file(folder.path);
    if (!bytes) return bytes.error();
    const Result<Done> opened = open_zip(SourceFile{folder.path, bytes->view()}, 1, folders);
    if (!opened) return opened.error();
    return folders;
  }
  folders.emplace_back();
  folders.back().name = folder.path;
  for (const std::string& file : folder.files) {
    Result<FileBytes> bytes = FileBytes::of_file(file);
    if (!bytes) return bytes.error();
    folders.back().file_names.push_back(file);
    folders.back().file_bytes.push_back(std::move(*bytes));
  }
  return folders;
}

}  // namespace medcode
