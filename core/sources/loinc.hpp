// What is in a LOINC release (Loinc.csv, with LoincPartLink_Primary.csv and MapTo.csv where present)?
//
// Exports the group reader. Held by tests/sources/loinc_test.cpp.
//
// Comma-separated with quotes and a header:
//
//   Loinc.csv                  LONG_COMMON_NAME is the display, SHORTNAME a short, CONSUMER_NAME a lay name,
//                              DisplayName and RELATEDNAMES2 synonyms; the six parts of the name are the axes;
//                              COMMON_TEST_RANK becomes usage, DEPRECATED inactive
//   LoincPartLink_Primary.csv  the LP number of each axis
//   MapTo.csv                  "replaced-by" relations of deprecated numbers
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether this is one of the tables above.
bool is_loinc_table(const SourceFile& file);

/// Returns which files are tables of a LOINC release, empty when no Loinc.csv is among them. Of two, the larger is
/// taken: a release also holds LoincTableCore.csv. The other tables are those nearest to it.
std::vector<std::size_t> take_loinc(std::span<const SourceFile> files);

/// Reads them; the concepts come in the content of Loinc.csv.
Result<std::vector<SourceContent>> read_loinc(std::span<const SourceFile> files);

/// Returns whether `code` is digits, a hyphen and the right check digit (Luhn): "4548-4".
bool is_loinc_number(std::string_view code);

}  // namespace medcode
