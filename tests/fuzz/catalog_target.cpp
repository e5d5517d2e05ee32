// Is any catalog refused by name, or does every accessor answer from it?
#include <algorithm>

#include "core/api/json_api.hpp"
#include "core/cli/opensearch_export.hpp"
#include "tests/fuzz/catalog_bytes.hpp"
#include "tests/fuzz/json_complaint.hpp"
#include "tests/fuzz/targets.hpp"

namespace medcode::fuzz {
namespace {

/// Concepts of one catalog whose page is asked for, and those whose likeness is: each costs a pass over the catalog.
constexpr std::uint32_t most_shown = 24;
constexpr std::uint32_t most_compared = 4;

std::string complain_of_concept(const Engine& engine, std::uint32_t number) {
  const catalog::Catalog& catalog = engine.catalog();
  const std::string& system = catalog.systems()[catalog.system_of(number)].system.id;
  const std::string code(catalog.code(number));
  std::string complaint = json_complaint("show", api::show_json(engine, system, code));
  complaint += json_complaint("document", opensearch_document(catalog, number, {}, {}));
  catalog.find(catalog.system_of(number), code);
  catalog.find_prefix(catalog.system_of(number), compact_code(code).substr(0, 2));
  catalog.pack_of(number);
  complaint += json_complaint("browse", api::browse_json(engine, system, code, 0, 20));
  return complaint;
}

std::string complain_of_queries(const Engine& engine) {
  std::vector<std::string> queries = {"", "*", "e", "di* OR NOT st?nt", "fracture~ tibia~2", "\"open fracture\"~3", "is:billable has:article", "chapter:E00-E89", "note:dialysis", "code:A00..Z99", "heart atack"};
  if (engine.catalog().concept_count() != 0) {
    const std::string display = engine.catalog().display(0);
    const std::string code(engine.catalog().code(engine.catalog().concept_count() - 1));
    queries.push_back(display.substr(0, 200));
    queries.push_back(display.substr(0, 5) + "* " + display.substr(0, 3) + "~");
    for (const char* field : {"", "code:", "under:", "maps-to:", "similar:"}) queries.push_back(field + code);
  }
  std::string complaint;
  for (const std::string& query : queries) complaint += json_complaint("search", api::search_json(engine, query, {}, true));
  complaint += json_complaint("suggest", api::suggest_json(engine, queries.back().substr(0, 3), 8));
  return complaint;
}

std::string complain_of_trees(const Engine& engine) {
  std::string complaint;
  std::size_t left = most_shown;
  for (const catalog::SystemRun& run : engine.catalog().systems()) {
    if (left-- == 0) break;
    complaint += json_complaint("browse", api::browse_json(engine, run.system.id, "", 0, 50));
    complaint += json_complaint("browse", api::browse_json(engine, run.system.id, "~A", 1, 50));
  }
  left = most_shown;
  for (const Group& group : engine.catalog().groups()) {
    if (left-- == 0) break;
    complaint += json_complaint("browse", api::browse_json(engine, group.system, group.id, 0, 50));
  }
  return complaint;
}

std::string complain_of_engine(const Engine& engine) {
  std::string complaint = json_complaint("info", api::info_json(engine));
  const std::uint32_t count = engine.catalog().concept_count();
  const std::uint32_t step = std::max(1U, count / most_shown);
  for (std::uint32_t number = 0; number < count; number += step) {
    complaint += complain_of_concept(engine, number);
    if (number / step >= most_compared) continue;
    const std::string& system = engine.catalog().systems()[engine.catalog().system_of(number)].system.id;
    complaint += json_complaint("similar", api::similar_json(engine, system, engine.catalog().code(number), {}, 5));
  }
  return complaint + complain_of_trees(engine) + complain_of_queries(engine);
}

}  // namespace

std::string complain_of_catalog(std::string_view bytes) {
  const auto [file, companion] = split_input(bytes);
  Result<Engine> engine = Engine::open(file);
  if (!engine.ok()) return engine.error().message.empty() || engine.error().advice.empty() ? "refused without a sentence or advice" : "";
  if (!companion.empty()) {
    const Result<Done> loaded = engine->load_companion(companion);
    if (!loaded.ok() && loaded.error().message.empty()) return "the companion is refused without a sentence";
  }
  return complain_of_engine(*engine);
}

}  // namespace medcode::fuzz
