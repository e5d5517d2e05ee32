// What is a code system, and how does one of its codes look?
//
// Exports CodeSystem, the table of systems this program knows by name, their aliases, and the
// two spellings of a code (canonical `E11.9`, compact `E119`). Held by tests/systems/code_system_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace medcode {

/// Describes a code system as a whole.
struct CodeSystem {
  std::string id;         ///< short id, lower case: "icd10cm" (OMOP's vocabulary id in lower case)
  std::string title;      ///< "ICD-10-CM"
  std::string uri;        ///< canonical FHIR URI: "http://hl7.org/fhir/sid/icd-10-cm"
  std::string version;    ///< the publisher's release: "2026"; empty when unknown
  std::string publisher;  ///< "CDC/NCHS"
  std::string notice;     ///< licence and attribution, shown wherever the system is shown
};

/// Returns the systems known by name, without version, in the order in which people are shown them.
/// The views inside live as long as the program.
std::span<const CodeSystem> known_systems();

/// Returns the known system with this id or usual alias ("cpt", "icd10", "drg", any case), or null.
const CodeSystem* find_known_system(std::string_view id_or_alias);

/// Returns the system ids an alias stands for ("icd9" -> icd9cm, icd9proc), empty when none.
std::span<const std::string_view> systems_of_alias(std::string_view alias);

/// Returns the spelling used for comparison: ASCII upper case, without dots, blanks and hyphens.
std::string compact_code(std::string_view code);

/// Returns what makes two codes of `system` the same code: the compact spelling where people write codes in several ways, the
/// code to the letter where case and points tell codes apart (UCUM's g and G, and systems this program does not know).
std::string code_identity(std::string_view system, std::string_view code);

/// Returns the publisher's spelling of a code of `system` given without its dot ("E119" -> "E11.9");
/// a code that already has it, and a code of any other system, comes back as it is.
std::string canonical_code(std::string_view system, std::string_view code);

}  // namespace medcode
