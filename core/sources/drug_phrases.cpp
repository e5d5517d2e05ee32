#include "core/sources/drug_phrases.hpp"

#include <array>
#include <string>
#include <string_view>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/index_phrases.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

/// What the columns of the table say, short: there are 43,000 of these phrases.
constexpr std::array<std::string_view, 8> events = {"",
                                                    "",
                                                    "poisoning, accidental",
                                                    "poisoning, self-harm",
                                                    "poisoning, assault",
                                                    "poisoning, undetermined",
                                                    "adverse effect",
                                                    "underdosing"};

void add_substance(const IndexTree& tree, std::size_t number, ConceptGatherer& codes, SourceReport& report) {
  const IndexEntry& entry = tree.entry(number);
  const std::string substance = phrase_of(tree, number, PathStyle::Substance);
  const IndexTarget target = target_of(tree, number);
  if (target.codes.empty()) return skip(report, target.reason, entry.line, substance);
  if (substance.size() > max_phrase_bytes) return refuse(report, entry.line, too_long_phrase(substance));
  for (const IndexCode& code : target.codes) {
    if (code.column >= events.size() || events[code.column].empty()) {
      return refuse(report, entry.line, "The table has a column " + std::to_string(code.column) + "; only 2 to 7 have a known meaning.");
    }
    codes.add_designation(code.code, DesignationUse::Index, substance + " " + std::string(events[code.column]));
  }
  ++report.read;
}

}  // namespace

void add_substances(const IndexTree& tree, SourceContent& content) {
  ConceptGatherer codes("icd10cm");
  for (std::size_t number = 0; number < tree.size(); ++number) add_substance(tree, number, codes, content.report);
  content.concepts = codes.take();
}

}  // namespace medcode
