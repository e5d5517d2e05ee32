#include "core/api/json_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/api/names.hpp"
#include "core/base/utf8.hpp"
#include "core/catalog/format.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::ordered_json;
using search::Answer;
using search::Hit;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json span_json(std::string_view text, const query::Span& span) {
  return Json::array({utf16_length(text, span.begin), utf16_length(text, span.end)});
}

Json spans_json(std::string_view text, const std::vector<query::Span>& spans) {
  Json array = Json::array();
  for (const query::Span& span : spans) array.push_back(span_json(text, span));
  return array;
}

Json error_object(const Error& error) {
  Json json{{"code", error_code_name(error.code)}, {"message", error.message}, {"advice", error.advice}};
  return json;
}

Json query_error(const std::optional<Error>& error, std::string_view query) {
  if (!error) return nullptr;
  Json json = error_object(*error);
  const bool has_place = error->place.begin < error->place.end;
  json["span"] = span_json(query, has_place ? query::Span{error->place.begin, error->place.end} : query::Span{0, query.size()});
  return json;
}

Json billable_json(Billing billing) {
  if (billing == Billing::NotApplicable) return nullptr;
  return billing == Billing::Billable;
}

Json code_json(const Engine& engine, std::uint32_t number) {
  return Json{{"code", engine.catalog().code(number)}, {"display", engine.catalog().display(number)}};
}

/// Starts the object of a concept as it stands in lists: system, code, display, status, billable.
Json concept_json(const Engine& engine, std::uint32_t number, std::string display) {
  const catalog::Catalog& catalog = engine.catalog();
  return Json{{"system", catalog.systems()[catalog.system_of(number)].system.id},
              {"code", catalog.code(number)},
              {"display", std::move(display)},
              {"status", status_name(catalog.status(number))},
              {"billable", billable_json(catalog.billing(number))}};
}

/// Names a chapter by its id, an initial by `~` and itself, a concept by its code.
Json node_json(const Engine& engine, const search::TreeNode& node) {
  Json json = Json::object();
  if (node.kind == search::TreeNodeKind::Concept) {
    json = concept_json(engine, node.index, engine.catalog().display(node.index));
  } else {
    const bool is_group = node.kind == search::TreeNodeKind::Group;
    const std::string initial(1, static_cast<char>(node.index));
    json["kind"] = is_group ? "group" : "initial";
    json["code"] = is_group ? engine.catalog().groups()[node.index].id : '~' + initial;
    json["display"] = is_group ? engine.catalog().groups()[node.index].title : initial;
  }
  json["children"] = node.children;
  json["below"] = node.below;
  return json;
}

Json hit_json(const Engine& engine, const Hit& hit, bool is_explained) {
  Json json = concept_json(engine, hit.number, hit.display);
  json["score"] = static_cast<double>(hit.score.total());
  json["spans"] = spans_json(hit.display, hit.spans);
  json["matched"] = nullptr;
  if (hit.matched) {
    json["matched"] = {{"use", use_name(hit.matched->use)}, {"text", hit.matched->text}, {"spans", spans_json(hit.matched->text, hit.matched->spans)}};
  }
  json["why"] = hit.why;
  if (is_explained) {
    json["sum"] = {{"tier", tier_name(hit.score.tier)}, {"satisfaction", hit.score.satisfaction}, {"coverage", hit.score.coverage}, {"prior", hit.score.prior}};
  }
  return json;
}

Json facets_json(const Engine& engine, const Answer& answer) {
  Json systems = Json::object();
  for (std::size_t i = 0; i < answer.by_system.size(); ++i) {
    if (answer.by_system[i] != 0) systems[engine.catalog().systems()[i].system.id] = answer.by_system[i];
  }
  Json chapters = Json::array();
  for (const search::ChapterCount& entry : answer.by_chapter) {
    chapters.push_back({{"system", entry.chapter->system}, {"id", entry.chapter->id}, {"title", entry.chapter->title}, {"count", entry.count}});
  }
  return Json{{"system", systems},
              {"status", {{"active", answer.active}, {"inactive", answer.inactive}}},
              {"billing", {{"billable", answer.billable}, {"header", answer.headers}}},
              {"chapter", chapters}};
}

/// Returns the other names of a concept that are in the catalog.
Json designations_json(const catalog::Catalog& catalog, std::uint32_t number) {
  Json array = Json::array();
  for (std::uint32_t name = catalog.first_name(number) + 1; name < catalog.end_name(number); ++name) {
    array.push_back({{"use", use_name(catalog.name_use(name))}, {"text", catalog.name_text(name)}});
  }
  return array;
}

}  // namespace

std::string error_json(const Error& error) {
  Json json = error_object(error);
  if (!error.place.file.empty()) json["place"] = {{"file", error.place.file}, {"line", error.place.line}};
  return dump(Json{{"error", json}});
}

