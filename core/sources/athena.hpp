// What is in an OHDSI Athena download (CONCEPT.csv and the tables beside it)?
//
// Exports the group reader. Held by tests/sources/athena_test.cpp.
//
// Tab-separated with a header, and a quote is a letter like any other. The tables of one download:
//
//   CONCEPT, CONCEPT_CPT4   one concept a row; vocabulary_id in lower case is our system id (athena_vocabulary.hpp)
//   CONCEPT_SYNONYM         synonyms; the one that goes on where OMOP cut a name at 255 characters becomes the display
//   CONCEPT_RELATIONSHIP    "Is a" inside one vocabulary: the first is the parent, further ones relations "is-a";
//                           "Maps to" and the kinds of athena_relations.cpp: relations; inverse and other kinds skipped
//   CONCEPT_ANCESTOR        parents (one level) of concepts for which no "Is a" was found
//   VOCABULARY              titles and versions; its row "None" dates the download, which is the release
//
// Concepts of all tables come in the content of the CONCEPT table with most rows; the other contents are reports only.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns which files are tables of an Athena download, empty when no CONCEPT table is among them.
std::vector<std::size_t> take_athena(std::span<const SourceFile> files);

/// Reads them. An Error when a table lacks a column or none of the concepts could be read.
/// Memory: the concepts kept and some 60 bytes a concept for finding them by OMOP's number; relationship,
/// synonym and ancestor rows are not stored.
Result<std::vector<SourceContent>> read_athena(std::span<const SourceFile> files);

}  // namespace medcode
