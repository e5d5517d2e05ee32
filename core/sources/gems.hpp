// Which code of the other revision of the ICD does a code map to?
//
// Exports the readers of the General Equivalence Mappings, CMS's text files (2018_I10gem.txt, 2018_I9gem.txt)
// and the CSV form of the procedure mappings, and their recognisers. Held by tests/sources/gems_test.cpp.
//
//   A000    0010  00000     ICD-10-CM, ICD-9-CM, flags; the other file has the columns 5 and 7 wide instead
//                 ||||+--   choice list within a scenario
//                 |||+---   scenario: one way to express the code as a combination
//                 ||+----   combination: several targets together
//                 |+-----   no map: the target is "NoDx" or "NoPCS"
//                 +------   approximate
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the first line of `file` is a row of a GEM text file.
bool is_gem_text(const SourceFile& file);

/// Returns one Concept per source code with a relation "maps-to" for each row.
Result<SourceContent> read_gem_text(const SourceFile& file);

/// Returns whether `file` is a CSV of procedure mappings: its header names icd10cm, icd9cm and the flags. (That
/// form calls its column of ICD-10-PCS codes icd10cm; the codes tell which they are.)
bool is_gem_csv(const SourceFile& file);

/// Returns the same from the CSV.
Result<SourceContent> read_gem_csv(const SourceFile& file);

}  // namespace medcode
