#include "core/api/details_json.hpp"

#include <nlohmann/json.hpp>

#include "core/api/names.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/systems/group.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::ordered_json;

Json block_json(const ArticleBlock& block) {
  if (block.shape == ArticleBlock::Shape::Paragraph) return block.items.empty() ? "" : block.items.front();
  return Json{{block.shape == ArticleBlock::Shape::List ? "list" : "steps", block.items}};
}

Json article_json(const Article& article) {
  Json sections = Json::array();
  for (const ArticleSection& section : article.sections) {
    Json blocks = Json::array();
    for (const ArticleBlock& block : section.blocks) blocks.push_back(block_json(block));
    Json json{{"heading", section.heading}};
    if (!section.subheading.empty()) json["subheading"] = section.subheading;
    json["blocks"] = std::move(blocks);
    sections.push_back(std::move(json));
  }
  return Json{{"kind", article_kind_name(article.kind)}, {"title", article.title}, {"reviewed", article.reviewed}, {"sections", std::move(sections)}};
}

Json notes_json(const std::vector<Note>& notes) {
  Json array = Json::array();
  for (const Note& note : notes) array.push_back({{"kind", note_kind_name(note.kind)}, {"text", note.text}});
  return array;
}

void add_lists(const Concept& entry, Json& json) {
  for (const Designation& designation : entry.designations) {
    if (!catalog::is_searchable(entry.system, designation.use)) json["designations"].push_back({{"use", use_name(designation.use)}, {"text", designation.text}});
  }
  if (!entry.notes.empty()) json["notes"] = notes_json(entry.notes);
  for (const Axis& axis : entry.axes) {
    Json axis_json{{"title", axis.title}, {"value", axis.value}, {"label", axis.label}};
    if (!axis.definition.empty()) axis_json["definition"] = axis.definition;
    json["axes"].push_back(std::move(axis_json));
  }
  for (const Property& property : entry.properties) json["properties"].push_back({{"name", property.name}, {"value", property.value}});
  for (const Relation& relation : entry.relations) {
    json["relations"].push_back({{"kind", relation.kind}, {"system", relation.system}, {"code", relation.code}, {"flags", relation.flags}});
  }
}

std::string pack_name(const std::string& system, std::size_t number) {
  std::string digits = std::to_string(number);
  return system + '-' + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + ".json.gz";
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Closes a pack that ends with the concept `last`: adds the notes of the groups that have a code of the pack.
void close_pack(DetailPack& pack, std::span<const Concept> concepts, std::span<const Group> groups, std::size_t last) {
  const Concept& first = concepts[pack.entry.first];
  Json noted = Json::object();
  for (const Group& group : groups) {
    if (group.system != first.system || group.notes.empty()) continue;
    const bool is_met = compact_code(group.first) <= compact_code(concepts[last].code) && (holds_code(group, compact_code(first.code)) || compact_code(first.code) <= compact_code(group.first));
    if (is_met) noted[group.id]["notes"] = notes_json(group.notes);
  }
  pack.json += noted.empty() ? "\n}}\n" : "\n},\"groups\":" + text_of(noted) + "}\n";
}

std::string find_member(std::string_view pack_json, const char* member, std::string_view name) {
  const Json pack = Json::parse(pack_json, nullptr, false);
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
    Json json = Json::object();
    add_lists(entry, json);
    if (article != articles.end() && article->system == entry.system && article->code == entry.code) json["article"] = article_json(*article++);
    if (json.empty()) continue;
    std::string& text = packs.back().json;
    text += text.back() == '{' ? "\n" : ",\n";
    text += text_of(Json(entry.code)) + ':' + text_of(json);
  }
  if (!packs.empty()) close_pack(packs.back(), concepts, groups, concepts.size() - 1);
  return packs;
}

std::string find_in_pack(std::string_view pack_json, std::string_view code) { return find_member(pack_json, "concepts", code); }

std::string find_group_in_pack(std::string_view pack_json, std::string_view id) { return find_member(pack_json, "groups", id); }

std::string join_inherited_notes(std::string_view shown, std::string_view from, std::string_view details) {
  Json concept_object = Json::parse(shown, nullptr, false);
  const Json above = Json::parse(details, nullptr, false);
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
  const Json more = Json::parse(details, nullptr, false);
  if (!concept_object.is_object() || !more.is_object()) return std::string(shown);
  for (const auto& [name, value] : more.items()) {
    if (name == "designations" && concept_object.contains(name) && value.is_array()) {
      for (const Json& designation : value) concept_object[name].push_back(designation);
    } else {
      concept_object[name] = value;
    }
  }
  return text_of(concept_object);
}

}  // namespace medcode::api