std::string search_json(const Engine& engine, std::string_view query, const search::SearchOptions& options, bool is_explained) {
  const Answer answer = engine.search(query, options);
  const std::string text = to_valid_utf8(query);
  Json expansions = Json::array();
  for (const search::Expansion& expansion : answer.expansions) expansions.push_back({{"from", expansion.from}, {"to", expansion.to}, {"kind", expansion.kind}});
  Json hits = Json::array();
  for (const Hit& hit : answer.hits) hits.push_back(hit_json(engine, hit, is_explained));
  const Json json{{"query", {{"text", text}, {"canonical", answer.canonical}, {"error", query_error(answer.error, query)}}},
                  {"total", answer.total},
                  {"relaxed", answer.is_relaxed},
                  {"expansions", expansions},
                  {"didYouMean", answer.did_you_mean ? Json(*answer.did_you_mean) : Json(nullptr)},
                  {"facets", facets_json(engine, answer)},
                  {"hits", hits}};
  return dump(json);
}

std::string show_json(const Engine& engine, std::string_view system, std::string_view code) {
  const Result<std::uint32_t> found = engine.find(system, code);
  if (!found.ok()) {
    search::SearchOptions options;
    options.limit = 5;
    Json suggestions = Json::array();
    for (const Hit& hit : engine.search(code, options).hits) suggestions.push_back(concept_json(engine, hit.number, hit.display));
    return dump(Json{{"found", false}, {"error", error_object(found.error())}, {"suggestions", suggestions}});
  }
  const catalog::Catalog& catalog = engine.catalog();
  const std::uint32_t number = found.value();
  const Neighbourhood place = engine.neighbourhood(number);
  Json json{{"found", true}};
  json.update(concept_json(engine, number, catalog.display(number)));
  Json chapters = Json::array();
  for (const Group* group : place.chapters) chapters.push_back({{"id", group->id}, {"title", group->title}});
  Json ancestors = Json::array();
  for (const std::uint32_t ancestor : place.ancestors) ancestors.push_back(code_json(engine, ancestor));
  Json children = Json::array();
  for (const std::uint32_t child : place.children) children.push_back(code_json(engine, child));
  json["chapters"] = chapters;
  json["ancestors"] = ancestors;
  json["children"] = children;
  json["childCount"] = place.child_count;
  json["designations"] = designations_json(catalog, number);
  const std::string_view pack = catalog.pack_of(number);
  json["pack"] = pack.empty() ? Json(nullptr) : Json(pack);
  return dump(json);
}

std::string browse_json(const Engine& engine, std::string_view system, std::string_view node, std::size_t offset, std::size_t limit) {
  const Result<search::TreeLevel> level = engine.browse(system, node, offset, std::min(limit, search::max_limit));
  Json json = Json::object();
  json["found"] = level.ok();
  if (!level.ok()) {
    json["error"] = error_object(level.error());
    return dump(json);
  }
  json["system"] = system;
  json["node"] = node;
  json["total"] = level->total;
  json["nodes"] = Json::array();
  for (const search::TreeNode& each : level->nodes) json["nodes"].push_back(node_json(engine, each));
  return dump(json);
}

std::string similar_json(const Engine& engine, std::string_view system, std::string_view code, std::string_view in, std::size_t limit) {
  Json json{{"of", {{"system", system}, {"code", code}}}, {"groups", Json::array()}};
  const Result<std::uint32_t> found = engine.find(system, code);
  const std::optional<std::size_t> only = in.empty() ? std::nullopt : engine.catalog().find_system(in);
  if (!found.ok() || (!in.empty() && !only)) {
    json["error"] = error_object(found.ok() ? Error{ErrorCode::NotFound, "This catalog has no code system `" + std::string(in) + "`.", "`medcode info` lists those it has.", {}} : found.error());
    return dump(json);
  }
  json["of"] = {{"system", engine.catalog().systems()[engine.catalog().system_of(*found)].system.id}, {"code", engine.catalog().code(*found)}};
  for (const search::LikenessGroup& group : engine.similar(*found, only, std::min(limit, search::max_limit))) {
    Json hits = Json::array();
    for (const search::Ranked& ranked : group.best) {
      Json hit = concept_json(engine, ranked.number, engine.catalog().display(ranked.number));
      hit["score"] = static_cast<double>(ranked.score.coverage);
      hit["why"] = search::explain_likeness(engine.index(), *found, ranked.number);
      hits.push_back(std::move(hit));
    }
    json["groups"].push_back({{"system", engine.catalog().systems()[group.system].system.id}, {"hits", hits}});
  }
  return dump(json);
}

std::string suggest_json(const Engine& engine, std::string_view query, std::size_t limit) {
  return dump(Json{{"completions", engine.suggest(query, std::min<std::size_t>(limit, 100))}});
}

std::string info_json(const Engine& engine) {
  const catalog::Catalog& catalog = engine.catalog();
  Json systems = Json::array();
  for (const catalog::SystemRun& run : catalog.systems()) {
    std::size_t active = 0;
    std::size_t retired = 0;
    for (std::uint32_t number = run.first; number < run.end; ++number) {
      active += catalog.status(number) == Status::Active ? 1 : 0;
      retired += (catalog.flags(number) & catalog::flag::retired) != 0 ? 1 : 0;
    }
    const CodeSystem& system = run.system;
    systems.push_back({{"id", system.id}, {"title", system.title}, {"uri", system.uri}, {"version", system.version}, {"publisher", system.publisher},
                       {"concepts", run.end - run.first - retired}, {"active", active}, {"retired", retired}, {"notice", system.notice}});
  }
  return dump(Json{{"format", catalog::format_version}, {"id", catalog.id()}, {"systems", systems}});
}

}  // namespace medcode::api
