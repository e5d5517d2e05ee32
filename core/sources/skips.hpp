// Why were rows skipped?
//
// Exports skip, the counterpart of refuse (report.hpp) for rows that are right but carry nothing for us.
// Held by tests/sources/skips_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/sources/source.hpp"

namespace medcode {

/// Counts a row as skipped for `reason`, one of a few fixed sentences of a reader; the first row of each
/// reason is kept as an example with its line.
void skip(SourceReport& report, std::string_view reason, std::size_t line, std::string_view example);

}  // namespace medcode
