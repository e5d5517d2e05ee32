// What does the ICD-10-CM tabular list say of each code beyond its title?
//
// Exports the reader of the publisher's tabular XML (icd10cm_tabular_YYYY.xml) and its recogniser. Held by
// tests/sources/icd10cm_tabular_test.cpp.
//
//   <chapter>, <section>  a Group with its notes; a section within the range of another one gets it as parent
//   <diag>                a Concept: <desc> the display, <inclusionTerm> inclusion designations, the rest notes
//   <includes>            notes; on a code also inclusion designations where they read like names
//   <sevenChrDef>         notes "A: initial encounter", kept on the node where they stand: children inherit them
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is an ICD-10-CM tabular list.
bool is_icd10cm_tabular(const SourceFile& file);

/// Returns chapters, sections and codes of a tabular list. One row of the report is one chapter, section or
/// code. An element that this reader does not know is counted as skipped with its name.
Result<SourceContent> read_icd10cm_tabular(const SourceFile& file);

}  // namespace medcode
