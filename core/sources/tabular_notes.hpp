// Which notes and names stand at one node of the ICD-10-CM tabular list?
//
// Exports the two functions icd10cm_tabular.cpp calls for each chapter, section and code. Held by
// tests/sources/icd10cm_tabular_test.cpp.
#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "core/systems/concept.hpp"

namespace medcode {

/// Returns the notes of a chapter, section or code in their order; inclusion terms of a section are notes,
/// those of a code are designations.
std::vector<Note> tabular_notes(pugi::xml_node node);

/// Returns the inclusion terms of a code, then those `includes` notes that read like names of it.
std::vector<Designation> tabular_designations(pugi::xml_node diag);

/// Returns whether an `includes` note reads like a name: short, without reference to codes or other
/// instructions, not the first half of a list ("the following:").
bool reads_like_name(std::string_view note);

/// Returns whether an element of this name may stand in a chapter, section or code.
bool is_known_tabular_element(std::string_view name);

}  // namespace medcode
