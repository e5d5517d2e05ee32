// What do the three FHIR readers write into?
//
// Exports FhirContent: the content so far, with each code system and concept found again by URI and code.
// Held by tests/sources/fhir_r4_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "core/sources/source.hpp"

namespace medcode {

/// Collects what the resources of one file say. One instance per file.
class FhirContent {
 public:
  explicit FhirContent(const SourceFile& file);

  /// Returns the id of the system with this URI, known by name or made from the URI's last part
  /// ("http://hospital.example/fhir/charges" -> "charges"); empty when no id can be made.
  std::string system_id(const std::string& uri);

  /// Returns the system of `uri`; system_id(uri) has been called and was not empty.
  CodeSystem& system_of(const std::string& uri);

  /// Returns the record of a code, made when it is new; `made` says so.
  Concept& concept_of(const std::string& system, const std::string& code, bool& made);

  /// Counts one row that became content.
  void count_read() { ++content_.report.read; }
  /// Counts one row that carries nothing for us, for one of a few fixed reasons.
  void skip(std::string_view reason, std::string_view example);
  /// Counts one wrong row and keeps its reason.
  void refuse(std::string reason);

  SourceContent& content() { return content_; }

 private:
  SourceContent content_;
  std::unordered_map<std::string, std::string> id_of_uri_;
  std::unordered_map<std::string, std::size_t> system_of_id_;
  std::unordered_map<std::string, std::size_t> concept_of_key_;
};

/// Returns how messages name a resource: "CodeSystem 'http://...'".
std::string resource_name(const nlohmann::json& resource);

/// Adds a designation unless its text is empty, the display, or already there.
void add_designation(Concept& entry, DesignationUse use, std::string text);

/// Adds the FHIR designations of `json_entry` (of a CodeSystem or ValueSet); those with use "definition" as notes.
void add_fhir_designations(Concept& entry, const nlohmann::json& json_entry);

/// Reads one CodeSystem resource.
void read_fhir_code_system(const nlohmann::json& resource, FhirContent& into);
/// Reads one ValueSet resource; every CodeSystem of the file has been read.
void read_fhir_value_set(const nlohmann::json& resource, FhirContent& into);
/// Reads one ConceptMap resource.
void read_fhir_concept_map(const nlohmann::json& resource, FhirContent& into);

}  // namespace medcode
