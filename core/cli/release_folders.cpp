// Held by tests/cli/release_folders_test.cpp.
#include "core/cli/release_folders.hpp"

#include <algorithm>
#include <vector>

namespace medcode {
namespace {

namespace fs = std::filesystem;

/// Returns `folder` and those above it up to `top`, the innermost first.
std::vector<fs::path> folders_up_to(const fs::path& top, const fs::path& folder) {
  std::vector<fs::path> folders{folder};
  while (folders.back() != top && folders.back().has_relative_path()) {
    fs::path above = folders.back().parent_path();
    if (above == folders.back()) break;
    folders.push_back(std::move(above));
  }
  return folders;
}

}  // namespace

void ReleaseFolders::add(const fs::path& file, const std::string& format) {
  std::string part;
  for (const fs::path& folder : folders_up_to(top_, file.parent_path())) {
    parts_[folder][format].insert(part);
    part = folder.filename().string();
  }
}

fs::path ReleaseFolders::release_of(const fs::path& folder) const {
  fs::path widest = folder;
  for (const fs::path& above : folders_up_to(top_, folder)) {
    const auto found = parts_.find(above);
    if (found == parts_.end()) continue;
    const bool is_release = std::any_of(found->second.begin(), found->second.end(), [](const auto& format) { return format.second.size() > 1; });
    if (is_release) widest = above;
  }
  return widest;
}

}  // namespace medcode
