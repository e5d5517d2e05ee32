// Of which values is each ICD-10-PCS code composed?
//
// Exports the reader of the publisher's tables (icd10pcs_tables_YYYY.xml) and its recogniser. Held by
// tests/sources/icd10pcs_tables_test.cpp.
//
//   <pcsTable>   axes 1 to 3 with one value each: 0 Medical and Surgical, F Hepatobiliary System, 9 Drainage
//     <pcsRow>   axes 4 to 7 with the values that go together; codes="45" says how many codes they make
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is the ICD-10-PCS tables.
bool is_icd10pcs_tables(const SourceFile& file);

/// Returns the tables as AxisTable; pcs_axes.hpp makes the axes of each concept from them. One row of the
/// report is one <pcsRow>; refused when an axis is missing or the number of codes is not the one it says.
Result<SourceContent> read_icd10pcs_tables(const SourceFile& file);

}  // namespace medcode
