// What is in a table of one's own: the starter catalog, a charge master, a local code list?
//
// Exports the reader of the TSV and CSV tables of FORMATS.md and the reader of any other CSV for which a small
// columns file says which column is what. Held by tests/sources/table_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the header row has the columns "code" and "display", or the file starts with "#system".
bool is_table(const SourceFile& file);

/// Reads a table of FORMATS.md. Its role is Local.
Result<SourceContent> read_table(const SourceFile& file);

/// Takes a columns file (it starts with "#columns-of") and the file it names, where that is among `files`.
std::vector<std::size_t> take_described_table(std::span<const SourceFile> files);

/// Reads the rows of files[1] as the columns file files[0] says; columns it does not name are left out.
Result<std::vector<SourceContent>> read_described_table(std::span<const SourceFile> files);

}  // namespace medcode
