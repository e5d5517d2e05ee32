#include "core/cli/catalog_file.hpp"

#include <filesystem>

#include "core/api/details_json.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/source_files.hpp"

namespace medcode {

namespace fs = std::filesystem;

Result<Engine> open_catalog_file(const std::string& path) {
  const auto at_file = [&path](Error error) {
    if (error.place.file.empty()) error.place.file = path;
    return error;
  };
  const Result<std::string> file = read_file(path);
  if (!file.ok()) return at_file(file.error());
  const Result<std::string> bytes = gunzip(file.value());
  if (!bytes.ok()) return at_file(bytes.error());
  Result<Engine> engine = Engine::open(bytes.value());
  if (!engine.ok()) return at_file(engine.error());
  return engine;
}

std::string default_details_folder(const std::string& catalog_path) {
  std::string stem = catalog_path;
  for (const std::string_view ending : {".gz", ".medcat"}) {
    if (std::string_view(stem).ends_with(ending)) stem.resize(stem.size() - ending.size());
  }
  return stem + ".details";
}

Result<std::string> read_pack(const std::string& catalog_path, const std::string& folder, std::string_view pack) {
  if (pack.empty()) return std::string();
  fs::path directory = folder;
  if (folder.empty()) {
    directory = default_details_folder(catalog_path);
    if (!fs::is_directory(directory)) directory = fs::path(catalog_path).parent_path() / "details";
  }
  const fs::path path = directory / fs::path(pack).filename();
  const Result<std::string> file = read_file(path.string());
  if (!file.ok()) {
    return Error{ErrorCode::NotFound, "The detail pack of this concept is missing.", "Build the catalog again, or name the folder with --details.", {path.string()}};
  }
  Result<std::string> json = gunzip(file.value());
  if (!json.ok()) return Error{json.error().code, json.error().message, json.error().advice, {path.string()}};
  if (pack != catalog::companion_file && !api::is_detail_pack(*json)) {
    return Error{ErrorCode::Damaged, "The detail pack of this concept is damaged.", "Build the catalog again.", {path.string()}};
  }
  return json;
}

Result<Done> load_companion_file(Engine& engine, const std::string& catalog_path) {
  const Result<std::string> bytes = read_pack(catalog_path, {}, catalog::companion_file);
  if (!bytes.ok() && bytes.error().code == ErrorCode::NotFound) return Done{};
  Result<Done> loaded = bytes.ok() ? engine.load_companion(*bytes) : bytes.error();
  if (loaded.ok()) return loaded;
  Error error = loaded.error();
  if (error.place.file.empty()) error.place.file = std::string(catalog::companion_file);
  return error;
}

}  // namespace medcode
