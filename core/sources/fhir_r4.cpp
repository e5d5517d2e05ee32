// Sorts the resources of one file, so that value sets and maps meet the systems they speak of.
#include "core/sources/fhir_r4.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sources/bounded_json.hpp"
#include "core/sources/fhir_content.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

using nlohmann::json;

constexpr std::size_t head_bytes = std::size_t{64} * 1024;  // a resource's narrative may stand before its type

struct Resources {
  std::vector<const json*> code_systems;
  std::vector<const json*> value_sets;
  std::vector<const json*> concept_maps;
  std::vector<const json*> others;
};

void sort_in(const json& resource, Resources& sorted) {
  const std::string type = text_member(resource, "resourceType");
  if (type == "CodeSystem") {
    sorted.code_systems.push_back(&resource);
  } else if (type == "ValueSet") {
    sorted.value_sets.push_back(&resource);
  } else if (type == "ConceptMap") {
    sorted.concept_maps.push_back(&resource);
  } else {
    sorted.others.push_back(&resource);
  }
}

/// Returns whether one of the code systems has this "content".
bool has_content(const Resources& sorted, std::string_view kind) {
  const auto is_kind = [&](const json* each) { return text_member(*each, "content") == kind; };
  return std::any_of(sorted.code_systems.begin(), sorted.code_systems.end(), is_kind);
}

SourceRole role_of(const Resources& sorted) {
  if (sorted.code_systems.empty() && sorted.value_sets.empty()) return SourceRole::Mapping;
  if (!sorted.value_sets.empty() || !sorted.concept_maps.empty()) return SourceRole::Local;
  const bool adds = has_content(sorted, "supplement") || has_content(sorted, "example");
  return adds ? SourceRole::Local : SourceRole::CodeList;
}

Error not_fhir(const SourceFile& file, std::string message) {
  return bad_format(file, 0, std::move(message), "Give a FHIR R4 CodeSystem, ValueSet or ConceptMap as JSON, single or in a Bundle.");
}

SourceContent read_resources(const SourceFile& file, const Resources& sorted) {
  FhirContent into(file);
  into.content().role = role_of(sorted);
  into.content().partial = has_content(sorted, "fragment");
  for (const json* each : sorted.others) into.skip("is a resource that holds no codes", resource_name(*each));
  for (const json* each : sorted.code_systems) read_fhir_code_system(*each, into);
  for (const json* each : sorted.value_sets) read_fhir_value_set(*each, into);
  for (const json* each : sorted.concept_maps) read_fhir_concept_map(*each, into);
  if (sorted.code_systems.size() == 1 && sorted.value_sets.empty()) {
    into.content().release = text_member(*sorted.code_systems.front(), "date").substr(0, 10);
  }
  return std::move(into.content());
}

}  // namespace

bool is_fhir_r4(const SourceFile& file) {
  const std::string_view head = without_byte_order_mark(file.bytes.substr(0, head_bytes));
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || head[first] != '{') return false;
  const std::size_t key = head.find("\"resourceType\"");
  if (key == std::string_view::npos) return false;
  const std::string_view after = head.substr(key + 14, 64);
  for (const std::string_view type : {"\"CodeSystem\"", "\"ValueSet\"", "\"ConceptMap\"", "\"Bundle\""}) {
    const std::size_t at = after.find(type);
    if (at != std::string_view::npos && after.find_first_not_of(" \t\r\n:") == at) return true;
  }
  return false;
}

Result<SourceContent> read_fhir_r4(const SourceFile& file) {
  const Result<json> tree = parse_bounded_json(file);
  if (!tree) return tree.error();
  const std::string type = text_member(*tree, "resourceType");
  Resources sorted;
  if (type == "Bundle") {
    const json& entries = array_member(*tree, "entry");
    if (entries.empty()) return not_fhir(file, "The Bundle has no entry.");
    for (const json& entry : entries) sort_in(member(entry, "resource"), sorted);
  } else if (type == "CodeSystem" || type == "ValueSet" || type == "ConceptMap") {
    sort_in(*tree, sorted);
  } else {
    return not_fhir(file, type.empty() ? "The JSON has no resourceType." : "The resource is a '" + type + "', which holds no codes.");
  }
  return read_resources(file, sorted);
}

}  // namespace medcode
