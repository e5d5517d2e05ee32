// What of the builder can JavaScript call? One file after the other goes in, compiled bytes come out; web/builder/build.js
// drives it. A module of its own: who only searches never loads it.
//
// Bytes cross without a copy on the JavaScript heap: after `reserve(n)` a file is written to wasm memory at `reserved()`;
// `outputAddress(i)` where an output lies. After any call memory may have grown: read HEAPU8 again before using one.
#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "core/api/json_api.hpp"
#include "core/base/checksum.hpp"
#include "core/catalog/companion.hpp"
#include "core/compile/compilation.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {
namespace {

/// Bytes of one folder's or zip's files together: wasm has 2 GB, for them and for what becomes of them.
constexpr std::size_t max_folder_bytes = std::size_t{640} << 20U;

/// Runs `action` and returns "{}" or {"error": {code, message, advice, place?}}. Nothing that is thrown leaves it: what is
/// thrown for want of memory reaches this through code that knows no exceptions, so the builder must not be used afterwards.
template <typename Action>
std::string attempt(Action action) {
  const std::string advice = "Give fewer or smaller files, or build the catalog with the program medcode and open it instead.";
  try {
    const Result<Done> done = action();
    return done.ok() ? "{}" : api::error_json(done.error());
  } catch (const std::exception&) {
    return api::error_json({ErrorCode::TooLarge, "The files need more memory than a page has.", advice, {}});
  }
}

/// Owns one compilation for JavaScript, which must call delete() on it.
class BoundBuilder {
 public:
  /// Reserves `size` bytes for the next file; what was written into the last ones and not added is thrown away.
  std::string reserve(std::size_t size) {
    return attempt([&]() -> Result<Done> {
      if (size > max_folder_bytes - std::min(max_folder_bytes, folder_bytes_)) {
        return Error{ErrorCode::TooLarge, "The files have more than " + std::to_string(max_folder_bytes >> 20U) + " MiB together.",
                     "Give fewer of them, or build the catalog with the program medcode and open it instead.", {}};
      }
      bytes_ = {};
      bytes_.assign(size, '\0');
      return Done{};
    });
  }
  std::uintptr_t reserved() const { return reinterpret_cast<std::uintptr_t>(bytes_.data()); }

  /// Returns the checksum of the bytes written, as zips hold it.
  std::uint32_t checksum() const { return crc32(bytes_); }

  /// Returns whether the bytes written, the first 64 kB of a file, are of a release that comes as several files.
  bool is_of_release(const std::string& name) const {
    const SourceFile file{name, bytes_};
    const auto is_its = [&](const GroupReader& reader) { return (reader.is_table != nullptr && reader.is_table(file)) || !reader.takes({&file, 1}).empty(); };
    const auto groups = formats_without_xml().groups;
    return std::any_of(groups.begin(), groups.end(), is_its);
  }

  /// Returns the format of the bytes written, the first 64 kB of a file that stands alone; empty when no reader knows it.
  std::string format_of(const std::string& name) const {
    const Reader* const reader = recognise(SourceFile{name, bytes_}, formats_without_xml());
    return reader == nullptr ? std::string() : std::string(reader->format);
  }

  /// Adds the bytes written as a file of the folder or zip at hand.
  void add_file(const std::string& name) {
    folder_bytes_ += bytes_.size();
    names_.push_back(name);
    files_.push_back(std::exchange(bytes_, {}));
  }

  /// Reads the files added since the last time, which belong together, and frees them.
  std::string read_files() {
    return attempt([&]() -> Result<Done> {
      std::vector<SourceFile> files;
      for (std::size_t i = 0; i < files_.size(); ++i) files.push_back({names_[i], files_[i]});
      compilation_.take(read_folder(files, formats_without_xml()));
      drop_files();
      return Done{};
    });
  }

  /// Forgets the files added since the last time.
  void drop_files() {
    names_.clear();
    files_.clear();
    folder_bytes_ = 0;
  }

  /// Adds the bytes written as a file of the lexicon.
  std::string add_lexicon(const std::string& name) {
    return attempt([&] { return compilation_.add_lexicon(name, bytes_); });
  }

  std::string merge() {
    return attempt([&]() -> Result<Done> {
      compilation_.merge({});
      return Done{};
    });
  }

  /// Compiles what was merged. Requires: merge().
  std::string compile() {
    return attempt([&]() -> Result<Done> {
      compilation_.make_details();
      return compilation_.compile();
    });
  }

  std::string report() const { return report_json(compilation_.report()); }
  std::string info() const { return compilation_.info(); }

  // The outputs after compile(): 0 is the catalog, 1 the companion, the others are the packs.
  unsigned outputs() { return static_cast<unsigned>(2 + compilation_.packs().size()); }
  std::string output_name(unsigned output) {
    if (output == 1) return std::string(catalog::companion_file);
    return output == 0 ? std::string() : compilation_.packs()[output - 2].entry.file;
  }
  std::uintptr_t output_address(unsigned output) { return reinterpret_cast<std::uintptr_t>(bytes_of(output).data()); }
  std::size_t output_size(unsigned output) { return bytes_of(output).size(); }
  void release_output(unsigned output) { bytes_of(output) = {}; }

 private:
  std::string& bytes_of(unsigned output) {
    if (output == 0) return compilation_.catalog();
    return output == 1 ? compilation_.companion() : compilation_.packs()[output - 2].json;
  }

  std::string bytes_;
  std::vector<std::string> names_;
  std::vector<std::string> files_;
  std::size_t folder_bytes_ = 0;
  Compilation compilation_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(medcode_builder) {
  emscripten::function("systemId", emscripten::optional_override([](const std::string& name) { return system_id_of(name); }));
  emscripten::class_<BoundBuilder>("Builder")
      .constructor()
      .function("reserve", &BoundBuilder::reserve)
      .function("reserved", &BoundBuilder::reserved)
      .function("checksum", &BoundBuilder::checksum)
      .function("isOfRelease", &BoundBuilder::is_of_release)
      .function("formatOf", &BoundBuilder::format_of)
      .function("addFile", &BoundBuilder::add_file)
      .function("readFiles", &BoundBuilder::read_files)
      .function("dropFiles", &BoundBuilder::drop_files)
      .function("addLexicon", &BoundBuilder::add_lexicon)
      .function("merge", &BoundBuilder::merge)
      .function("compile", &BoundBuilder::compile)
      .function("report", &BoundBuilder::report)
      .function("info", &BoundBuilder::info)
      .function("outputs", &BoundBuilder::outputs)
      .function("outputName", &BoundBuilder::output_name)
      .function("outputAddress", &BoundBuilder::output_address)
      .function("outputSize", &BoundBuilder::output_size)
      .function("releaseOutput", &BoundBuilder::release_output);
}

}  // namespace medcode
