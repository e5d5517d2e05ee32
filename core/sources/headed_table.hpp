// How is a small table of ours read whose first line is its header: usage counts, chapters?
//
// Exports comma_or_tab and read_headed_table. Held by tests/sources/usage_test.cpp and tests/sources/chapter_table_test.cpp.
#pragma once

#include <string_view>

#include "core/base/result.hpp"
#include "core/sources/delimited.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns the dialect of a table whose header row has tabs or commas.
Dialect comma_or_tab(const SourceFile& file);

/// Reads the rows after the header into `content`.
using RowsReader = Result<Done> (*)(DelimitedReader& reader, const Columns& columns, SourceContent& content);

/// Checks the encoding, reads the header row, which counts as skipped, and gives the rest to `read_rows`.
Result<SourceContent> read_headed_table(const SourceFile& file, std::string_view format, SourceRole role, RowsReader read_rows);

}  // namespace medcode
