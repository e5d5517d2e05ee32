// The table itself, and the offering of files to it. Held by tests/sources/readers_test.cpp.
#include "core/sources/readers.hpp"

#include <utility>

#include "core/sources/article_source.hpp"
#include "core/sources/athena.hpp"
#include "core/sources/chapter_table.hpp"
#include "core/sources/cvx.hpp"
#include "core/sources/fhir_r4.hpp"
#include "core/sources/foreign_files.hpp"
#include "core/sources/gems.hpp"
#include "core/sources/hcpcs_csv.hpp"
#include "core/sources/hcpcs_fixed.hpp"
#include "core/sources/icd10cm_conversion.hpp"
#include "core/sources/icd10cm_drug.hpp"
#include "core/sources/icd10cm_index.hpp"
#include "core/sources/icd10cm_neoplasm.hpp"
#include "core/sources/icd10cm_tabular.hpp"
#include "core/sources/icd10pcs_definitions.hpp"
#include "core/sources/icd10pcs_index.hpp"
#include "core/sources/icd10pcs_tables.hpp"
#include "core/sources/icd9cm.hpp"
#include "core/sources/loinc.hpp"
#include "core/sources/ndc_product.hpp"
#include "core/sources/order_file.hpp"
#include "core/sources/report.hpp"
#include "core/sources/rxnorm_rrf.hpp"
#include "core/sources/small_csv.hpp"
#include "core/sources/snomed_rf2.hpp"
#include "core/sources/table.hpp"
#include "core/sources/ucum.hpp"
#include "core/sources/usage.hpp"

namespace medcode {

std::span<const Reader> readers() {
  static constexpr Reader table[] = {
      {"ICD-10 order file", is_order_file, read_order_file},
      {"HCPCS Level II annual file", is_hcpcs_fixed, read_hcpcs_fixed},
      {"HCPCS Level II CSV", is_hcpcs_csv, read_hcpcs_csv},
      {"ICD-10-CM tabular list", is_icd10cm_tabular, read_icd10cm_tabular},
      {"ICD-10-CM alphabetic index", is_icd10cm_index, read_icd10cm_index},
      {"ICD-10-CM table of neoplasms", is_icd10cm_neoplasm, read_icd10cm_neoplasm},
      {"ICD-10-CM table of drugs and chemicals", is_icd10cm_drug_xml, read_icd10cm_drug_xml},
      {"ICD-10-CM table of drugs and chemicals, CSV", is_icd10cm_drug_csv, read_icd10cm_drug_csv},
      {"ICD-10-CM conversion table", is_icd10cm_conversion, read_icd10cm_conversion},
      {"ICD-10-PCS tables", is_icd10pcs_tables, read_icd10pcs_tables},
      {"ICD-10-PCS definitions", is_icd10pcs_definitions, read_icd10pcs_definitions},
      {"ICD-10-PCS index", is_icd10pcs_index, read_icd10pcs_index},
      {"General Equivalence Mapping", is_gem_text, read_gem_text},
      {"General Equivalence Mapping, CSV", is_gem_csv, read_gem_csv},
      {"ICD-9-CM titles", is_icd9cm, read_icd9cm},
      {"CVX vaccines administered", is_cvx, read_cvx},
      {"CVX trade names", is_cvx_trade_names, read_cvx_trade_names},
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
  return table;
}

std::span<const GroupReader> group_readers() {
  static constexpr GroupReader table[] = {
      {"Athena download", take_athena, read_athena},
      {"SNOMED CT RF2 snapshot", take_snomed_rf2, read_snomed_rf2, is_rf2_table},
      {"RxNorm RRF", take_rxnorm_rrf, read_rxnorm_rrf, is_rxnorm_table},
      {"LOINC release", take_loinc, read_loinc, is_loinc_table},
      {"NDC directory", take_ndc, read_ndc},
      {"table with a columns file", take_described_table, read_described_table},
  };
  return table;
}

std::span<const ForeignFile> foreign_files() {
  static constexpr ForeignFile table[] = {
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
  return table;
}

const Reader* recognise(const SourceFile& file) {
  for (const Reader& reader : readers()) {
    if (reader.recognises(file)) return &reader;
  }
  return nullptr;
}

const GroupReader* recognise_spread_release(const SourceFile& head) {
  for (const GroupReader& reader : group_readers()) {
    if (reader.is_table != nullptr && reader.is_table(head)) return &reader;
  }
  return nullptr;
}

std::string reason_to_skip(const SourceFile& file) {
  for (const ForeignFile& foreign : foreign_files()) {
    if (foreign.recognises(file)) return std::string(foreign.reason);
  }
  return "no reader knows this format";
}

namespace {

/// Offers the files not yet taken to one group reader. Returns whether it took any.
bool read_group(const GroupReader& reader, std::span<const SourceFile> files, std::vector<bool>& taken, FolderReading& reading) {
  std::vector<SourceFile> free;
  std::vector<std::size_t> places;
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (taken[index]) continue;
    free.push_back(files[index]);
    places.push_back(index);
  }
  const std::vector<std::size_t> chosen = reader.takes(free);
  std::vector<SourceFile> together;
  for (const std::size_t index : chosen) {
    together.push_back(free[index]);
    taken[places[index]] = true;
  }
  if (together.empty()) return false;
  Result<std::vector<SourceContent>> contents = reader.read(together);
  if (!contents) {
    reading.errors.push_back(contents.error());
    return true;
  }
  for (SourceContent& content : *contents) reading.contents.push_back(std::move(content));
  return true;
}

}  // namespace

FolderReading read_folder(std::span<const SourceFile> files) {
  FolderReading reading;
  std::vector<bool> taken(files.size(), false);
  for (const GroupReader& reader : group_readers()) {
    while (read_group(reader, files, taken, reading)) continue;
  }
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (taken[index]) continue;
    const SourceFile& file = files[index];
    if (is_empty_file(file)) {
      reading.errors.push_back(empty_file(file, "file"));
      continue;
    }
    const Reader* reader = recognise(file);
    if (reader == nullptr) {
      reading.skipped.push_back(SkippedFile{file.name, reason_to_skip(file)});
      continue;
    }
    Result<SourceContent> content = reader->read(file);
    if (content) {
      reading.contents.push_back(std::move(*content));
    } else {
      reading.errors.push_back(content.error());
    }
  }
  return reading;
}

}  // namespace medcode
