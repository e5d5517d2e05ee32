// Which ICD-10-CM code took the place of which older one?
//
// Exports the reader of the publisher's conversion table, a workbook (ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx), and
// its recogniser. Held by tests/sources/icd10cm_conversion_test.cpp.
//
//   Current code assignment | Effective | Previous Code(s) Assignment
//   A04.71                  | 2017      | A04.7       A04.71 replaces A04.7; A04.7 is replaced-by A04.71
//   S92.811A                | 2016      | None        skipped: new without a former code
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is an Office workbook whose first sheet has the headings of the table. Also true for a
/// damaged workbook, so that reading it says what is wrong. Unpacks the workbook: some 10 ms.
bool is_icd10cm_conversion(const SourceFile& file);

/// Returns the relations of both codes of each row, with the flag "since 2017". A workbook without the table's
/// heading is an error.
Result<SourceContent> read_icd10cm_conversion(const SourceFile& file);

}  // namespace medcode
