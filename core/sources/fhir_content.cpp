// Finds systems and concepts again; everything the three FHIR readers share.
#include "core/sources/fhir_content.hpp"

#include <algorithm>
#include <utility>

#include "core/sources/bounded_json.hpp"
#include "core/sources/report.hpp"
#include "core/sources/short_id.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

using nlohmann::json;

std::string_view last_part(std::string_view uri) {
  while (!uri.empty() && (uri.back() == '/' || uri.back() == ':')) uri.remove_suffix(1);
  const std::size_t cut = uri.find_last_of("/:");
  return cut == std::string_view::npos ? uri : uri.substr(cut + 1);
}

std::string_view host_of(std::string_view uri) {
  const std::size_t begin = uri.find("://");
  if (begin == std::string_view::npos) return {};
  uri.remove_prefix(begin + 3);
  return uri.substr(0, uri.find('/'));
}

}  // namespace

FhirContent::FhirContent(const SourceFile& file) : content_(start_content(file, "FHIR R4 JSON", SourceRole::Local)) {}

std::string FhirContent::system_id(const std::string& uri) {
  if (const auto known = id_of_uri_.find(uri); known != id_of_uri_.end()) return known->second;
  CodeSystem system;
  const auto named = known_systems();
  const auto same = std::find_if(named.begin(), named.end(), [&](const CodeSystem& each) { return each.uri == uri; });
  if (same != named.end()) {
    system = *same;
  } else {
    system.id = short_id(last_part(uri));
    system.title = system.id;
    system.uri = uri;
    if (system_of_id_.count(system.id) > 0 || find_known_system(system.id) != nullptr) {
      system.id = short_id(std::string(host_of(uri)) + "-" + system.id);
    }
  }
  if (system.id.empty() || system_of_id_.count(system.id) > 0) return {};
  id_of_uri_.emplace(uri, system.id);
  system_of_id_.emplace(system.id, content_.systems.size());
  content_.systems.push_back(std::move(system));
  return content_.systems.back().id;
}

CodeSystem& FhirContent::system_of(const std::string& uri) {
  return content_.systems[system_of_id_.at(id_of_uri_.at(uri))];
}

Concept& FhirContent::concept_of(const std::string& system, const std::string& code, bool& made) {
  const auto [place, is_new] = concept_of_key_.try_emplace(system + '\x1F' + code, content_.concepts.size());
  made = is_new;
  if (is_new) {
    Concept entry;
    entry.system = system;
    entry.code = code;
    content_.concepts.push_back(std::move(entry));
  }
  return content_.concepts[place->second];
}

void FhirContent::skip(std::string_view reason, std::string_view example) {
  medcode::skip(content_.report, reason, 0, example);
}

void FhirContent::refuse(std::string reason) { medcode::refuse(content_.report, 0, std::move(reason)); }

std::string resource_name(const json& resource) {
  std::string name = text_member(resource, "url");
  if (name.empty()) name = text_member(resource, "id");
  if (name.empty()) name = text_member(resource, "name");
  return text_member(resource, "resourceType") + " '" + name + "'";
}

void add_designation(Concept& entry, DesignationUse use, std::string text) {
  const auto same = [&](const Designation& each) { return each.text == text; };
  if (text.empty() || text == entry.display) return;
  if (std::any_of(entry.designations.begin(), entry.designations.end(), same)) return;
  entry.designations.push_back({use, std::move(text)});
}

void add_fhir_designations(Concept& entry, const json& json_entry) {
  for (const json& each : array_member(json_entry, "designation")) {
    const std::string use = text_member(member(each, "use"), "code");
    std::string text = text_member(each, "value");
    if (use == "definition") {
      if (!text.empty()) entry.notes.push_back({NoteKind::Definition, std::move(text)});
    } else if (use == "abbreviation") {
      add_designation(entry, DesignationUse::Abbreviation, std::move(text));
    } else if (use == "short" || use == "short-name" || use == "SHORTNAME") {
      add_designation(entry, DesignationUse::Short, std::move(text));
    } else if (use == "consumer" || use == "lay" || use == "ConsumerName") {
      add_designation(entry, DesignationUse::Lay, std::move(text));
    } else {
      add_designation(entry, DesignationUse::Synonym, std::move(text));
    }
  }
}

}  // namespace medcode
