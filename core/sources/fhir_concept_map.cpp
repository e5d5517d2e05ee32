// Which codes does a FHIR ConceptMap lead to which? One relation per target, the equivalence kept as a flag.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/sources/bounded_json.hpp"
#include "core/sources/fhir_content.hpp"

namespace medcode {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 10> equivalences{"relatedto", "equivalent",  "equal",   "wider",     "subsumes",
                                                        "narrower",  "specializes", "inexact", "unmatched", "disjoint"};

struct MapGroup {
  FhirContent& into;
  std::string name;        ///< of the resource, for refusals
  std::string source;      ///< system id
  std::string target_uri;
};

bool is_approximate(std::string_view equivalence) {
  return equivalence != "equivalent" && equivalence != "equal" && equivalence != "unmatched" && equivalence != "disjoint";
}

void read_target(const MapGroup& group, Concept& entry, const json& target) {
  const std::string equivalence = text_member(target, "equivalence");
  const std::string code = text_member(target, "code");
  if (std::find(equivalences.begin(), equivalences.end(), equivalence) == equivalences.end()) {
    return group.into.refuse(group.name + " maps '" + entry.code + "' with the unknown equivalence '" + equivalence + "'.");
  }
  if (code.empty() && equivalence != "unmatched") {
    return group.into.refuse(group.name + " maps '" + entry.code + "' as '" + equivalence + "' to no code.");
  }
  const std::string system = group.target_uri.empty() ? std::string() : group.into.system_id(group.target_uri);
  if (system.empty() && !code.empty()) {
    return group.into.refuse(group.name + " maps '" + entry.code + "' to '" + code + "' of no usable target system '" +
                             group.target_uri + "'.");
  }
  Relation relation{equivalence == "disjoint" ? "disjoint-from" : "maps-to", system, code, {equivalence}};
  if (equivalence == "unmatched") {
    relation.code.clear();
    relation.flags.emplace_back("no-map");
  }
  if (is_approximate(equivalence)) relation.flags.emplace_back("approximate");
  if (!array_member(target, "dependsOn").empty()) relation.flags.emplace_back("depends-on");
  if (!array_member(target, "product").empty()) relation.flags.emplace_back("combination");
  entry.relations.push_back(std::move(relation));
  group.into.count_read();
}

void read_element(const MapGroup& group, const json& element) {
  const std::string code = text_member(element, "code");
  if (code.empty()) return group.into.skip("is an element of a map without source code", group.name);
  const json& targets = array_member(element, "target");
  if (targets.empty()) return group.into.skip("is an element of a map without target", group.name + " " + code);
  bool made = false;
  Concept& entry = group.into.concept_of(group.source, code, made);
  for (const json& target : targets) read_target(group, entry, target);
}

}  // namespace

void read_fhir_concept_map(const json& resource, FhirContent& into) {
  const std::string name = resource_name(resource);
  const json& groups = array_member(resource, "group");
  if (groups.empty()) return into.refuse(name + " has no group, so it maps nothing.");
  for (const json& each : groups) {
    const std::string uri = text_member(each, "source");
    const std::string source = uri.empty() ? std::string() : into.system_id(uri);
    if (source.empty()) {
      into.refuse(name + " has a group without a usable source system '" + uri + "'.");
      continue;
    }
    const MapGroup group{into, name, source, text_member(each, "target")};
    for (const json& element : array_member(each, "element")) read_element(group, element);
  }
}

}  // namespace medcode
