// The table of what needs no library; foreign_files.hpp and the headers of the formats say what they know. Held by
// tests/sources/readers_test.cpp.
#include "core/sources/article_source.hpp"
#include "core/sources/athena.hpp"
#include "core/sources/chapter_table.hpp"
#include "core/sources/fhir_r4.hpp"
#include "core/sources/foreign_files.hpp"
#include "core/sources/formats.hpp"
#include "core/sources/gems.hpp"
#include "core/sources/hcpcs_csv.hpp"
#include "core/sources/hcpcs_fixed.hpp"
#include "core/sources/icd9cm.hpp"
#include "core/sources/loinc.hpp"
#include "core/sources/ndc_product.hpp"
#include "core/sources/order_file.hpp"
#include "core/sources/rxnorm_rrf.hpp"
#include "core/sources/small_csv.hpp"
#include "core/sources/snomed_rf2.hpp"
#include "core/sources/table.hpp"
#include "core/sources/ucum.hpp"
#include "core/sources/usage.hpp"

namespace medcode {
namespace {

constexpr Reader readers[] = {
    {"ICD-10 order file", is_order_file, read_order_file},
    {"HCPCS Level II annual file", is_hcpcs_fixed, read_hcpcs_fixed},
    {"HCPCS Level II CSV", is_hcpcs_csv, read_hcpcs_csv},
    {"General Equivalence Mapping", is_gem_text, read_gem_text},
    {"General Equivalence Mapping, CSV", is_gem_csv, read_gem_csv},
    {"ICD-9-CM titles", is_icd9cm, read_icd9cm},
    {"MS-DRG titles", is_msdrg, read_msdrg},
    {"RxTerms display names", is_rxterms, read_rxterms},
    {"LOINC commonest laboratory tests", is_loinc_top, read_loinc_top},
    {"UCUM units", is_ucum, read_ucum},
    {"FHIR R4 JSON", is_fhir_r4, read_fhir_r4},
    {"articles", is_article_file, read_articles},
    {"usage counts", is_usage, read_usage},
    {"chapters", is_chapter_table, read_chapter_table},
    {"table", is_table, read_table},
};

constexpr GroupReader groups[] = {
    {"Athena download", take_athena, read_athena},
    {"SNOMED CT RF2 snapshot", take_snomed_rf2, read_snomed_rf2, is_rf2_table},
    {"RxNorm RRF", take_rxnorm_rrf, read_rxnorm_rrf, is_rxnorm_table},
    {"LOINC release", take_loinc, read_loinc, is_loinc_table},
    {"NDC directory", take_ndc, read_ndc},
    {"table with a columns file", take_described_table, read_described_table},
};

constexpr ForeignFile foreign[] = {
    {"a PDF document, not a table of codes", is_pdf},
    {"a picture, not a table of codes", is_picture},
    {"an XML schema, not a table of codes", is_xml_schema},
    {"an office document, not a table of codes", is_office_document},
    {"a list of changes; the order file beside it already has them", is_order_file_addenda},
    {"a list of billable codes only; the order file has the same codes and their headers", is_billable_codes_file},
    {"the processing notes of the HCPCS file, which no code of it needs to be found", is_hcpcs_processing_notes},
    {"a SNOMED CT file of former states, or a reference set that no code needs to be found", is_rf2_table},
    {"an RxNorm table beside those that are read", is_rrf_table},
    {"a document that describes the files beside it", is_markdown_or_readme},
};

}  // namespace

const Formats& formats_without_xml() {
  static constexpr Formats formats{readers, groups, foreign};
  return formats;
}

}  // namespace medcode
