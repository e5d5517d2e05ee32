// Packs are read once each; the concepts above lie in few of them. Held by tests/cli/program_test.cpp.
#include "core/cli/show_command.hpp"

#include <map>
#include <ostream>

#include "core/api/details_json.hpp"
#include "core/api/json_api.hpp"
#include "core/cli/catalog_file.hpp"
#include "core/cli/text_output.hpp"

namespace medcode {
namespace {

/// Reads packs of one catalog.
class Packs {
 public:
  explicit Packs(const ShowOptions& options) : options_(options) {}

  Result<std::string> read(std::string_view name) {
    const auto known = packs_.find(name);
    if (known != packs_.end()) return known->second;
    return packs_.emplace(name, read_pack(options_.file, options_.details, name)).first->second;
  }

 private:
  const ShowOptions& options_;
  std::map<std::string, Result<std::string>, std::less<>> packs_;
};

/// Returns `json` with the notes of the codes above, the nearest first, then those of section and chapter.
std::string with_inherited_notes(std::string json, const Engine& engine, std::uint32_t number, Packs& packs) {
  const Neighbourhood place = engine.neighbourhood(number);
  for (auto above = place.ancestors.rbegin(); above != place.ancestors.rend(); ++above) {
    const std::string_view code = engine.catalog().code(*above);
    const Result<std::string> pack = packs.read(engine.catalog().pack_of(*above));
    if (pack.ok()) json = api::join_inherited_notes(json, code, api::find_in_pack(*pack, code));
  }
  const Result<std::string> own = packs.read(engine.catalog().pack_of(number));
  for (auto chapter = place.chapters.rbegin(); own.ok() && chapter != place.chapters.rend(); ++chapter) {
    json = api::join_inherited_notes(json, (*chapter)->id, api::find_group_in_pack(*own, (*chapter)->id));
  }
  return json;
}

}  // namespace

int run_show(const ShowOptions& options, std::ostream& out, std::ostream& problems) {
  const auto fail = [&](const Error& error) {
    problems << "medcode: " << to_string(error) << '\n';
    return 1;
  };
  const Result<Engine> engine = open_catalog_file(options.file);
  if (!engine.ok()) {
    if (options.is_json) out << api::error_json(engine.error()) << '\n';
    return fail(engine.error());
  }
  const Result<std::uint32_t> number = engine->find(options.system, options.code);
  std::string json = api::show_json(*engine, options.system, options.code);
  if (!number.ok()) {
    if (options.is_json) out << json << '\n';
    return fail(number.error());
  }
  Packs packs(options);
  const Result<std::string> pack = packs.read(engine->catalog().pack_of(*number));
  if (pack.ok()) {
    json = api::join_details(json, api::find_in_pack(*pack, engine->catalog().code(*number)));
    json = with_inherited_notes(std::move(json), *engine, *number, packs);
  }
  if (options.is_json) {
    out << json << '\n';
  } else {
    write_concept(out, json);
  }
  return pack.ok() ? 0 : fail(pack.error());
}

}  // namespace medcode
