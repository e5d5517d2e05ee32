// Which files lie in the folders a person names, and which in the zips among them?
//
// Exports SourceFolder and the walk over directories: the only place beside the program itself that opens
// files. Held by tests/cli/source_files_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/cli/file_bytes.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Files of one folder with all below it, so that naming "/" by mistake ends in a sentence.
inline constexpr std::size_t max_files = 100'000;

/// Zips within zips that are opened: publishers wrap one into another, bombs many.
inline constexpr int max_zip_depth = 2;

/// Is a folder or a zip: what belongs together. It owns the bytes of its files.
struct SourceFolder {
  std::string name;                     ///< "dir" or "dir/a.zip"
  std::vector<std::string> file_names;  ///< "dir/a.csv", "dir/a.zip:b.csv"
  std::vector<FileBytes> file_bytes;    ///< as many as `file_names`

  /// Returns views of the files; they live as long as the folder is not changed or moved.
  std::vector<SourceFile> files() const;
};

/// Says where the files of one folder or zip are without reading them.
struct FolderPath {
  std::string path;
  bool zip = false;
  std::vector<std::string> files;  ///< sorted; empty for a zip
};

/// Returns every folder below `path` that has files, and every zip, sorted by path; hidden files and folders
/// (".git") are left out. The folders of a release that was unpacked are one, as its zip would be (release_folders.hpp).
/// `path` may also be one file. Errors: NotFound, Unreadable, TooLarge.
Result<std::vector<FolderPath>> find_source_folders(const std::string& path);

/// Reads the files of a folder, or the members of a zip and of the zips in it.
Result<std::vector<SourceFolder>> read_source_folder(const FolderPath& folder);

}  // namespace medcode
