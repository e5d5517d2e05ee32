#include "core/cli/build_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include "core/catalog/companion.hpp"
#include "core/cli/builtin_lexicon.hpp"
#include "core/cli/catalog_file.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/progress.hpp"
#include "core/cli/source_files.hpp"
#include "core/compile/compilation.hpp"
#include "core/sources/readers.hpp"

namespace medcode {
namespace {

namespace fs = std::filesystem;

/// Steps shown to the person after the reading of the folders.
constexpr std::size_t later_steps = 4;

/// Refusals shown of one file on the terminal.
constexpr std::size_t most_refusals_shown = 5;

/// Builds one catalog step by step.
class Building {
 public:
  explicit Building(const BuildOptions& options) : options_(options), progress_(options.is_quiet) {}

  int run() {
    if (!find_folders() || !read_folders()) return finish(1);
    progress_.step(steps() - 3, steps(), "merging");
    compilation_.merge(options_.systems);
    if (!read_lexicon()) return finish(1);
    compilation_.make_details();
    progress_.step(steps() - 2, steps(), "compiling the catalog");
    if (!compile_catalog()) return finish(1);
    progress_.step(steps() - 1, steps(), "writing the details");
    if (!write_details() || !put_in_place()) return finish(1);
    return finish(0);
  }

 private:
  std::size_t steps() const { return folders_.size() + later_steps; }

  bool fail(Error error) {
    compilation_.fail(std::move(error));
    return false;
  }

  bool find_folders() {
    for (const std::string& source : options_.sources) {
      Result<std::vector<FolderPath>> found = find_source_folders(source);
      if (!found.ok()) return fail(found.error());
      folders_.insert(folders_.end(), found->begin(), found->end());
    }
    return true;
  }

  bool read_folders() {
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      progress_.step(i + 1, steps(), "reading " + folders_[i].path);
      const Result<std::vector<SourceFolder>> parts = read_source_folder(folders_[i]);
      if (!parts.ok()) {
        fail(parts.error());
        continue;
      }
      for (const SourceFolder& part : parts.value()) compilation_.take(read_folder(part.files()));
    }
    return compilation_.report().errors.empty() || options_.keep_going;
  }

  bool add_lexicon_file(std::string_view name, std::string_view bytes) {
    const Result<Done> added = compilation_.add_lexicon(name, bytes);
    return added.ok() || fail(added.error());
  }

  bool read_lexicon() {
    if (options_.lexicon.empty()) {
      const std::span<const LexiconFile> files = builtin_lexicon();
      return std::all_of(files.begin(), files.end(), [this](const LexiconFile& file) { return add_lexicon_file(file.name, file.bytes); });
    }
    const Result<std::vector<FolderPath>> found = find_source_folders(options_.lexicon);
    if (!found.ok()) return fail(found.error());
    for (const FolderPath& folder : found.value()) {
      for (const std::string& path : folder.files) {
        if (!path.ends_with(".tsv")) continue;
        const Result<std::string> bytes = read_file(path);
        if (!bytes.ok()) return fail(bytes.error());
        if (!add_lexicon_file(path, bytes.value())) return false;
      }
    }
    return true;
  }

  std::string details_folder() const { return options_.details.empty() ? default_details_folder(options_.out) : options_.details; }

  /// Compresses the packs on both cores into a new folder that later takes the place of the old one.
  bool write_details() {
    std::vector<api::DetailPack>& packs = compilation_.packs();
    const auto compress = [&packs](std::size_t first) {
      for (std::size_t i = first; i < packs.size(); i += 2) packs[i].json = gzip(packs[i].json);
    };
    std::thread second(compress, 1);
    compress(0);
    second.join();
    std::error_code error;
    fs::remove_all(details_folder() + ".new", error);
    fs::create_directories(details_folder() + ".new", error);
    if (error) return fail({ErrorCode::Unreadable, "The folder for the details cannot be made: " + error.message() + ".", "Check that the place is writable.", {details_folder()}});
    if (!write_file(details_folder() + ".new/" + std::string(catalog::companion_file), gzip(compilation_.companion()))) return false;
    return std::all_of(packs.begin(), packs.end(), [this](const api::DetailPack& pack) { return write_file(details_folder() + ".new/" + pack.entry.file, pack.json); });
  }

  bool compile_catalog() {
    const Result<Done> compiled = compilation_.compile();
    if (!compiled.ok()) return fail(compiled.error());
    const std::string file = options_.out.ends_with(".gz") ? gzip(compilation_.catalog()) : compilation_.catalog();
    written_bytes_ = file.size();
    return write_file(options_.out + ".new", file);
  }

  bool put_in_place() {
    std::error_code error;
    fs::remove_all(details_folder(), error);
    fs::rename(details_folder() + ".new", details_folder(), error);
    if (!error) fs::rename(options_.out + ".new", options_.out, error);
    if (error) return fail({ErrorCode::Unreadable, "The catalog cannot be put in place: " + error.message() + ".", "Check that the place is writable.", {options_.out}});
    return true;
  }

  bool write_file(const std::string& path, const std::string& bytes) {
    std::error_code ignored;
    if (const fs::path parent = fs::path(path).parent_path(); !parent.empty()) fs::create_directories(parent, ignored);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out) return true;
    return fail({ErrorCode::Unreadable, "The file cannot be written.", "Check that the place is writable and not full.", {path}});
  }

  int finish(int code) {
    const BuildReport& report = compilation_.report();
    if (!options_.report.empty() && !write_file(options_.report, report_json(report))) code = 1;
    if (!options_.is_quiet) write_report(std::cerr, report, most_refusals_shown);
    if (options_.is_quiet) {
      for (const Error& error : report.errors) std::cerr << "error: " << to_string(error) << '\n';
    }
    if (code == 0) {
      std::cout << options_.out << ": " << compilation_.merged().concepts.size() << " concepts of " << compilation_.merged().systems.size() << " systems, " << written_bytes_ << " bytes\n";
      if (!report.errors.empty()) std::cerr << "Built without " << report.errors.size() << " file(s) that cannot be read.\n";
    } else {
      std::error_code ignored;
      fs::remove_all(details_folder() + ".new", ignored);
      fs::remove(options_.out + ".new", ignored);
      std::cerr << "Nothing was written. Mend the file named above, or build without it by --keep-going.\n";
    }
    return code;
  }

  const BuildOptions& options_;
  Progress progress_;
  Compilation compilation_;
  std::vector<FolderPath> folders_;
  std::size_t written_bytes_ = 0;
};

}  // namespace

int run_build(const BuildOptions& options) { return Building(options).run(); }

}  // namespace medcode
