// Is any folder of files read, merged and compiled into a catalog that opens, with every row accounted for?
#include <algorithm>

#include "core/api/json_api.hpp"
#include "core/compile/compilation.hpp"
#include "core/engine.hpp"
#include "core/sources/readers.hpp"
#include "tests/fuzz/json_complaint.hpp"
#include "tests/fuzz/source_input.hpp"
#include "tests/fuzz/targets.hpp"

namespace medcode::fuzz {
namespace {

/// Concepts of what was read whose page is asked for.
constexpr std::size_t most_shown = 8;

std::string complain_of_content(const SourceContent& content) {
  const SourceReport& report = content.report;
  if (report.refused < report.refusals.size() || report.warned < report.warnings.size()) return "more refusals kept than counted\n";
  for (const Refusal& refusal : report.refusals) {
    if (refusal.reason.empty()) return "a refusal without a reason\n";
  }
  return {};
}

std::string complain_of_pages(const Engine& engine, const MergedCatalog& merged, const std::vector<api::DetailPack>& packs) {
  std::string complaint = json_complaint("info", api::info_json(engine));
  for (const api::DetailPack& pack : packs) complaint += json_complaint("details", pack.json);
  for (std::size_t i = 0; i < std::min(most_shown, merged.concepts.size()); ++i) {
    const Concept& entry = merged.concepts[i];
    const Result<std::uint32_t> found = engine.find(entry.system, entry.code);
    if (!found.ok()) {
      complaint += "`" + entry.system + "/" + entry.code + "` was read but is not found\n";
      continue;
    }
    complaint += json_complaint("show", api::join_details(api::show_json(engine, entry.system, entry.code), api::find_in_pack(packs.front().json, entry.code)));
    complaint += json_complaint("search", api::search_json(engine, entry.display, {}));
  }
  return complaint;
}

/// Compiles what was read as `medcode build` does. What does not compile must say why; what compiles must open.
std::string complain_of_compiling(Compilation& compilation) {
  compilation.make_details();
  if (const Result<Done> done = compilation.compile(); !done.ok()) {
    if (done.error().code == ErrorCode::Damaged || done.error().code == ErrorCode::BadEncoding) return "what was compiled does not open: " + to_string(done.error()) + "\n";
    return done.error().message.empty() || done.error().advice.empty() ? "not compiled, without a sentence or advice\n" : "";
  }
  Result<Engine> engine = Engine::open(compilation.catalog());
  if (!engine.ok()) return "what was compiled does not open: " + to_string(engine.error()) + "\n";
  if (!engine->load_companion(compilation.companion()).ok()) return "the companion does not open\n";
  return complain_of_pages(*engine, compilation.merged(), compilation.packs());
}

std::string complain_of_reading(FolderReading reading) {
  std::string complaint;
  for (const Error& error : reading.errors) {
    if (error.message.empty() || error.advice.empty()) complaint += "refused without a sentence or advice\n";
  }
  for (const SourceContent& content : reading.contents) complaint += complain_of_content(content);
  Compilation compilation;
  compilation.take(std::move(reading));
  compilation.merge({});
  std::size_t counted = 0;
  for (const SystemCount& count : compilation.merged().report.counts) counted += count.concepts;
  if (counted != compilation.merged().concepts.size()) complaint += "the report counts other concepts than there are\n";
  return complaint + json_complaint("report", report_json(compilation.report())) + complain_of_compiling(compilation);
}

}  // namespace

/// A first byte of `A` + n gives the first file to the n-th reader without asking whether it knows it; any other gives all
/// files to whatever recognises them, as `medcode build` does.
std::string complain_of_sources(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto number = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) - 'A';
  const std::vector<NamedFile> named = split_files(bytes.substr(1));
  std::vector<SourceFile> files;
  for (const NamedFile& file : named) files.push_back({file.name, file.bytes});
  if (number >= all_formats().readers.size()) return complain_of_reading(read_folder(files));
  FolderReading reading;
  if (files.empty()) return {};
  Result<SourceContent> content = all_formats().readers[number].read(files.front());
  if (content.ok()) {
    reading.contents.push_back(std::move(content).value());
  } else {
    reading.errors.push_back(content.error());
  }
  return complain_of_reading(std::move(reading));
}

}  // namespace medcode::fuzz
