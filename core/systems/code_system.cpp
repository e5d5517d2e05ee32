// The table of systems and aliases, and the two spellings of a code. Held by tests/systems/code_system_test.cpp.
#include "core/systems/code_system.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace medcode {
namespace {

char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }
char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

constexpr const char* hcpcs_uri = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
constexpr const char* icd9_uri = "http://hl7.org/fhir/sid/icd-9-cm";
constexpr const char* us_government = "Work of the US government, in the public domain in the United States.";

/// Is one alias and the systems it stands for, the first of them being the usual meaning.
struct Alias {
  std::string_view name;
  std::span<const std::string_view> systems;
};

constexpr std::array<std::string_view, 1> cpt4 = {"cpt4"};
constexpr std::array<std::string_view, 2> hcpcs = {"hcpcs", "hcpcsmod"};
constexpr std::array<std::string_view, 1> hcpcs_codes = {"hcpcs"};
constexpr std::array<std::string_view, 1> hcpcsmod = {"hcpcsmod"};
constexpr std::array<std::string_view, 1> icd10cm = {"icd10cm"};
constexpr std::array<std::string_view, 1> icd10pcs = {"icd10pcs"};
constexpr std::array<std::string_view, 2> icd10 = {"icd10cm", "icd10pcs"};
constexpr std::array<std::string_view, 1> icd9cm = {"icd9cm"};
constexpr std::array<std::string_view, 1> icd9proc = {"icd9proc"};
constexpr std::array<std::string_view, 2> icd9 = {"icd9cm", "icd9proc"};
constexpr std::array<std::string_view, 4> icd = {"icd10cm", "icd10pcs", "icd9cm", "icd9proc"};
constexpr std::array<std::string_view, 1> loinc = {"loinc"};
constexpr std::array<std::string_view, 1> snomed = {"snomed"};
constexpr std::array<std::string_view, 1> rxnorm = {"rxnorm"};
constexpr std::array<std::string_view, 1> ndc = {"ndc"};
constexpr std::array<std::string_view, 1> cvx = {"cvx"};
constexpr std::array<std::string_view, 1> msdrg = {"msdrg"};
constexpr std::array<std::string_view, 1> ucum = {"ucum"};

constexpr std::array<Alias, 43> aliases = {{
    {"cpt4", cpt4},         {"cpt", cpt4},           {"cpt-4", cpt4},
    {"hcpcs", hcpcs_codes}, {"hcpc", hcpcs_codes},   {"hcpcs2", hcpcs_codes},
    {"hcpcsmod", hcpcsmod}, {"modifier", hcpcsmod},  {"hcpcs-modifier", hcpcsmod},
    {"hcpcs-all", hcpcs},   {"icd10cm", icd10cm},    {"icd-10-cm", icd10cm},
    {"cm", icd10cm},        {"icd10pcs", icd10pcs},  {"icd-10-pcs", icd10pcs},
    {"pcs", icd10pcs},      {"icd10", icd10},        {"icd-10", icd10},
    {"icd9cm", icd9cm},     {"icd-9-cm", icd9cm},    {"icd9proc", icd9proc},
    {"icd9pcs", icd9proc},  {"icd9", icd9},          {"icd-9", icd9},
    {"icd", icd},           {"loinc", loinc},        {"lnc", loinc},
    {"snomed", snomed},     {"snomedct", snomed},    {"snomed-ct", snomed},
    {"sct", snomed},        {"rxnorm", rxnorm},      {"rx", rxnorm},
    {"rxterms", rxnorm},    {"ndc", ndc},            {"cvx", cvx},
    {"vaccine", cvx},       {"msdrg", msdrg},        {"ms-drg", msdrg},
    {"drg", msdrg},         {"ucum", ucum},          {"unit", ucum},
    {"units", ucum},
}};

