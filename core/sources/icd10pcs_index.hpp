// Which words lead to which ICD-10-PCS code, table or term?
//
// Exports the reader of the publisher's index (icd10pcs_index_YYYY.xml) and its recogniser. Held by
// tests/sources/icd10pcs_index_test.cpp.
//
//   Abortion / Laminaria  10A07ZW        <code>   index designation "Abortion, Laminaria" of that code
//   Abdominohysterectomy
//     see Resection, Uterus  0UT9        <see>    synonym for "resection uterus", and an index designation of the
//                                                 table 0UT (<codes> and <tab> give the start of codes)
//   Abdominal aortic plexus
//     use Abdominal Sympathetic Nerve    <use>    synonym for "abdominal sympathetic nerve"
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is the index of ICD-10-PCS.
bool is_icd10pcs_index(const SourceFile& file);

/// Returns index designations of codes and tables, and synonyms. One row of the report is one term.
Result<SourceContent> read_icd10pcs_index(const SourceFile& file);

}  // namespace medcode
