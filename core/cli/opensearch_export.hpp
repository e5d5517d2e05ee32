// How does a whole catalog get into OpenSearch?
//
// Exports run_export: `medcode export FILE --opensearch DIR` writes mappings.json (settings and fields of the index) and
// bulk-0001.ndjson ..., bodies of _bulk requests. OPENSEARCH.md describes both. Held by tests/cli/opensearch_test.cpp.
#pragma once

#include <iosfwd>
#include <string>

#include "core/base/result.hpp"
#include "core/engine.hpp"

namespace medcode {

struct ExportOptions {
  std::string file;     ///< the catalog
  std::string folder;   ///< where the files go; made where it is missing
  std::string details;  ///< folder of the detail packs; empty: beside the catalog
};

/// Returns the body that makes the index: analysis and the type of each field.
std::string opensearch_mappings();

/// Returns the document of one concept as one line of JSON. `details` is its part of a detail pack, empty when there is none;
/// `chapters` are the titles it lies in, separated by line ends.
std::string opensearch_document(const catalog::Catalog& catalog, std::uint32_t number, std::string_view details, std::string_view chapters);

/// Writes all files. Returns 0, or 1 when the catalog or a pack cannot be read or a file not be written, said on `problems`.
int run_export(const ExportOptions& options, std::ostream& out, std::ostream& problems);

}  // namespace medcode
