// What does every source reader take and give?
//
// A reader is one function `Result<SourceContent> read_...(const SourceFile&)` over bytes in memory; it
// never opens files. It returns an Error only when the file as a whole cannot be used; a single bad
// row is a Refusal in the report and the reading goes on. Held by tests/sources/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/axis_table.hpp"
#include "core/systems/article.hpp"
#include "core/systems/code_system.hpp"
#include "core/systems/concept.hpp"

namespace medcode {

/// Is one file as it lies on disk or as a member of a zip. The bytes belong to the caller and must
/// outlive the call; nothing in the returned content points into them.
struct SourceFile {
  std::string name;        ///< as shown to people: "dir/a.zip:member.txt"
  std::string_view bytes;
};

/// Is one row (or XML node) that was not taken, and why.
struct Refusal {
  std::size_t line = 0;  ///< 1-based line in the file
  std::string reason;    ///< one sentence with the offending piece quoted
};

/// Counts the rows that were skipped for one reason, with the first of them as an example.
struct SkipReason {
  std::string reason;           ///< one sentence: "refers to an entry that is not in this index"
  std::size_t count = 0;
  std::size_t first_line = 0;   ///< 1-based line of the first such row; 0 when unknown
  std::string example;          ///< the first such row in short
};

/// Counts what became of the rows of one file. read + skipped + refused == rows of the file.
struct SourceReport {
  std::string file;
  std::string format;       ///< "ICD-10-CM order file"
  std::size_t read = 0;     ///< rows that became content
  std::size_t skipped = 0;  ///< rows that by the format carry nothing for us (headings, blank lines)
  std::size_t refused = 0;  ///< rows that are wrong; >= refusals.size()
  std::vector<Refusal> refusals;  ///< the first `max_refusals_kept`
  std::size_t warned = 0;  ///< rows that were read although something about them is odd; >= warnings.size()
  std::vector<Refusal> warnings;  ///< the first `max_refusals_kept`
  std::vector<SkipReason> skip_reasons;  ///< why rows were skipped, where a reader can tell reasons apart
};

/// Limit of refusals kept with their reason per file; further ones are only counted.
inline constexpr std::size_t max_refusals_kept = 1000;

/// Says what a source is for, in the order in which sources of one system are merged.
enum class SourceRole : std::uint8_t {
  CodeList,  ///< defines which codes exist and their display (order file, HCPCS, LOINC, Athena ...)
  Tabular,   ///< describes codes; a code that no code list of a later release knows becomes inactive
  Index,     ///< adds designations to codes that exist
  Mapping,   ///< adds relations to codes that exist
  Local,     ///< starter catalog or a table of one's own: adds to codes that exist, defines others
  Usage,     ///< adds usage counts to codes that exist
};

/// Says that, within one system, people who write `from` mean what its names call `to`:
/// {"icd10pcs", "cholecystectomy", "resection gallbladder"}. Goes to the catalog's lexicon.
struct TermSynonym {
  std::string system;
  std::string from;
  std::string to;
};

/// Is everything one file holds.
struct SourceContent {
  SourceRole role = SourceRole::CodeList;
  std::string release;               ///< sortable release of this file: "2026", "2026-01"; empty when unknown
  bool partial = false;              ///< a code list that is only a part of its system (LOINC's commonest, RxTerms, a
                                     ///< FHIR fragment): a code missing from it is not a retired code
  SourceReport report;
  std::vector<CodeSystem> systems;   ///< each system the file speaks of, once
  std::vector<Concept> concepts;
  std::vector<Group> groups;
  std::vector<Article> articles;
  std::vector<TermSynonym> synonyms;
  std::vector<AxisTable> axis_tables;            ///< which codes may be composed, and of which labelled values
  std::vector<AxisDefinition> axis_definitions;  ///< what the labels of axis values mean
};

}  // namespace medcode
