// What is in a FHIR R4 CodeSystem, ValueSet or ConceptMap, single or in a Bundle?
//
// Exports the reader and its recogniser. Held by tests/sources/fhir_r4_test.cpp.
//
// What becomes of what (fhir_code_system.cpp, fhir_value_set.cpp, fhir_concept_map.cpp):
//
//   CodeSystem.concept      a concept; nesting and the property `parent` give its parent, designations its
//                           other names, `definition` a note, the properties status, inactive, deprecated,
//                           deprecationDate and retirementDate its state, further properties facts
//   ValueSet, explicit codes  defines what no CodeSystem of the file does (a bundle may be all a site has);
//                           another display is a synonym; membership is the property "value-set"
//   ValueSet, rules only    skipped: only a terminology server can work out filters and whole systems
//   ConceptMap.element      relations "maps-to" (or "disjoint-from") with the equivalence as flag
//
// A CodeSystem, a ValueSet and a ConceptMap may stand side by side, so the role is CodeList only when every
// resource is a CodeSystem of its own (partial when one is a fragment), Mapping when every one is a ConceptMap, and
// Local otherwise: what lists a few codes of a system must never make the others inactive.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the first kilobytes of a file are a FHIR resource of a kind that may hold codes:
/// a JSON object with "resourceType" CodeSystem, ValueSet, ConceptMap or Bundle.
bool is_fhir_r4(const SourceFile& file);

/// Returns every concept, membership and mapping of `file`; an Error when it is no such resource at all.
/// One row of the report is one concept, one code of a value set, or one target of a map. Refusals have no
/// line (JSON has none after parsing) and name the resource instead.
Result<SourceContent> read_fhir_r4(const SourceFile& file);

}  // namespace medcode
