// Which units are in the UCUM table of @lhncbc/ucum-lhc (ucumDefs.min.json)?
//
// Exports the reader and its recogniser. Held by tests/sources/ucum_test.cpp.
//
// {"units": {"config": ["isBase_", "name_", "csCode_", ...], "data": [[true, "meter", "m", ...], ...]}}: each row of
// data has its fields in the order of config. csCode_ is the code (case sensitive), name_ the display, synonyms_
// synonyms separated by ";", printSymbol_ a short name, property_ the dimension, guidance_ a note.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the file starts as this table does.
bool is_ucum(const SourceFile& file);

/// Reads the units. Refusals have no line (JSON has none after parsing) and name the unit by its place in data.
Result<SourceContent> read_ucum(const SourceFile& file);

}  // namespace medcode
