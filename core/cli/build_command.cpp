#include "core/cli/build_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <thread>

#include "core/api/details_json.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/catalog/companion.hpp"
#include "core/cli/build_report.hpp"
#include "core/cli/builtin_lexicon.hpp"
#include "core/cli/catalog_file.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/progress.hpp"
#include "core/cli/source_files.hpp"
#include "core/sources/merge.hpp"
#include "core/sources/pcs_axes.hpp"
#include "core/text/lexicon.hpp"

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
    merge_sources();
    if (!read_lexicon()) return finish(1);
    make_details();
    progress_.step(steps() - 2, steps(), "compiling the catalog");
    if (!compile_catalog()) return finish(1);
    progress_.step(steps() - 1, steps(), "writing the details");
    if (!write_details() || !put_in_place()) return finish(1);
    return finish(0);
  }

 private:
  std::size_t steps() const { return folders_.size() + later_steps; }

  bool fail(Error error) {
    report_.errors.push_back(std::move(error));
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
      for (const SourceFolder& part : parts.value()) take(read_folder(part.files()));
    }
    return report_.errors.empty() || options_.keep_going;
  }

  void take(FolderReading reading) {
    for (SourceContent& content : reading.contents) {
      report_.read.push_back(content.report);
      contents_.push_back(std::move(content));
    }
    report_.skipped.insert(report_.skipped.end(), reading.skipped.begin(), reading.skipped.end());
    report_.errors.insert(report_.errors.end(), reading.errors.begin(), reading.errors.end());
  }

  void merge_sources() {
    merged_ = merge(std::move(contents_));
    fill_pcs_axes(merged_.axis_tables, merged_.axis_definitions, merged_.concepts);
    keep_systems();
    report_.merged = merged_.report;
  }

  void keep_systems() {
    if (options_.systems.empty()) return;
    const auto is_left_out = [this](const std::string& id) { return std::find(options_.systems.begin(), options_.systems.end(), id) == options_.systems.end(); };
    std::erase_if(merged_.systems, [&](const CodeSystem& system) { return is_left_out(system.id); });
    std::erase_if(merged_.concepts, [&](const Concept& entry) { return is_left_out(entry.system); });
    std::erase_if(merged_.groups, [&](const Group& group) { return is_left_out(group.system); });
    std::erase_if(merged_.articles, [&](const Article& article) { return is_left_out(article.system); });
    std::erase_if(merged_.report.counts, [&](const SystemCount& count) { return is_left_out(count.system); });
  }

  bool add_lexicon_file(std::string_view name, std::string_view bytes, std::vector<text::LexiconEntry>& entries) {
    Result<std::vector<text::LexiconEntry>> read = text::read_lexicon_file(name, bytes);
    if (!read.ok()) return fail(read.error());
    entries.insert(entries.end(), read->begin(), read->end());
    return true;
  }

  bool read_lexicon() {
    std::vector<text::LexiconEntry> entries;
    if (options_.lexicon.empty()) {
      for (const LexiconFile& file : builtin_lexicon()) {
        if (!add_lexicon_file(file.name, file.bytes, entries)) return false;
      }
    } else {
      const Result<std::vector<FolderPath>> found = find_source_folders(options_.lexicon);
      if (!found.ok()) return fail(found.error());
      for (const FolderPath& folder : found.value()) {
        for (const std::string& path : folder.files) {
          if (!path.ends_with(".tsv")) continue;
          const Result<std::string> bytes = read_file(path);
          if (!bytes.ok()) return fail(bytes.error());
          if (!add_lexicon_file(path, bytes.value(), entries)) return false;
        }
      }
    }
    for (const TermSynonym& synonym : merged_.synonyms) entries.push_back({text::LexiconKind::Synonym, synonym.from, {synonym.to}, {synonym.system}});
    lexicon_ = text::write_lexicon(entries);
    return true;
  }

  std::string details_folder() const { return options_.details.empty() ? default_details_folder(options_.out) : options_.details; }

  void make_details() {
    details_ = api::make_detail_packs(merged_.concepts, merged_.articles, merged_.groups);
    for (const api::DetailPack& pack : details_) packs_.push_back(pack.entry);
  }

  /// Compresses the packs on both cores into a new folder that later takes the place of the old one. Each says to which
  /// catalog it belongs, so that a page does not mix two releases.
  bool write_details() {
    std::vector<api::DetailPack>& packs = details_;
    for (api::DetailPack& pack : packs) pack.json.insert(1, "\"catalog\":\"" + id_ + "\",");
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
    if (!write_file(details_folder() + ".new/" + std::string(catalog::companion_file), companion_)) return false;
    return std::all_of(packs.begin(), packs.end(), [this](const api::DetailPack& pack) { return write_file(details_folder() + ".new/" + pack.entry.file, pack.json); });
  }

  std::vector<std::uint32_t> concepts_with_article() const {
    std::vector<std::uint32_t> numbers;
    auto article = merged_.articles.begin();
    for (std::uint32_t i = 0; i < merged_.concepts.size() && article != merged_.articles.end(); ++i) {
      if (merged_.concepts[i].system != article->system || merged_.concepts[i].code != article->code) continue;
      numbers.push_back(i);
      ++article;
    }
    return numbers;
  }

  bool compile_catalog() {
    const std::vector<std::uint32_t> with_article = concepts_with_article();
    const catalog::CatalogContent content{merged_.systems, merged_.concepts, merged_.groups, with_article, packs_, lexicon_};
    const Result<std::string> bytes = catalog::build_catalog(content);
    if (!bytes.ok()) return fail(bytes.error());
    const Result<catalog::Catalog> opened = catalog::Catalog::open(bytes.value());
    if (!opened.ok()) return fail(opened.error());
    id_ = opened->id();
    companion_ = gzip(catalog::build_companion(content, id_));
    const std::string file = options_.out.ends_with(".gz") ? gzip(bytes.value()) : bytes.value();
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
    if (!options_.report.empty() && !write_file(options_.report, report_json(report_))) code = 1;
    if (!options_.is_quiet) write_report(std::cerr, report_, most_refusals_shown);
    if (options_.is_quiet) {
      for (const Error& error : report_.errors) std::cerr << "error: " << to_string(error) << '\n';
    }
    if (code == 0) {
      std::cout << options_.out << ": " << merged_.concepts.size() << " concepts of " << merged_.systems.size() << " systems, " << written_bytes_ << " bytes\n";
      if (!report_.errors.empty()) std::cerr << "Built without " << report_.errors.size() << " file(s) that cannot be read.\n";
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
  BuildReport report_;
  std::vector<FolderPath> folders_;
  std::vector<SourceContent> contents_;
  MergedCatalog merged_;
  std::string lexicon_;
  std::vector<catalog::PackEntry> packs_;
  std::vector<api::DetailPack> details_;
  std::string companion_;  ///< gzip
  std::string id_;
  std::size_t written_bytes_ = 0;
};

}  // namespace

int run_build(const BuildOptions& options) { return Building(options).run(); }

}  // namespace medcode
