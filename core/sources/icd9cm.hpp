// Which codes has ICD-9-CM, the classification in use until September 2015?
//
// Exports the reader of CMS's final master descriptions (CMS32_DESC_LONG_DX.txt and its three companions) and
// its recogniser. Held by tests/sources/icd9cm_test.cpp.
//
//   0413  Friedländer's bacillus ...    diagnoses (icd9cm): 5 columns of code without its dot, blank, title
//   0001 Therapeutic ultrasound ...     procedures (icd9proc): 4 columns, blank, title
//
// Latin-1, a code a line. A file of which no title is longer than 24 characters holds the short titles: it
// adds short designations to the codes that the long file defines.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the first lines of `file` are ICD-9-CM codes with titles.
bool is_icd9cm(const SourceFile& file);

/// Returns every code of the file. Refused: a code of the wrong shape, a code without title, one given twice.
Result<SourceContent> read_icd9cm(const SourceFile& file);

}  // namespace medcode
