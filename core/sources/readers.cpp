// The formats that need XML or zips, and all of them together. Held by tests/sources/readers_test.cpp.
#include "core/sources/readers.hpp"

#include <vector>

#include "core/sources/cvx.hpp"
#include "core/sources/icd10cm_conversion.hpp"
#include "core/sources/icd10cm_drug.hpp"
#include "core/sources/icd10cm_index.hpp"
#include "core/sources/icd10cm_neoplasm.hpp"
#include "core/sources/icd10cm_tabular.hpp"
#include "core/sources/icd10pcs_definitions.hpp"
#include "core/sources/icd10pcs_index.hpp"
#include "core/sources/icd10pcs_tables.hpp"

namespace medcode {
namespace {

constexpr Reader readers_of_xml[] = {
    {"ICD-10-CM tabular list", is_icd10cm_tabular, read_icd10cm_tabular},
    {"ICD-10-CM alphabetic index", is_icd10cm_index, read_icd10cm_index},
    {"ICD-10-CM table of neoplasms", is_icd10cm_neoplasm, read_icd10cm_neoplasm},
    {"ICD-10-CM table of drugs and chemicals", is_icd10cm_drug_xml, read_icd10cm_drug_xml},
    {"ICD-10-CM table of drugs and chemicals, CSV", is_icd10cm_drug_csv, read_icd10cm_drug_csv},
    {"ICD-10-CM conversion table", is_icd10cm_conversion, read_icd10cm_conversion},
    {"ICD-10-PCS tables", is_icd10pcs_tables, read_icd10pcs_tables},
    {"ICD-10-PCS definitions", is_icd10pcs_definitions, read_icd10pcs_definitions},
    {"ICD-10-PCS index", is_icd10pcs_index, read_icd10pcs_index},
    {"CVX vaccines administered", is_cvx, read_cvx},
    {"CVX trade names", is_cvx_trade_names, read_cvx_trade_names},
};

std::vector<Reader> all_readers() {
  std::vector<Reader> readers(std::begin(readers_of_xml), std::end(readers_of_xml));
  readers.insert(readers.end(), formats_without_xml().readers.begin(), formats_without_xml().readers.end());
  return readers;
}

}  // namespace

const Formats& all_formats() {
  static const std::vector<Reader> readers = all_readers();
  static const Formats formats{readers, formats_without_xml().groups, formats_without_xml().foreign};
  return formats;
}

const Reader* recognise(const SourceFile& file) { return recognise(file, all_formats()); }

const GroupReader* recognise_spread_release(const SourceFile& head) {
  for (const GroupReader& reader : all_formats().groups) {
    if (reader.is_table != nullptr && reader.is_table(head)) return &reader;
  }
  return nullptr;
}

FolderReading read_folder(std::span<const SourceFile> files) { return read_folder(files, all_formats()); }

}  // namespace medcode
