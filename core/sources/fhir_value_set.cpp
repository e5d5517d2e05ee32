// Which codes does a FHIR ValueSet list? Its expansion where it has one, else the explicit codes of compose.
#include <string>
#include <utility>

#include "core/sources/bounded_json.hpp"
#include "core/sources/fhir_content.hpp"

namespace medcode {
namespace {

using nlohmann::json;

struct Listing {
  FhirContent& into;
  std::string name;   ///< of the resource, for refusals
  std::string title;  ///< value of the property "value-set"
};

void read_code(const Listing& listing, const std::string& uri, const json& json_code) {
  const std::string code = text_member(json_code, "code");
  if (code.empty()) return listing.into.refuse(listing.name + " lists an entry of '" + uri + "' without code.");
  if (uri.empty()) return listing.into.refuse(listing.name + " lists the code '" + code + "' without system.");
  const std::string system = listing.into.system_id(uri);
  if (system.empty()) {
    return listing.into.refuse(listing.name + " lists '" + code + "' of '" + uri + "', from which no unused short id can be made.");
  }
  bool made = false;
  Concept& entry = listing.into.concept_of(system, code, made);
  std::string display = text_member(json_code, "display");
  if (made || entry.display.empty()) {
    entry.display = std::move(display);
  } else {
    add_designation(entry, DesignationUse::Synonym, std::move(display));
  }
  add_fhir_designations(entry, json_code);
  if (made && member(json_code, "inactive") == json(true)) entry.status = Status::Inactive;
  entry.properties.push_back({"value-set", listing.title});
  listing.into.count_read();
}

void read_expansion(const Listing& listing, const json& contains) {
  for (const json& each : contains) {
    if (text_member(each, "code").empty() && !array_member(each, "contains").empty()) {
      listing.into.skip("is a heading of an expansion, not a code", text_member(each, "display"));
    } else {
      read_code(listing, text_member(each, "system"), each);
    }
    read_expansion(listing, array_member(each, "contains"));
  }
}

}  // namespace

void read_fhir_value_set(const json& resource, FhirContent& into) {
  std::string title = text_member(resource, "title");
  if (title.empty()) title = text_member(resource, "name");
  if (title.empty()) title = text_member(resource, "url");
  const Listing listing{into, resource_name(resource), std::move(title)};
  const json& contains = array_member(member(resource, "expansion"), "contains");
  if (!contains.empty()) return read_expansion(listing, contains);
  const json& include = array_member(member(resource, "compose"), "include");
  if (include.empty()) return into.refuse(listing.name + " has neither an expansion nor compose.include.");
  for (const json& part : include) {
    const json& codes = array_member(part, "concept");
    if (codes.empty()) into.skip("selects by rule, which only a terminology server can work out", listing.name);
    for (const json& each : codes) read_code(listing, text_member(part, "system"), each);
  }
}

}  // namespace medcode