std::array<CodeSystem, 14> describe_systems() {
  return {{
      {"cpt4", "CPT", "http://www.ama-assn.org/go/cpt", "", "American Medical Association",
       "CPT is a registered trademark of the American Medical Association, which holds the copyright in its codes and "
       "descriptors; using them needs the AMA's licence. Names not read from a licensed file are this project's own plain words."},
      {"hcpcs", "HCPCS Level II", hcpcs_uri, "", "Centers for Medicare & Medicaid Services",
       "Work of the US government, in the public domain in the United States. D codes (CDT) belong to the American Dental "
       "Association and are not included."},
      {"hcpcsmod", "HCPCS modifiers", hcpcs_uri, "", "Centers for Medicare & Medicaid Services", us_government},
      {"icd10cm", "ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm", "", "CDC/NCHS",
       "US clinical modification by CDC/NCHS, in the public domain in the United States; ICD-10 itself is copyright World "
       "Health Organization."},
      {"icd10pcs", "ICD-10-PCS", "http://www.cms.gov/Medicare/Coding/ICD10", "", "Centers for Medicare & Medicaid Services",
       us_government},
      {"icd9cm", "ICD-9-CM diagnoses", icd9_uri, "", "CDC/NCHS",
       "US clinical modification by CDC/NCHS, in the public domain in the United States; in use until 30 September 2015."},
      {"icd9proc", "ICD-9-CM procedures", icd9_uri, "", "Centers for Medicare & Medicaid Services",
       "Work of the US government, in the public domain in the United States; in use until 30 September 2015."},
      {"loinc", "LOINC", "http://loinc.org", "", "Regenstrief Institute",
       "LOINC is copyright Regenstrief Institute, Inc. and the LOINC Committee, free of charge under the licence at "
       "https://loinc.org/license. LOINC is a registered trademark of Regenstrief Institute, Inc."},
      {"snomed", "SNOMED CT", "http://snomed.info/sct", "", "SNOMED International",
       "SNOMED CT is copyright SNOMED International; using it needs an affiliate licence, free of charge in member countries "
       "(in the United States through the National Library of Medicine)."},
      {"rxnorm", "RxNorm", "http://www.nlm.nih.gov/research/umls/rxnorm", "", "US National Library of Medicine",
       "Courtesy of the US National Library of Medicine, which does not endorse this product. Prescribable content is free to "
       "use; names that come from other vocabularies keep their owners' terms."},
      {"ndc", "NDC", "http://hl7.org/fhir/sid/ndc", "", "US Food and Drug Administration",
       "Work of the US government, in the public domain in the United States. A listing is not an approval by the FDA."},
      {"cvx", "CVX", "http://hl7.org/fhir/sid/cvx", "", "CDC/NCIRD", us_government},
      {"msdrg", "MS-DRG",
       "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software", "",
       "Centers for Medicare & Medicaid Services", us_government},
      {"ucum", "UCUM", "http://unitsofmeasure.org", "", "Regenstrief Institute",
       "The Unified Code for Units of Measure is copyright Regenstrief Institute, Inc. and the UCUM Organization, free of "
       "charge under the licence at https://ucum.org/license."},
  }};
}

/// Returns how many characters stand before the dot of a code of `system`; 0 for systems without one.
std::size_t length_before_dot(std::string_view system, std::string_view code) {
  if (system == "icd10cm") return 3;
  if (system == "icd9cm") return upper(code.front()) == 'E' ? 4 : 3;
  if (system == "icd9proc") return 2;
  return 0;
}

}  // namespace

std::span<const CodeSystem> known_systems() {
  static const std::array<CodeSystem, 14> systems = describe_systems();
  return systems;
}

const CodeSystem* find_known_system(std::string_view id_or_alias) {
  const std::span<const std::string_view> ids = systems_of_alias(id_or_alias);
  if (ids.empty()) return nullptr;
  for (const CodeSystem& system : known_systems()) {
    if (system.id == ids.front()) return &system;
  }
  return nullptr;
}

std::span<const std::string_view> systems_of_alias(std::string_view alias) {
  std::string wanted;
  for (const char letter : alias) wanted.push_back(lower(letter));
  for (const Alias& known : aliases) {
    if (known.name == wanted) return known.systems;
  }
  return {};
}

std::string code_identity(std::string_view system, std::string_view code) {
  const std::span<const CodeSystem> known = known_systems();
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const CodeSystem& each) { return each.id == system; });
  const bool is_forgiving = is_known && system != "ucum";
  return is_forgiving ? compact_code(code) : std::string(code);
}

std::string compact_code(std::string_view code) {
  std::string compact;
  compact.reserve(code.size());
  for (const char letter : code) {
    if (letter != '.' && letter != ' ' && letter != '-') compact.push_back(upper(letter));
  }
  return compact;
}

std::string canonical_code(std::string_view system, std::string_view code) {
  std::string canonical(code);
  if (code.empty() || code.find('.') != std::string_view::npos) return canonical;
  const std::size_t before_dot = length_before_dot(system, code);
  if (before_dot != 0 && code.size() > before_dot) canonical.insert(before_dot, 1, '.');
  return canonical;
}

}  // namespace medcode
