// Which words lead to which ICD-10-CM code in the publisher's alphabetic indexes?
//
// Exports the reader of the index to diseases and of the external-cause index (icd10cm_index_YYYY.xml,
// icd10cm_eindex_YYYY.xml) and its recogniser. Held by tests/sources/icd10cm_index_test.cpp.
//
//   Diabetes, diabetic (mellitus) (sugar)   E11.9    index designation of E11.9: the title with its modifiers
//     type 2
//       with
//         neuropathy                        E11.40   "Diabetes, diabetic, type 2, with neuropathy"
//   Sugar diabetes, see Diabetes                     "Sugar diabetes" becomes a designation of E11.9 too
//   Fracture, forearm                       S52.9-   the hyphen is cut: the name goes to the category
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is an alphabetic index of ICD-10-CM.
bool is_icd10cm_index(const SourceFile& file);

/// Returns one Concept per code with its index designations. One row of the report is one term; a term
/// without code whose reference cannot be followed to one is skipped with the reason.
Result<SourceContent> read_icd10cm_index(const SourceFile& file);

}  // namespace medcode
