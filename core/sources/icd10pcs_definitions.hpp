// What do the terms of ICD-10-PCS mean, and which everyday words do they stand for?
//
// Exports the reader of the publisher's definitions (icd10pcs_definitions_YYYY.xml) and its recogniser. Held by
// tests/sources/icd10pcs_definitions_test.cpp.
//
//   <terms><title>Excision</title> <definition> <explanation> <includes>Partial nephrectomy, liver biopsy
//        an AxisDefinition of section 0, position 3; the examples become synonyms one by one
//   <terms><title>Abdominal Aorta</title> <includes>Inferior phrenic artery</includes> ...
//        synonym: who types "inferior phrenic artery" means "abdominal aorta"
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is the ICD-10-PCS definitions.
bool is_icd10pcs_definitions(const SourceFile& file);

/// Returns definitions by axis and synonyms of terms. One row of the report is one <terms> (read) or one
/// <aggregate> of devices (skipped: it says how to count, not what is meant).
Result<SourceContent> read_icd10pcs_definitions(const SourceFile& file);

}  // namespace medcode
