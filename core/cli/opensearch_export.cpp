#include "core/cli/opensearch_export.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "core/api/details_json.hpp"
#include "core/cli/catalog_file.hpp"
#include "core/systems/code_system.hpp"

namespace medcode {
namespace {

using Json = nlohmann::ordered_json;
using catalog::Catalog;

/// Concepts of one file: some ten megabytes, well below the hundred that OpenSearch takes in one request.
constexpr std::uint32_t concepts_per_file = 20'000;

/// Longest chain of parents that is followed, as in the engine.
constexpr int max_depth = 64;

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string id_of(const Catalog& catalog, std::uint32_t number) {
  return catalog.systems()[catalog.system_of(number)].system.id + "/" + compact_code(catalog.code(number));
}

/// Returns what no other concept is called: where case tells codes apart (UCUM's g and G), the code to the letter.
std::string document_id(const Catalog& catalog, std::uint32_t number) {
  const std::string& system = catalog.systems()[catalog.system_of(number)].system.id;
  return system + "/" + code_identity(system, catalog.code(number));
}

/// Returns the concept and all above it, each with and without its system.
Json places_of(const Catalog& catalog, std::uint32_t number) {
  Json places = Json::array();
  for (int depth = 0; depth < max_depth && number != catalog::no_parent; ++depth, number = catalog.parent(number)) {
    places.push_back(id_of(catalog, number));
    places.push_back(compact_code(catalog.code(number)));
  }
  return places;
}

/// Returns what `key` of each member of the list `name` says.
Json texts_of(const Json& details, const char* name, const char* key) {
  Json texts = Json::array();
  const auto list = details.find(name);
  if (list == details.end() || !list->is_array()) return texts;
  for (const Json& entry : *list) {
    if (entry.contains(key) && entry[key].is_string()) texts.push_back(entry[key]);
  }
  return texts;
}

/// Returns the text of this name; empty when there is none: a pack may be damaged.
std::string text_of(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json targets_of(const Json& details) {
  Json targets = Json::array();
  const auto list = details.find("relations");
  if (list == details.end() || !list->is_array()) return targets;
  for (const Json& relation : *list) {
    const std::string code = text_of(relation, "code");
    if (text_of(relation, "kind") == "maps-to" && !code.empty()) targets.push_back(text_of(relation, "system") + "/" + compact_code(code));
  }
  return targets;
}

/// Returns for each concept the titles of its chapters and sections, separated by line ends.
std::vector<std::string> chapters_of(const Catalog& catalog) {
  std::vector<std::string> titles(catalog.concept_count());
  for (const Group& group : catalog.groups()) {
    const auto system = catalog.find_system(group.system);
    if (!system) continue;
    const std::uint32_t first = catalog.find_prefix(*system, compact_code(group.first)).first;
    const std::uint32_t end = std::clamp(catalog.find_prefix(*system, compact_code(group.last)).second, first, catalog.systems()[*system].end);
    for (std::uint32_t number = first; number < end; ++number) titles[number] += (titles[number].empty() ? "" : "\n") + group.title;
  }
  return titles;
}

Json lines_of(std::string_view text) {
  Json lines = Json::array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Reads detail packs one after the other: concepts of one pack stand side by side.
class PackReader {
 public:
  PackReader(const ExportOptions& options, const Catalog& catalog) : options_(options), catalog_(catalog) {}

  /// Returns the concept's part of its pack as JSON text, empty when it has none.
  Result<std::string> details(std::uint32_t number) {
    const std::string name(catalog_.pack_of(number));
    if (name.empty()) return std::string();
    if (name != name_) {
      Result<std::string> pack = read_pack(options_.file, options_.details, name);
      if (!pack.ok()) return pack.error();
      concepts_ = Json::parse(*pack)["concepts"];  // read_pack vouches for both
      name_ = name;
    }
    const auto found = concepts_.find(std::string(catalog_.code(number)));
    return found == concepts_.end() ? std::string() : line_of(*found);
  }

 private:
  const ExportOptions& options_;
  const Catalog& catalog_;
  std::string name_;
  Json concepts_ = Json::object();
};

Error cannot_write(const std::filesystem::path& path) {
  return {ErrorCode::Unreadable, path.string() + " could not be written.", "Choose another folder, or see whether the disk is full.", {}};
}

Result<std::uint32_t> write_files(const Catalog& catalog, const ExportOptions& options) {
  const std::filesystem::path folder(options.folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (std::ofstream mappings(folder / "mappings.json"); !(mappings << opensearch_mappings() << '\n')) return cannot_write(folder / "mappings.json");
  const std::vector<std::string> chapters = chapters_of(catalog);
  PackReader packs(options, catalog);
  std::uint32_t files = 0;
  for (std::uint32_t first = 0; first < catalog.concept_count(); first += concepts_per_file) {
    const std::string number_text = std::to_string(++files);
    const std::filesystem::path path = folder / ("bulk-" + std::string(4 - std::min<std::size_t>(4, number_text.size()), '0') + number_text + ".ndjson");
    std::ofstream bulk(path, std::ios::binary);
    const std::uint32_t end = std::min(first + concepts_per_file, catalog.concept_count());
    for (std::uint32_t number = first; number < end; ++number) {
      const Result<std::string> details = packs.details(number);
      if (!details.ok()) return details.error();
      bulk << line_of(Json{{"index", {{"_id", document_id(catalog, number)}}}}) << '\n' << opensearch_document(catalog, number, *details, chapters[number]) << '\n';
    }
    if (!bulk.flush()) return cannot_write(path);
  }
  return files;
}

}  // namespace

std::string opensearch_mappings() {
  const Json keyword{{"type", "keyword"}};
  const Json truth{{"type", "boolean"}};
  const Json text{{"type", "text"}, {"analyzer", "medical"}};
  const Json analysis{{"analyzer", {{"medical", {{"type", "custom"}, {"tokenizer", "standard"}, {"filter", {"lowercase", "asciifolding", "porter_stem"}}}}}}};
  const Json properties{{"system", keyword}, {"code", keyword}, {"code_compact", keyword}, {"display", text}, {"names", text}, {"notes", text},
                        {"chapters", text}, {"under", keyword}, {"maps_to", keyword}, {"status", keyword}, {"billable", truth}, {"header", truth},
                        {"article", truth}, {"usage", {{"type", "integer"}}}};
  return Json{{"settings", {{"analysis", analysis}}}, {"mappings", {{"dynamic", "strict"}, {"properties", properties}}}}.dump(2);
}

std::string opensearch_document(const Catalog& catalog, std::uint32_t number, std::string_view details, std::string_view chapters) {
  Json known = Json::parse(details, nullptr, false);
  if (!known.is_object()) known = Json::object();
  Json names = Json::array();
  for (std::uint32_t name = catalog.first_name(number) + 1; name < catalog.end_name(number); ++name) names.push_back(catalog.name_text(name));
  for (const Json& name : texts_of(known, "designations", "text")) names.push_back(name);
  return line_of(Json{{"system", catalog.systems()[catalog.system_of(number)].system.id},
                      {"code", catalog.code(number)},
                      {"code_compact", compact_code(catalog.code(number))},
                      {"display", catalog.display(number)},
                      {"names", names},
                      {"notes", texts_of(known, "notes", "text")},
                      {"chapters", lines_of(chapters)},
                      {"under", places_of(catalog, number)},
                      {"maps_to", targets_of(known)},
                      {"status", catalog.status(number) == Status::Active ? "active" : "inactive"},
                      {"billable", catalog.billing(number) == Billing::Billable},
                      {"header", catalog.billing(number) == Billing::Header},
                      {"article", catalog.has_article(number)},
                      {"usage", catalog.usage(number)}});
}

int run_export(const ExportOptions& options, std::ostream& out, std::ostream& problems) {
  const Result<Engine> engine = open_catalog_file(options.file);
  const Result<std::uint32_t> files = engine.ok() ? write_files(engine->catalog(), options) : Result<std::uint32_t>(engine.error());
  if (!files.ok()) {
    problems << "medcode: " << to_string(files.error()) << '\n';
    return 1;
  }
  out << options.folder << ": mappings.json and " << *files << " bulk files of " << engine->catalog().concept_count() << " concepts\n";
  return 0;
}

}  // namespace medcode
