// Which concepts does a FHIR CodeSystem define? Walks the nested concepts; depth is bounded by bounded_json.
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/sources/bounded_json.hpp"
#include "core/sources/fhir_content.hpp"

namespace medcode {
namespace {

using nlohmann::json;

struct Walk {
  FhirContent& into;
  std::unordered_set<std::string>& seen;  ///< codes of this resource
  std::string system;
  std::string name;  ///< of the resource, for refusals
  bool defines;      ///< false for a supplement, which only adds
};

/// Returns the value[x] of a FHIR property as text.
std::string property_value(const json& property) {
  static constexpr std::array<const char*, 6> kinds{"valueCode",    "valueString",   "valueBoolean",
                                                    "valueInteger", "valueDateTime", "valueDecimal"};
  for (const char* kind : kinds) {
    std::string text = scalar_text(member(property, kind));
    if (!text.empty()) return text;
  }
  return text_member(member(property, "valueCoding"), "code");
}

bool is_ended(std::string_view name, std::string_view value) {
  if (name == "inactive" || name == "deprecated") return value == "true";
  if (name == "deprecationDate" || name == "retirementDate") return true;
  return name == "status" && (value == "retired" || value == "deprecated" || value == "inactive" || value == "D" ||
                              value == "obsolete");
}

void add_property(Concept& entry, const std::string& name, std::string value) {
  if (name == "parent" || name == "subsumedBy") {
    if (entry.parent.empty()) {
      entry.parent = std::move(value);
    } else if (entry.parent != value) {
      entry.relations.push_back({"is-a", entry.system, std::move(value), {}});
    }
    return;
  }
  if (name == "child" || name == "synonym" || name == "partOf") {
    entry.relations.push_back({name == "partOf" ? "part-of" : name, entry.system, std::move(value), {}});
    return;
  }
  if (is_ended(name, value)) entry.status = Status::Inactive;
  entry.properties.push_back({name, std::move(value)});
}

void add_properties(Concept& entry, const json& json_concept) {
  for (const json& each : array_member(json_concept, "property")) {
    std::string value = property_value(each);
    const std::string name = text_member(each, "code");
    if (!name.empty() && !value.empty()) add_property(entry, name, std::move(value));
  }
}

/// Reads one concept without its children; returns its code, empty when it was refused.
std::string read_concept(const Walk& walk, const json& json_concept, const std::string& parent) {
  std::string code = text_member(json_concept, "code");
  if (code.empty()) {
    walk.into.refuse(walk.name + " has a concept without code under '" + parent + "'.");
    return {};
  }
  bool made = false;
  Concept& entry = walk.into.concept_of(walk.system, code, made);
  if (!walk.seen.insert(code).second) {
    walk.into.refuse(walk.name + " defines the code '" + code + "' twice.");
    return {};
  }
  if (entry.parent.empty()) entry.parent = parent;
  std::string display = text_member(json_concept, "display");
  if (made && walk.defines) {
    entry.display = display.empty() ? code : std::move(display);
  } else {
    add_designation(entry, DesignationUse::Synonym, std::move(display));  // a supplement, or another version
  }
  add_fhir_designations(entry, json_concept);
  std::string definition = text_member(json_concept, "definition");
  if (!definition.empty() && definition != entry.display) {
    entry.notes.push_back({NoteKind::Definition, std::move(definition)});
  }
  add_properties(entry, json_concept);
  walk.into.count_read();
  return code;
}

void read_concepts(const Walk& walk, const json& concepts, const std::string& parent) {
  for (const json& each : concepts) {
    const std::string code = read_concept(walk, each, parent);
    read_concepts(walk, array_member(each, "concept"), code.empty() ? parent : code);
  }
}

void describe_system(CodeSystem& system, const json& resource) {
  const bool known = find_known_system(system.id) != nullptr;
  const auto take = [&](std::string& field, std::string text) {
    if (!text.empty()) field = std::move(text);
  };
  take(system.version, text_member(resource, "version"));
  take(system.notice, text_member(resource, "copyright"));
  if (known) return;
  take(system.title, text_member(resource, "name"));
  take(system.title, text_member(resource, "title"));
  take(system.publisher, text_member(resource, "publisher"));
}

}  // namespace

void read_fhir_code_system(const json& resource, FhirContent& into) {
  const json& concepts = array_member(resource, "concept");
  const std::string content = text_member(resource, "content");
  const bool supplement = content == "supplement";
  const std::string uri = text_member(resource, supplement ? "supplements" : "url");
  if (concepts.empty()) return into.skip("is a CodeSystem without its concepts", resource_name(resource));
  if (uri.empty()) return into.refuse(resource_name(resource) + " has no url, so its codes belong to no system.");
  const std::string plain_uri = uri.substr(0, uri.find('|'));
  const std::string system = into.system_id(plain_uri);
  if (system.empty()) return into.refuse(resource_name(resource) + " has a url from which no unused short id can be made.");
  if (!supplement) describe_system(into.system_of(plain_uri), resource);
  std::unordered_set<std::string> seen;
  read_concepts({into, seen, system, resource_name(resource), !supplement}, concepts, {});
}

}  // namespace medcode
