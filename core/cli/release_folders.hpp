// Which folders are one release, to be read together as its zip would be?
//
// Exports ReleaseFolders. A release that was unpacked has its tables in several folders below its own:
//
//   downloads/Loinc_2.78/LoincTable/Loinc.csv                                 }  tables of one format in two parts of
//   downloads/Loinc_2.78/AccessoryFiles/PartFile/LoincPartLink_Primary.csv    }  Loinc_2.78: all of it is one release
//   downloads/icd10cm/icd10cm-order-2026.txt                                     a folder of its own
//
// Held by tests/cli/release_folders_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace medcode {

/// Learns file by file which formats lie where below one folder, then tells what belongs together.
class ReleaseFolders {
 public:
  explicit ReleaseFolders(std::filesystem::path top) : top_(std::move(top)) {}

  /// Notes that a table of `format` lies at `file`, which is below the top.
  void add(const std::filesystem::path& file, const std::string& format);

  /// Returns the folder with whose files those of `folder` are read: the widest above it, up to the top, that has
  /// tables of one format in two of its parts, else itself.
  std::filesystem::path release_of(const std::filesystem::path& folder) const;

 private:
  using PartsOfFormat = std::map<std::string, std::set<std::string>>;  ///< a part is a subfolder, or "" for the folder's own files
  std::filesystem::path top_;
  std::map<std::filesystem::path, PartsOfFormat> parts_;
};

}  // namespace medcode
