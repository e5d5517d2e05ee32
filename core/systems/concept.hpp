// What is known of one entry of a code system?
//
// Exports Concept and its parts as plain values: what every source reader makes and the catalog
// builder takes. Words as in FHIR CodeSystem.concept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace medcode {

/// Says in what way a designation names its concept.
enum class DesignationUse : std::uint8_t { Display, Short, Synonym, Inclusion, Index, Abbreviation, Lay };

/// Is another name of a concept. UTF-8, no leading, trailing or double blanks.
struct Designation {
  DesignationUse use = DesignationUse::Synonym;
  std::string text;
};

enum class Status : std::uint8_t { Active, Inactive };

/// Says whether a code may stand on a claim. Systems without that question are NotApplicable.
enum class Billing : std::uint8_t { NotApplicable, Billable, Header };

/// Says what an official note is for.
enum class NoteKind : std::uint8_t {
  Includes, Excludes1, Excludes2, CodeFirst, UseAdditionalCode, CodeAlso, SeventhCharacter, Definition, Other
};

struct Note {
  NoteKind kind = NoteKind::Other;
  std::string text;
};

/// Is one fact by name: {"coverage", "D"}, {"added", "1982-01-01"}. Dates are ISO 8601.
struct Property {
  std::string name;
  std::string value;
};

/// Points to another concept.
struct Relation {
  std::string kind;                ///< "maps-to", "replaced-by", "is-a", "has-ingredient", "tradename-of" ...
  std::string system;              ///< target system id
  std::string code;                ///< target code, canonical spelling; empty with flag "no-map"
  std::vector<std::string> flags;  ///< "approximate", "no-map", "combination", "scenario 1", "choice list 2"
};

/// Is one position of a code that is composed of axes (ICD-10-PCS, LOINC).
struct Axis {
  std::string title;       ///< "Body Part"
  std::string value;       ///< "9"
  std::string label;       ///< "Common Bile Duct"
  std::string definition;  ///< official definition or explanation, empty when none
};

/// Is one entry of a code system as one source describes it. A record without display adds to a
/// concept that another source defines.
struct Concept {
  std::string system;   ///< system id
  std::string code;     ///< canonical spelling
  std::string display;  ///< preferred name, never cut; empty in a record that only adds
  std::string parent;   ///< code of the parent in the same system; empty when by code shape or none
  Status status = Status::Active;
  Billing billing = Billing::NotApplicable;
  std::uint32_t usage = 0;  ///< how often the code is used, any scale within a system; 0 when unknown
  std::vector<Designation> designations;
  std::vector<Note> notes;
  std::vector<Property> properties;
  std::vector<Relation> relations;
  std::vector<Axis> axes;
};

/// Is a chapter or section: a named run of codes that is not itself a code.
struct Group {
  std::string system;
  std::string id;      ///< "A00-B99"
  std::string title;   ///< "Certain infectious and parasitic diseases"
  std::string parent;  ///< id of the enclosing group; empty at the top
  std::string first;   ///< first code, canonical
  std::string last;    ///< last code, canonical, its descendants included
  std::vector<Note> notes;  ///< official notes that hold for every code of the run
};

}  // namespace medcode
