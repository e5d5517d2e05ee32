// Which ICD-10-CM code has a neoplasm of this site and behaviour?
//
// Exports the reader of the publisher's table of neoplasms (icd10cm_neoplasm_YYYY.xml) and its recogniser.
// Held by tests/sources/icd10cm_neoplasm_test.cpp.
//
//   breast / upper-outer quadrant   column 2, C50.4-   "malignant primary neoplasm of breast, upper-outer quadrant"
//                                   column 5, D24.-    "benign neoplasm of breast, upper-outer quadrant"
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is a table of neoplasms.
bool is_icd10cm_neoplasm(const SourceFile& file);

/// Returns one Concept per code with an index designation for each site. One row of the report is one site.
Result<SourceContent> read_icd10cm_neoplasm(const SourceFile& file);

}  // namespace medcode
