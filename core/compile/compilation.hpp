// How do sources that were read become a catalog and what lies beside it?
//
// Exports Compilation: the steps between reading and writing, the same for the program (core/cli) and the page
// (wasm/builder_bindings.cpp). It works on bytes; files, compression and progress belong to the caller:
//
//   take(reading) of each folder -> merge() -> add_lexicon() of each file -> make_details() -> compile()
//
// The same sources give the same bytes on any machine. Held by tests/compile/compilation_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/details_json.hpp"
#include "core/base/result.hpp"
#include "core/catalog/catalog.hpp"
#include "core/compile/build_report.hpp"
#include "core/sources/formats.hpp"
#include "core/sources/merge.hpp"
#include "core/text/lexicon.hpp"

namespace medcode {

class Compilation {
 public:
  /// Keeps what was read of one folder, and notes in the report what was skipped and refused.
  void take(FolderReading reading);

  /// Notes an error that is not of a reader.
  void fail(Error error) { report_.errors.push_back(std::move(error)); }

  /// Merges all that was taken; `systems` are the ids to keep, none for all.
  void merge(std::span<const std::string> systems);

  /// Adds one file of data/lexicon. Errors: those of text::read_lexicon_file.
  Result<Done> add_lexicon(std::string_view name, std::string_view bytes);

  /// Makes the detail packs. Requires: merge().
  void make_details();

  /// Compiles the catalog and the companion, and writes into each pack to which catalog it belongs, so that a page does not
  /// mix two releases. Requires: make_details(). Errors: those of build_catalog and Catalog::open.
  Result<Done> compile();

  const BuildReport& report() const { return report_; }
  const MergedCatalog& merged() const { return merged_; }

  // After compile(), not compressed. The caller may take the bytes out.
  std::string& catalog() { return catalog_; }
  std::string& companion() { return companion_; }
  std::vector<api::DetailPack>& packs() { return packs_; }
  const std::string& info() const { return info_; }  ///< as api::info_json tells it

 private:
  std::vector<SourceContent> contents_;
  BuildReport report_;
  MergedCatalog merged_;
  std::vector<text::LexiconEntry> lexicon_;
  std::vector<api::DetailPack> packs_;
  std::string catalog_;
  std::string companion_;
  std::string info_;
};

}  // namespace medcode
