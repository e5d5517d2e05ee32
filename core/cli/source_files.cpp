// Folders are walked first and read one by one, so that only one of them is in memory. Held by
// tests/cli/source_files_test.cpp.
#include "core/cli/source_files.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

#include "core/sources/zip.hpp"

namespace medcode {
namespace {

namespace fs = std::filesystem;

/// Bytes in which the name of a zip's first member stands.
constexpr std::size_t head_bytes = 512;

/// Bytes read at a time.
constexpr std::size_t chunk_bytes = std::size_t{1} << 20U;

Error file_error(ErrorCode code, const std::string& path, std::string message, std::string advice) {
  return Error{code, std::move(message), std::move(advice), Place{path, 0, 0, 0}};
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

/// Returns whether a file is a zip to be opened, not an office document that is packed like one. A file that
/// cannot be read is none; the error comes when it is read as a whole.
bool is_zip_of_files(const std::string& path) {
  const OpenFile file(std::fopen(path.c_str(), "rb"));
  if (!file) return false;
  std::string head(head_bytes, '\0');
  head.resize(std::fread(head.data(), 1, head.size(), file.get()));
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

/// Adds the members of a zip as one folder, and those of zips among them as folders after it.
Result<Done> open_zip(const SourceFile& zip, int depth, std::vector<SourceFolder>& folders) {
  Result<std::vector<ZipMember>> members = read_zip(zip);
  if (!members) return members.error();
  SourceFolder folder;
  folder.name = zip.name;
  std::vector<SourceFolder> inner;
  for (ZipMember& member : *members) {
    std::string name = zip.name + ":" + member.name;
    if (is_zip(member.bytes) && depth < max_zip_depth && name.ends_with(".zip")) {
      const Result<Done> opened = open_zip(SourceFile{name, member.bytes}, depth + 1, inner);
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

}  // namespace

std::vector<SourceFile> SourceFolder::files() const {
  std::vector<SourceFile> views;
  for (std::size_t index = 0; index < file_names.size(); ++index) {
    views.push_back(SourceFile{file_names[index], file_bytes[index]});
  }
  return views;
}

Result<std::string> read_file(const std::string& path) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status)) {
    return file_error(ErrorCode::NotFound, path, "There is no such file or folder.", "Check the spelling of the path.");
  }
  const OpenFile file(fs::is_directory(status) ? nullptr : std::fopen(path.c_str(), "rb"));
  if (!file) return file_error(ErrorCode::Unreadable, path, "The file cannot be opened.", "Check its permissions.");
  std::string bytes;
  std::size_t count = 0;
  do {
    const std::size_t filled = bytes.size();
    bytes.resize(filled + chunk_bytes);
    count = std::fread(bytes.data() + filled, 1, chunk_bytes, file.get());
    bytes.resize(filled + count);
    if (bytes.size() > max_file_bytes) {
      return file_error(ErrorCode::TooLarge, path, "The file has more than " + std::to_string(max_file_bytes) + " bytes.",
                        "Take it out of the folder, or cut it into parts.");
    }
  } while (count != 0);
  if (std::ferror(file.get()) != 0) {
    return file_error(ErrorCode::Unreadable, path, "The file cannot be read to its end.", "Check the disk or the network drive.");
  }
  return bytes;
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
  std::map<std::string, FolderPath> folders;
  for (std::string& file : files) {
    const bool zip = is_zip_of_files(file);
    const std::string name = zip ? file : fs::path(file).parent_path().string();
    FolderPath& folder = folders[name];
    folder.path = name;
    folder.zip = zip;
    if (!zip) folder.files.push_back(std::move(file));
  }
  std::vector<FolderPath> sorted;
  for (auto& [name, folder] : folders) sorted.push_back(std::move(folder));
  return sorted;
}

Result<std::vector<SourceFolder>> read_source_folder(const FolderPath& folder) {
  std::vector<SourceFolder> folders;
  if (folder.zip) {
    const Result<std::string> bytes = read_file(folder.path);
    if (!bytes) return bytes.error();
    const Result<Done> opened = open_zip(SourceFile{folder.path, *bytes}, 1, folders);
    if (!opened) return opened.error();
    return folders;
  }
  folders.emplace_back();
  folders.back().name = folder.path;
  for (const std::string& file : folder.files) {
    Result<std::string> bytes = read_file(file);
    if (!bytes) return bytes.error();
    folders.back().file_names.push_back(file);
    folders.back().file_bytes.push_back(std::move(*bytes));
  }
  return folders;
}

}  // namespace medcode
