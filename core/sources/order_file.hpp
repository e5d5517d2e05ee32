// What is in an ICD-10-CM or ICD-10-PCS order file?
//
// One line a code, in columns: 1-5 order number, 7-13 code without its dot, 15 whether it is billable,
// 17-76 short title, 78- long title.
//
//   00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to Vibrio ...
//
// Which of the two systems it is shows in the codes. Held by tests/sources/order_file_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the first line has the columns of an order file.
bool is_order_file(const SourceFile& file);

/// Reads every line as a concept: display is the long title, the short one a designation, the parent is the
/// longest header that the code begins with. The release is the year in the file's or its zip's name.
Result<SourceContent> read_order_file(const SourceFile& file);

}  // namespace medcode
