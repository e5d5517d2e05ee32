// What do the tables beside CONCEPT.csv add to the concepts?
//
// Exports the readers of CONCEPT_SYNONYM, CONCEPT_RELATIONSHIP and CONCEPT_ANCESTOR; each returns its report as a
// content without concepts. Rows are not stored. Held by tests/sources/athena_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/athena_concepts.hpp"
#include "core/sources/source.hpp"

namespace medcode {

Result<SourceContent> read_athena_synonyms(const SourceFile& file, AthenaConcepts& concepts);
Result<SourceContent> read_athena_relationships(const SourceFile& file, AthenaConcepts& concepts);

/// Requires: read_athena_relationships has been called for all tables, since only orphans get a parent from here.
Result<SourceContent> read_athena_ancestors(const SourceFile& file, AthenaConcepts& concepts);

}  // namespace medcode
