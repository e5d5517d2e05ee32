#include "core/api/json_api.hpp"

#include <algorithm>

#include "core/api/json_writer.hpp"
#include "core/api/names.hpp"
#include "core/base/utf8.hpp"
#include "core/catalog/format.hpp"

namespace medcode::api {
namespace {

using search::Answer;
using search::Hit;

void write_span(JsonWriter& json, std::string_view text, const query::Span& span) {
  json.open('[').value(utf16_length(text, span.begin)).value(utf16_length(text, span.end)).close(']');
}

void write_spans(JsonWriter& json, std::string_view text, const std::vector<query::Span>& spans) {
  json.key("spans").open('[');
  for (const query::Span& span : spans) write_span(json, text, span);
  json.close(']');
}

/// Writes the members of an error, without the braces.
void write_error(JsonWriter& json, const Error& error) {
  json.member("code", error_code_name(error.code)).member("message", error.message).member("advice", error.advice);
}

void write_query_error(JsonWriter& json, const std::optional<Error>& error, std::string_view query) {
  json.key("error");
  if (!error) {
    json.null();
    return;
  }
  json.open('{');
  write_error(json, *error);
  const bool has_place = error->place.begin < error->place.end;
  json.key("span");
  write_span(json, query, has_place ? query::Span{error->place.begin, error->place.end} : query::Span{0, query.size()});
  json.close('}');
}

void write_code(JsonWriter& json, const Engine& engine, std::uint32_t number) {
  json.open('{').member("code", engine.catalog().code(number)).member("display", engine.catalog().display(number)).close('}');
}

/// Writes the members of a concept as it stands in lists: system, code, display, status, billable.
void write_concept(JsonWriter& json, const Engine& engine, std::uint32_t number, std::string_view display) {
  const catalog::Catalog& catalog = engine.catalog();
  json.member("system", catalog.systems()[catalog.system_of(number)].system.id).member("code", catalog.code(number));
  json.member("display", display).member("status", status_name(catalog.status(number))).key("billable");
  if (catalog.billing(number) == Billing::NotApplicable) {
    json.null();
  } else {
    json.value(catalog.billing(number) == Billing::Billable);
  }
}

/// Names a chapter by its id, an initial by `~` and itself, a concept by its code.
void write_node(JsonWriter& json, const Engine& engine, const search::TreeNode& node) {
  json.open('{');
  if (node.kind == search::TreeNodeKind::Concept) {
    write_concept(json, engine, node.index, engine.catalog().display(node.index));
  } else if (node.kind == search::TreeNodeKind::Group) {
    const Group& group = engine.catalog().groups()[node.index];
    json.member("kind", "group").member("code", group.id).member("display", group.title);
  } else {
    const std::string initial(1, static_cast<char>(node.index));
    json.member("kind", "initial").member("code", '~' + initial).member("display", initial);
  }
  json.member("children", node.children).member("below", node.below).close('}');
}

void write_hit(JsonWriter& json, const Engine& engine, const Hit& hit, bool is_explained) {
  json.open('{');
  write_concept(json, engine, hit.number, hit.display);
  json.member("score", hit.score.total());
  write_spans(json, hit.display, hit.spans);
  json.key("matched");
  if (hit.matched) {
    json.open('{').member("use", use_name(hit.matched->use)).member("text", hit.matched->text);
    write_spans(json, hit.matched->text, hit.matched->spans);
    json.close('}');
  } else {
    json.null();
  }
  json.member("why", hit.why);
  if (is_explained) {
    json.key("sum").open('{').member("tier", tier_name(hit.score.tier)).member("satisfaction", hit.score.satisfaction);
    json.member("coverage", hit.score.coverage).member("prior", hit.score.prior).close('}');
  }
  json.close('}');
}

void write_facets(JsonWriter& json, const Engine& engine, const Answer& answer) {
  json.key("facets").open('{').key("system").open('{');
  for (std::size_t i = 0; i < answer.by_system.size(); ++i) {
    if (answer.by_system[i] != 0) json.member(engine.catalog().systems()[i].system.id, answer.by_system[i]);
  }
  json.close('}').key("status").open('{').member("active", answer.active).member("inactive", answer.inactive).close('}');
  json.key("billing").open('{').member("billable", answer.billable).member("header", answer.headers).close('}').key("chapter").open('[');
  for (const search::ChapterCount& entry : answer.by_chapter) {
    json.open('{').member("system", entry.chapter->system).member("id", entry.chapter->id).member("title", entry.chapter->title);
    json.member("count", entry.count).close('}');
  }
  json.close(']').close('}');
}

/// Writes the other names of a concept that are in the catalog.
void write_designations(JsonWriter& json, const catalog::Catalog& catalog, std::uint32_t number) {
  json.key("designations").open('[');
  for (std::uint32_t name = catalog.first_name(number) + 1; name < catalog.end_name(number); ++name) {
    json.open('{').member("use", use_name(catalog.name_use(name))).member("text", catalog.name_text(name)).close('}');
  }
  json.close(']');
}

std::string unknown_code_json(const Engine& engine, const Error& error, std::string_view code) {
  JsonWriter json;
  json.open('{').member("found", false).key("error").open('{');
  write_error(json, error);
  json.close('}').key("suggestions").open('[');
  search::SearchOptions options;
  options.limit = 5;
  for (const Hit& hit : engine.search(code, options).hits) {
    json.open('{');
    write_concept(json, engine, hit.number, hit.display);
    json.close('}');
  }
  return json.close(']').close('}').take();
}

}  // namespace

std::string error_json(const Error& error) {
  JsonWriter json;
  json.open('{').key("error").open('{');
  write_error(json, error);
  if (!error.place.file.empty()) json.key("place").open('{').member("file", error.place.file).member("line", error.place.line).close('}');
  return json.close('}').close('}').take();
}

std::string search_json(const Engine& engine, std::string_view query, const search::SearchOptions& options, bool is_explained) {
  const Answer answer = engine.search(query, options);
  JsonWriter json;
  json.open('{').key("query").open('{').member("text", query).member("canonical", answer.canonical);
  write_query_error(json, answer.error, query);
  json.close('}').member("total", answer.total).member("relaxed", answer.is_relaxed).key("expansions").open('[');
  for (const search::Expansion& expansion : answer.expansions) {
    json.open('{').member("from", expansion.from).member("to", expansion.to).member("kind", expansion.kind).close('}');
  }
  json.close(']').key("didYouMean");
  if (answer.did_you_mean) {
    json.value(*answer.did_you_mean);
  } else {
    json.null();
  }
  write_facets(json, engine, answer);
  json.key("hits").open('[');
  for (const Hit& hit : answer.hits) write_hit(json, engine, hit, is_explained);
  return json.close(']').close('}').take();
}

std::string show_json(const Engine& engine, std::string_view system, std::string_view code) {
  const Result<std::uint32_t> found = engine.find(system, code);
  if (!found.ok()) return unknown_code_json(engine, found.error(), code);
  const catalog::Catalog& catalog = engine.catalog();
  const std::uint32_t number = found.value();
  const Neighbourhood place = engine.neighbourhood(number);
  JsonWriter json;
  json.open('{').member("found", true);
  write_concept(json, engine, number, catalog.display(number));
  json.key("chapters").open('[');
  for (const Group* group : place.chapters) json.open('{').member("id", group->id).member("title", group->title).close('}');
  json.close(']').key("ancestors").open('[');
  for (const std::uint32_t ancestor : place.ancestors) write_code(json, engine, ancestor);
  json.close(']').key("children").open('[');
  for (const std::uint32_t child : place.children) write_code(json, engine, child);
  json.close(']').member("childCount", place.child_count);
  write_designations(json, catalog, number);
  json.key("pack");
  const std::string_view pack = catalog.pack_of(number);
  if (pack.empty()) {
    json.null();
  } else {
    json.value(pack);
  }
  return json.close('}').take();
}

std::string browse_json(const Engine& engine, std::string_view system, std::string_view node, std::size_t offset, std::size_t limit) {
  const Result<search::TreeLevel> level = engine.browse(system, node, offset, std::min(limit, search::max_limit));
  JsonWriter json;
  json.open('{').member("found", level.ok());
  if (!level.ok()) {
    json.key("error").open('{');
    write_error(json, level.error());
    return json.close('}').close('}').take();
  }
  json.member("system", system).member("node", node).member("total", level->total).key("nodes").open('[');
  for (const search::TreeNode& each : level->nodes) write_node(json, engine, each);
  return json.close(']').close('}').take();
}

std::string similar_json(const Engine& engine, std::string_view system, std::string_view code, std::string_view in, std::size_t limit) {
  const Result<std::uint32_t> found = engine.find(system, code);
  const std::optional<std::size_t> only = in.empty() ? std::nullopt : engine.catalog().find_system(in);
  JsonWriter json;
  json.open('{').key("of").open('{');
  if (!found.ok() || (!in.empty() && !only)) {
    json.member("system", system).member("code", code).close('}').key("groups").open('[').close(']').key("error").open('{');
    write_error(json, found.ok() ? Error{ErrorCode::NotFound, "This catalog has no code system `" + std::string(in) + "`.", "`medcode info` lists those it has.", {}} : found.error());
    return json.close('}').close('}').take();
  }
  const catalog::Catalog& catalog = engine.catalog();
  json.member("system", catalog.systems()[catalog.system_of(*found)].system.id).member("code", catalog.code(*found)).close('}').key("groups").open('[');
  for (const search::LikenessGroup& group : engine.similar(*found, only, std::min(limit, search::max_limit))) {
    json.open('{').member("system", catalog.systems()[group.system].system.id).key("hits").open('[');
    for (const search::LikenessLine& line : group.lines) {
      json.open('{');
      write_concept(json, engine, line.best.number, catalog.display(line.best.number));
      json.member("score", line.best.score.coverage).member("why", line.why).key("variants").open('[');
      for (const search::Ranked& variant : line.variants) write_code(json, engine, variant.number);
      json.close(']').close('}');
    }
    json.close(']').close('}');
  }
  return json.close(']').close('}').take();
}

std::string suggest_json(const Engine& engine, std::string_view query, std::size_t limit) {
  JsonWriter json;
  json.open('{').key("completions").open('[');
  for (const std::string& completion : engine.suggest(query, std::min<std::size_t>(limit, 100))) json.value(completion);
  return json.close(']').close('}').take();
}

std::string info_json(const catalog::Catalog& catalog) {
  JsonWriter json;
  json.open('{').member("format", catalog::format_version).member("id", catalog.id()).key("systems").open('[');
  for (const catalog::SystemRun& run : catalog.systems()) {
    std::uint32_t active = 0;
    std::uint32_t retired = 0;
    for (std::uint32_t number = run.first; number < run.end; ++number) {
      active += catalog.status(number) == Status::Active ? 1U : 0U;
      retired += (catalog.flags(number) & catalog::flag::retired) != 0 ? 1U : 0U;
    }
    const CodeSystem& system = run.system;
    json.open('{').member("id", system.id).member("title", system.title).member("uri", system.uri).member("version", system.version);
    json.member("publisher", system.publisher).member("concepts", run.end - run.first - retired).member("active", active);
    json.member("retired", retired).member("notice", system.notice).close('}');
  }
  return json.close(']').close('}').take();
}

}  // namespace medcode::api
