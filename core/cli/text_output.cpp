#include "core/cli/text_output.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>

#include "core/api/names.hpp"

namespace medcode {
namespace {

using Json = nlohmann::ordered_json;

constexpr int system_width = 10;
constexpr int code_width = 11;

std::string text_of(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void write_row(std::ostream& out, std::string_view system, std::string_view code, std::string_view display) {
  out << std::left << std::setw(system_width - 1) << system << ' ' << std::setw(code_width - 1) << code << ' ' << display << '\n';
}

void write_error(std::ostream& out, const Json& error) {
  if (error.is_object()) out << text_of(error, "message") << ' ' << text_of(error, "advice") << '\n';
}

void write_list(std::ostream& out, const Json& concept_json, const char* member, const char* title, const char* first, const char* second) {
  const auto list = concept_json.find(member);
  if (list == concept_json.end() || !list->is_array() || list->empty()) return;
  out << '\n' << title << '\n';
  for (const Json& item : *list) out << "  " << std::left << std::setw(20) << text_of(item, first) << ' ' << text_of(item, second) << '\n';
}

/// Returns the array of this name, an empty one where there is none.
Json list_of(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_array() ? *found : Json::array();
}

void write_axes(std::ostream& out, const Json& axes) {
  if (!axes.empty()) out << "\nAxes\n";
  for (const Json& axis : axes) {
    out << "  " << std::left << std::setw(20) << text_of(axis, "title") << ' ' << std::setw(2) << text_of(axis, "value") << ' ' << text_of(axis, "label") << '\n';
    if (axis.contains("definition")) out << std::string(26, ' ') << text_of(axis, "definition") << '\n';
  }
}

/// Writes the concept's own notes, then those of each code or chapter above it.
void write_notes(std::ostream& out, const Json& notes) {
  std::string from;
  for (std::size_t place = 0; place < notes.size(); ++place) {
    const std::string now_from = text_of(notes[place], "from");
    if (place == 0 || now_from != from) out << '\n' << (now_from.empty() ? "Notes" : "Notes of " + now_from + ", which hold here too") << '\n';
    from = now_from;
    out << "  " << std::left << std::setw(20) << text_of(notes[place], "kind") << ' ' << text_of(notes[place], "text") << '\n';
  }
}

void write_relations(std::ostream& out, const Json& relations) {
  if (!relations.empty()) out << "\nRelations\n";
  for (const Json& relation : relations) {
    out << "  " << std::left << std::setw(20) << text_of(relation, "kind") << ' ' << std::setw(system_width - 1) << text_of(relation, "system") << ' ' << text_of(relation, "code");
    const char* between = "  ";
    for (const Json& flag : list_of(relation, "flags")) {
      out << between << (flag.is_string() ? flag.get<std::string>() : std::string());
      between = ", ";
    }
    out << '\n';
  }
}

void write_article(std::ostream& out, const Json& article) {
  out << '\n' << text_of(article, "title") << '\n';
  for (const Json& section : list_of(article, "sections")) {
    out << '\n' << text_of(section, "heading");
    if (section.contains("subheading")) out << ": " << text_of(section, "subheading");
    out << '\n';
    for (const Json& block : list_of(section, "blocks")) {
      if (block.is_string()) out << "  " << block.get<std::string>() << '\n';
      for (const char* shape : {"list", "steps"}) {
        std::size_t number = 0;
        for (const Json& item : list_of(block, shape)) {
          out << "  " << (std::string_view(shape) == "steps" ? std::to_string(++number) + ". " : "- ") << (item.is_string() ? item.get<std::string>() : std::string()) << '\n';
        }
      }
    }
  }
}

}  // namespace

void write_answer(std::ostream& out, const Engine& engine, const search::Answer& answer, bool is_explained) {
  if (answer.error) out << answer.error->message << ' ' << answer.error->advice << '\n';
  for (const search::Expansion& expansion : answer.expansions) out << expansion.from << " read as " << expansion.to << " (" << expansion.kind << ")\n";
  if (answer.did_you_mean) out << "Did you mean: " << *answer.did_you_mean << '\n';
  if (answer.is_relaxed) out << "Some answers do not meet every word.\n";
  const catalog::Catalog& catalog = engine.catalog();
  for (const search::Hit& hit : answer.hits) {
    write_row(out, catalog.systems()[catalog.system_of(hit.number)].system.id, catalog.code(hit.number), hit.display);
    const std::string indent(system_width + code_width, ' ');
    if (hit.matched) out << indent << "also called: " << hit.matched->text << " (" << api::use_name(hit.matched->use) << ")\n";
    if (is_explained) {
      out << indent << hit.why << "; " << api::tier_name(hit.score.tier) << std::fixed << std::setprecision(3) << ", satisfaction " << hit.score.satisfaction << ", coverage "
          << hit.score.coverage << ", prior " << hit.score.prior << ", score " << hit.score.total() << '\n';
    }
  }
  out << answer.hits.size() << " of " << answer.total << '\n';
}

void write_concept(std::ostream& out, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return;
  out << text_of(json, "system") << ' ' << text_of(json, "code") << "  " << text_of(json, "display") << '\n' << text_of(json, "status");
  if (json.contains("billable") && json["billable"].is_boolean()) out << (json["billable"].get<bool>() ? ", billable" : ", header");
  out << '\n';
  write_list(out, json, "chapters", "Chapter", "id", "title");
  write_list(out, json, "ancestors", "Under", "code", "display");
  write_list(out, json, "designations", "Other names", "use", "text");
  write_axes(out, list_of(json, "axes"));
  write_notes(out, list_of(json, "notes"));
  write_list(out, json, "properties", "Properties", "name", "value");
  write_relations(out, list_of(json, "relations"));
  write_list(out, json, "children", "Children", "code", "display");
  if (json.contains("article")) write_article(out, json["article"]);
}

void write_similar(std::ostream& out, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.contains("error")) write_error(out, json["error"]);
  for (const Json& group : json["groups"]) {
    for (const Json& hit : group["hits"]) {
      write_row(out, text_of(hit, "system"), text_of(hit, "code"), text_of(hit, "display"));
      out << std::string(system_width + code_width, ' ') << text_of(hit, "why") << '\n';
    }
  }
}

void write_info(std::ostream& out, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  out << "Catalog " << text_of(json, "id") << ", format " << json["format"] << '\n';
  for (const Json& system : json["systems"]) {
    out << std::left << std::setw(system_width) << text_of(system, "id") << std::right << std::setw(9) << system["concepts"].get<std::size_t>() << " concepts " << std::setw(9)
        << system["active"].get<std::size_t>() << " active   " << text_of(system, "title") << ' ' << text_of(system, "version");
    if (const auto retired = system["retired"].get<std::size_t>(); retired != 0) out << ", and " << retired << " retired";
    out << '\n' << std::string(system_width, ' ') << text_of(system, "notice") << '\n';
  }
}

}  // namespace medcode
