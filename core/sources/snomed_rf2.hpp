// What is in a SNOMED CT release (RF2 snapshot)?
//
// Exports the group reader and the recognisers of RF2 files it has no use for. Held by tests/sources/snomed_rf2_test.cpp.
//
// Tab-separated with a header, a quote being a letter. Only rows with active = 1 count, except that an inactive
// concept stays, as inactive:
//
//   Concept            one concept a row; the youngest effectiveTime is the release
//   Description        the preferred term of the US English language reference set is the display, or, without that
//                      set, the fully specified name without its tag; further terms are synonyms; the tag of the
//                      fully specified name, "(disorder)", is the property "semantic-tag"
//   TextDefinition     notes
//   Language           which terms are preferred
//   Relationship       inferred is-a: the first is the parent, further ones relations "is-a"
//   ExtendedMap        to ICD-10-CM: relations "maps-to", flags "group 1", "priority 2", "rule ...", "advice ..."
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns the RF2 files that are read, empty when no Concept file is among them. Where a file name says Snapshot,
/// files whose names say Full or Delta are left.
std::vector<std::size_t> take_snomed_rf2(std::span<const SourceFile> files);

/// Reads them; the concepts come in the content of the Concept file with most rows.
Result<std::vector<SourceContent>> read_snomed_rf2(std::span<const SourceFile> files);

/// Returns whether this is some table of an RF2 release: what take_snomed_rf2 leaves of them is history
/// (Full, Delta) or a reference set a search has no use for.
bool is_rf2_table(const SourceFile& file);

}  // namespace medcode
