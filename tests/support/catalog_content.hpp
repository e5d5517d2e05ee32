// From what are the catalogs of the tests made?
//
// Exports TestContent, which owns what catalog::CatalogContent points to, and hand_made_content(), a small catalog
// that has one of everything: headers, inactive and retired codes, other names of several uses, chapters, articles,
// packs, a lexicon, characters beyond 16 bits.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/catalog/catalog_builder.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::testing {

struct TestContent {
  std::vector<CodeSystem> systems;
  std::vector<Concept> concepts;
  std::vector<Group> groups;
  std::vector<std::uint32_t> with_article;
  std::vector<catalog::PackEntry> packs;
  std::string lexicon;

  catalog::CatalogContent view() const { return {systems, concepts, groups, with_article, packs, lexicon}; }
  Result<std::string> build() const { return catalog::build_catalog(view()); }

  /// Adds a concept to the last system.
  Concept& add(std::string code, std::string display, std::vector<Designation> others = {}, Billing billing = Billing::NotApplicable) {
    Concept entry;
    entry.system = systems.back().id;
    entry.code = std::move(code);
    entry.display = std::move(display);
    entry.designations = std::move(others);
    entry.billing = billing;
    concepts.push_back(std::move(entry));
    return concepts.back();
  }
};

/// Sorts the concepts as build_catalog wants them: by system, then compact code, then code.
inline void sort_concepts(TestContent& content) {
  const auto place = [&content](const Concept& entry) {
    return std::find_if(content.systems.begin(), content.systems.end(), [&entry](const CodeSystem& system) { return system.id == entry.system; });
  };
  std::sort(content.concepts.begin(), content.concepts.end(), [&place](const Concept& a, const Concept& b) {
    if (a.system != b.system) return place(a) < place(b);
    const std::string compact_a = compact_code(a.code);
    const std::string compact_b = compact_code(b.code);
    return compact_a != compact_b ? compact_a < compact_b : a.code < b.code;
  });
}

inline void add_diagnoses(TestContent& content) {
  using enum DesignationUse;
  constexpr Billing header = Billing::Header;
  constexpr Billing billable = Billing::Billable;
  content.systems.push_back({"icd10cm", "ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm", "2026", "CDC/NCHS", "Public domain."});
  content.add("E11", "Type 2 diabetes mellitus", {{Synonym, "Adult-onset diabetes"}, {Lay, "high blood sugar"}}, header);
  content.add("E11.2", "Type 2 diabetes mellitus with kidney complications", {}, header);
  content.add("E11.21", "Type 2 diabetes mellitus with diabetic nephropathy", {}, billable);
  content.add("E11.9", "Type 2 diabetes mellitus without complications", {{Abbreviation, "T2DM"}}, billable).usage = 900;
  content.add("I21", "Acute myocardial infarction", {}, header);
  content.add("I21.9", "Acute myocardial infarction, unspecified", {{Lay, "heart attack"}}, billable).usage = 300;
  content.add("J13", "Pneumonia due to Streptococcus pneumoniae", {{Synonym, "Pneumococcal pneumonia"}}, billable);
  content.add("J18", "Pneumonia, unspecified organism", {}, header);
  content.add("J18.9", "Pneumonia", {{Inclusion, "Lung infection (community acquired)"}}, billable).usage = 500;
  content.add("S82.2", "Fracture of shaft of tibia", {}, header);
  content.add("S82.201A", "Fracture of shaft of right tibia, initial encounter", {}, billable);
  content.add("S82.202A", "Fracture of shaft of left tibia, initial encounter", {}, billable);
  content.add("S82.9", "Open fracture of left ankle", {}, billable);
  content.add("Z99.8", "Dependence on an older machine", {}, billable).status = Status::Inactive;
  content.groups.push_back({"icd10cm", "E00-E89", "Endocrine, nutritional and metabolic diseases", "", "E00", "E89", {}});
  content.groups.push_back({"icd10cm", "E08-E13", "Diabetes mellitus", "E00-E89", "E08", "E13", {}});
  content.groups.push_back({"icd10cm", "S00-T88", "Injury and poisoning", "", "S00", "T88", {}});
}

inline void add_supplies(TestContent& content) {
  using enum DesignationUse;
  content.systems.push_back({"hcpcs", "HCPCS Level II", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "2026-01", "CMS", "Public domain."});
  content.add("C1874", "Stent, coated, with delivery system", {{Short, "Stent, coated w/del"}});
  content.add("E0100", "Cane, adjustable or fixed, with tip", {{Lay, "walking stick"}});
  content.add("E0143", "Walker, folding, wheeled");
  content.add("J1815", "Injection, insulin, per 5 units");
  Concept& old = content.add("K0099", "Walker of the year before");
  old.status = Status::Inactive;
  old.properties.push_back({"retired", "2020-12-31"});
  content.systems.push_back({"local", "Names of this house", "", "", "", ""});
  content.add("L1", "😀 smile therapy with a 糖尿病 stent", {{Synonym, "β-blocker 😀 infusion"}});
  content.add("L2", "Ménière's disease: vertigo, [chronic] (both ears)");
}

inline TestContent hand_made_content() {
  TestContent content;
  add_diagnoses(content);
  add_supplies(content);
  content.with_article = {3, 15};
  const auto find = [&content](std::string_view code) -> Concept& {
    return *std::find_if(content.concepts.begin(), content.concepts.end(), [code](const Concept& entry) { return entry.code == code; });
  };
  find("E11.21").relations = {{"maps-to", "icd10cm", "E11.9", {}}, {"replaced-by", "icd10cm", "I21", {}}, {"maps-to", "elsewhere", "1", {}}};
  find("S82.9").relations = {{"maps-to", "hcpcs", "C1874", {}}};
  find("E0100").relations = {{"maps-to", "icd10cm", "I21.9", {}}, {"maps-to", "icd10cm", "E11.9", {"approximate"}}};
  find("E11.2").notes = {{NoteKind::UseAdditionalCode, "Use additional code for dialysis status (Z99.2)"}};
  find("S82.9").notes = {{NoteKind::Excludes2, "Grafts"}, {NoteKind::Includes, "fracture in dialysis"}};
  content.packs = {{0, "icd10cm-0000.json.gz"}, {14, "hcpcs-0000.json.gz"}, {19, "local-0000.json.gz"}};
  const std::vector<text::LexiconEntry> lexicon{{text::LexiconKind::Abbreviation, "fx", {"fracture"}, {}},
                                                {text::LexiconKind::Abbreviation, "rt", {"right"}, {}},
                                                {text::LexiconKind::Abbreviation, "mi", {"myocardial infarction"}, {"icd10cm"}},
                                                {text::LexiconKind::Lay, "please", {"-"}, {}},
                                                {text::LexiconKind::Lay, "broken shin bone", {"fracture tibia"}, {}},
                                                {text::LexiconKind::Equivalent, "renal", {"kidney"}, {}}};
  content.lexicon = text::write_lexicon(lexicon);
  return content;
}

}  // namespace medcode::testing
