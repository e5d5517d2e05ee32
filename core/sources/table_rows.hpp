// How do the rows of a table become concepts once its columns are known?
//
// Exports read_table_rows, shared by read_table and read_described_table. Held by tests/sources/table_test.cpp.
#pragma once

#include <vector>

#include "core/base/result.hpp"
#include "core/sources/delimited.hpp"
#include "core/sources/source.hpp"
#include "core/sources/table_columns.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {

/// Reads the rows after the header row into `content` and lists the systems they speak of.
Result<Done> read_table_rows(DelimitedReader& reader, const TableHead& head, const std::vector<ColumnMeaning>& columns,
                             std::size_t fields_of_header, SourceContent& content);

}  // namespace medcode
