// How are the rows of a CSV with a header walked?
//
// Exports for_each_row, which the readers of small tables share: it reads the header, counts blank rows as
// skipped and refuses rows that are not as wide as the header. Held by tests/sources/small_csv_test.cpp.
#pragma once

#include <functional>

#include "core/base/result.hpp"
#include "core/sources/delimited.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Calls `take` for each row that has as many fields as the header. Errors: those of DelimitedReader; an empty file.
Result<Done> for_each_row(const SourceFile& file, SourceContent& content, const std::function<void(const Columns&, const Row&)>& take);

}  // namespace medcode
