// What do the drug table's entries become, whichever file they came from?
//
// Exports the step that icd10cm_drug_xml.cpp and icd10cm_drug_csv.cpp share. Held by
// tests/sources/icd10cm_drug_test.cpp.
#pragma once

#include "core/sources/index_tree.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Adds a concept per code of the table in `tree` to `content` and counts its entries in the report.
void add_substances(const IndexTree& tree, SourceContent& content);

}  // namespace medcode
