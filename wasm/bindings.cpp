// What of the engine can JavaScript call? Strings and plain numbers across, the bytes of JSON text back; web/engine/engine.js wraps it.
//
// Bytes come in without a copy on the JavaScript heap: `reserve(n)` gives an address in wasm memory to write the catalog to.
// After any call memory may have grown: read HEAPU8 again before using an address, and decode an answer before the next call.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/api/json_api.hpp"
#include "core/base/column.hpp"

namespace medcode {
namespace {

/// Owns one open catalog for JavaScript, which must call delete() on it.
class BoundEngine {
 public:
  /// Returns the address of `size` bytes for the catalog's bytes. Throws away bytes reserved before.
  std::uintptr_t reserve(std::size_t size) {
    bytes_ = Column<char>(size);
    return reinterpret_cast<std::uintptr_t>(bytes_.data());
  }

  /// Opens the bytes written and frees them; returns "{}" or {"error": {code, message, advice}}.
  emscripten::val open() {
    Result<Engine> engine = Engine::open(text_of(bytes_));
    bytes_ = {};
    if (!engine.ok()) return given(api::error_json(engine.error()));
    engine_.emplace(std::move(engine).value());
    return given("{}");
  }

  /// Loads the mappings and notes from the bytes written, and frees them; returns as open() does.
  emscripten::val load_companion() {
    if (!engine_) return given(closed());
    const Result<Done> loaded = engine_->load_companion(text_of(bytes_));
    bytes_ = {};
    return given(loaded.ok() ? "{}" : api::error_json(loaded.error()));
  }

  /// `systems`: ids separated by commas, empty for all; `filter`: a query that every answer must meet, empty for none.
  emscripten::val search(const std::string& query, unsigned limit, unsigned offset, const std::string& systems, const std::string& filter, bool is_typing, bool is_explained) const {
    if (!engine_) return given(closed());
    search::SearchOptions options{limit, offset, {}, is_typing, filter};
    for (std::size_t at = 0; at < systems.size();) {
      const std::size_t end = std::min(systems.find(',', at), systems.size());
      options.systems.push_back(systems.substr(at, end - at));
      at = end + 1;
    }
    return given(api::search_json(*engine_, query, options, is_explained));
  }
  emscripten::val show(const std::string& system, const std::string& code) const { return given(engine_ ? api::show_json(*engine_, system, code) : closed()); }
  emscripten::val browse(const std::string& system, const std::string& node, unsigned offset, unsigned limit) const {
    return given(engine_ ? api::browse_json(*engine_, system, node, offset, limit) : closed());
  }
  emscripten::val similar(const std::string& system, const std::string& code, const std::string& in, unsigned limit) const {
    return given(engine_ ? api::similar_json(*engine_, system, code, in, limit) : closed());
  }
  emscripten::val suggest(const std::string& query, unsigned limit) const { return given(engine_ ? api::suggest_json(*engine_, query, limit) : closed()); }
  emscripten::val info() const { return given(engine_ ? api::info_json(*engine_) : closed()); }

 private:
  /// Returns the bytes of `json` where they lie, until the next call: embind would copy a string letter by letter.
  emscripten::val given(std::string json) const {
    given_ = std::move(json);
    return emscripten::val(emscripten::typed_memory_view(given_.size(), reinterpret_cast<const std::uint8_t*>(given_.data())));
  }

  static std::string closed() {
    return api::error_json({ErrorCode::NotFound, "No catalog is open.", "Open one first.", {}});
  }

  Column<char> bytes_;
  std::optional<Engine> engine_;
  mutable std::string given_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(medcode) {
  emscripten::class_<BoundEngine>("Engine")
      .constructor()
      .function("reserve", &BoundEngine::reserve)
      .function("open", &BoundEngine::open)
      .function("loadCompanion", &BoundEngine::load_companion)
      .function("search", &BoundEngine::search)
      .function("show", &BoundEngine::show)
      .function("browse", &BoundEngine::browse)
      .function("similar", &BoundEngine::similar)
      .function("suggest", &BoundEngine::suggest)
      .function("info", &BoundEngine::info);
}

}  // namespace medcode
