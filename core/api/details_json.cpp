#include "core/api/details_json.hpp"

#include <nlohmann/json.hpp>

#include "core/api/json_writer.hpp"
#include "core/api/names.hpp"
#include "core/base/json_nesting.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/systems/group.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::ordered_json;

void write_block(const ArticleBlock& block, JsonWriter& json) {
  if (block.shape == ArticleBlock::Shape::Paragraph) {
    json.value(block.items.empty() ? std::string_view() : std::string_view(block.items.front()));
    return;
  }
  json.open('{').key(block.shape == ArticleBlock::Shape::List ? "list" : "steps").open('[');
  for (const std::string& item : block.items) json.value(item);
  json.close(']').close('}');
}

void write_article(const Article& article, JsonWriter& json) {
  json.open('{').member("kind", article_kind_name(article.kind)).member("title", article.title).member("reviewed", article.reviewed).key("sections").open('[');
  for (const ArticleSection& section : article.sections) {
    json.open('{').member("heading", section.heading);
    if (!section.subheading.empty()) json.member("subheading", section.subheading);
    json.key("blocks").open('[');
    for (const ArticleBlock& block : section.blocks) write_block(block, json);
    json.close(']').close('}');
  }
  json.close(']').close('}');
}

void write_notes(const std::vector<Note>& notes, JsonWriter& json) {
  json.key("notes").open('[');
  for (const Note& note : notes) json.open('{').member("kind", note_kind_name(note.kind)).member("text", note.text).close('}');
  json.close(']');
}

/// Writes `items` as the array `name`, each by `write`; nothing where there are none.
template <typename Items, typename Write>
void write_list(const char* name, const Items& items, JsonWriter& json, Write write) {
  if (items.empty()) return;
  json.key(name).open('[');
  for (const auto& item : items) write(item);
  json.close(']');
}

void write_designations(const Concept& entry, JsonWriter& json) {
  bool is_open = false;
  for (const Designation& designation : entry.designations) {
    if (catalog::is_searchable(entry.system, designation.use)) continue;
    if (!is_open) json.key("designations").open('[');
    is_open = true;
    json.open('{').member("use", use_name(designation.use)).member("text", designation.text).close('}');
  }
  if (is_open) json.close(']');
}

void write_lists(const Concept& entry, JsonWriter& json) {
  write_designations(entry, json);
  if (!entry.notes.empty()) write_notes(entry.notes, json);
  write_list("axes", entry.axes, json, [&json](const Axis& axis) {
    json.open('{').member("title", axis.title).member("value", axis.value).member("label", axis.label);
    if (!axis.definition.empty()) json.member("definition", axis.definition);
    json.close('}');
  });
  write_list("properties", entry.properties, json, [&json](const Property& property) {
    json.open('{').member("name", property.name).member("value", property.value).close('}');
  });
  write_list("relations", entry.relations, json, [&json](const Relation& relation) {
    json.open('{').member("kind", relation.kind).member("system", relation.system).member("code", relation.code).key("flags").open('[');
    for (const std::string& flag : relation.flags) json.value(flag);
    json.close(']').close('}');
  });
}

std::string pack_name(const std::string& system, std::size_t number) {
  std::string digits = std::to_string(number);
  return system + '-' + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + ".json.gz";
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Closes a pack that ends with the concept `last`: adds the notes of the groups that have a code of the pack.
void close_pack(DetailPack& pack, std::span<const Concept> concepts, std::span<const Group> groups, std::size_t last) {
  const Concept& first = concepts[pack.entry.first];
  JsonWriter noted;
  bool is_noted = false;
  for (const Group& group : groups) {
    if (group.system != first.system || group.notes.empty()) continue;
    const bool is_met = compact_code(group.first) <= compact_code(concepts[last].code) && (holds_code(group, compact_code(first.code)) || compact_code(first.code) <= compact_code(group.first));
    if (!is_met) continue;
    noted.key(group.id).open('{');
    write_notes(group.notes, noted);
    noted.close('}');
    is_noted = true;
  }
  pack.json += is_noted ? "\n},\"groups\":{" + noted.take() + "}}\n" : "\n}}\n";
}

/// Returns the tree of a text from outside; a discarded one when it is no JSON or nests too deep.
Json parse_bounded(std::string_view text) {
  return find_nesting_beyond(text, max_pack_depth) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
}

/// Says whether a member of a concept is what a page expects of it: an article is an object, all else a list.
bool has_shape(const std::string& name, const Json& value) { return name == "article" ? value.is_object() : value.is_array(); }

std::string find_member(std::string_view pack_json, const char* member, std::string_view name) {
  const Json pack = parse_bounded(pack_json);
  if (!pack.is_object() || !pack.contains(member) || !pack[member].is_object()) return {};
  const auto found = pack[member].find(name);
  return found == pack[member].end() ? std::string() : text_of(*found);
}

}  // namespace

std::vector<DetailPack> make_detail_packs(std::span<const Concept> concepts, std::span<const Article> articles, std::span<const Group> groups) {
  std::vector<DetailPack> packs;
  auto article = articles.begin();
  std::size_t number_in_system = 0;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const Concept& entry = concepts[i];
    const bool is_new_system = i == 0 || concepts[i - 1].system != entry.system;
    if (is_new_system || packs.back().json.size() > pack_bytes) {
      if (!packs.empty()) close_pack(packs.back(), concepts, groups, i - 1);
      number_in_system = is_new_system ? 0 : number_in_system + 1;
      packs.push_back({{static_cast<std::uint32_t>(i), pack_name(entry.system, number_in_system)}, "{\"concepts\":{"});
    }
    JsonWriter json;
    write_lists(entry, json);
    if (article != articles.end() && article->system == entry.system && article->code == entry.code) write_article(*article++, json.key("article"));
    const std::string members = json.take();
    if (members.empty()) continue;
    JsonWriter code;
    std::string& text = packs.back().json;
    text += text.back() == '{' ? "\n" : ",\n";
    text += code.value(entry.code).take() + ":{" + members + '}';
  }
  if (!packs.empty()) close_pack(packs.back(), concepts, groups, concepts.size() - 1);
  return packs;
}

bool is_detail_pack(std::string_view pack_json) {
  const Json pack = parse_bounded(pack_json);
  return pack.is_object() && pack.contains("concepts") && pack["concepts"].is_object();
}

std::string find_in_pack(std::string_view pack_json, std::string_view code) { return find_member(pack_json, "concepts", code); }

std::string find_group_in_pack(std::string_view pack_json, std::string_view id) { return find_member(pack_json, "groups", id); }

std::string join_inherited_notes(std::string_view shown, std::string_view from, std::string_view details) {
  Json concept_object = Json::parse(shown, nullptr, false);
  const Json above = parse_bounded(details);
  if (!concept_object.is_object() || !above.is_object() || !above.contains("notes") || !above["notes"].is_array()) return std::string(shown);
  for (Json note : above["notes"]) {
    if (!note.is_object()) continue;
    note["from"] = from;
    concept_object["notes"].push_back(std::move(note));
  }
  return text_of(concept_object);
}

std::string join_details(std::string_view shown, std::string_view details) {
  Json concept_object = Json::parse(shown, nullptr, false);
  const Json more = parse_bounded(details);
  if (!concept_object.is_object() || !more.is_object()) return std::string(shown);
  for (const auto& [name, value] : more.items()) {
    if (!has_shape(name, value)) continue;
    if (name == "designations" && concept_object.contains(name)) {
      for (const Json& designation : value) concept_object[name].push_back(designation);
    } else {
      concept_object[name] = value;
    }
  }
  return text_of(concept_object);
}

}  // namespace medcode::api
