// The words for what did not fit. Held by tests/sources/merge_test.cpp.
#include "core/sources/merge_report.hpp"

#include <utility>

namespace medcode {

std::string_view sentence_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::UnknownCode: return "adds to a code that no source defines; left out";
    case FindingKind::UnknownParent: return "names a parent that is not a code of the system; the code has no parent now";
    case FindingKind::ParentCycle: return "makes a code its own ancestor; the code has no parent now";
    case FindingKind::NameConflict: return "names a code differently than another source of the same rank; kept as a synonym";
    case FindingKind::StatusConflict: return "says inactive of a code that is active in its code list; the code list wins";
    case FindingKind::NotInCodeList: return "defines a code that the code list of its system does not have; kept";
    case FindingKind::OlderName: return "is an older release and names a code differently; the newer name is kept";
    case FindingKind::OlderRecord: return "is an older tabular of a code that a newer one describes; left out";
    case FindingKind::OlderGroups: return "is an older tabular with chapters and sections of its own; left out";
    case FindingKind::RetiredCode: return "is an older release with a code that the newest no longer has; kept as inactive";
    case FindingKind::DuplicateArticle: return "has a second article on a concept; the one reviewed last is kept";
  }
  return {};
}

std::string_view finding_kind_name(FindingKind kind) {
  switch (kind) {
    case FindingKind::UnknownCode: return "unknown-code";
    case FindingKind::UnknownParent: return "unknown-parent";
    case FindingKind::ParentCycle: return "parent-cycle";
    case FindingKind::NameConflict: return "name-conflict";
    case FindingKind::StatusConflict: return "status-conflict";
    case FindingKind::NotInCodeList: return "not-in-code-list";
    case FindingKind::OlderName: return "older-name";
    case FindingKind::OlderRecord: return "older-record";
    case FindingKind::OlderGroups: return "older-groups";
    case FindingKind::RetiredCode: return "retired-code";
    case FindingKind::DuplicateArticle: return "duplicate-article";
  }
  return {};
}

void FindingCollector::add(FindingKind kind, const std::string& file, const std::string& system, std::string example) {
  MergeFinding& finding = findings_[std::make_tuple(kind, file, system)];
  ++finding.count;
  if (finding.examples.size() < max_examples) finding.examples.push_back(std::move(example));
}

std::vector<MergeFinding> FindingCollector::take() const {
  std::vector<MergeFinding> findings;
  for (const auto& [key, finding] : findings_) {
    findings.push_back(finding);
    findings.back().kind = std::get<0>(key);
    findings.back().file = std::get<1>(key);
    findings.back().system = std::get<2>(key);
  }
  return findings;
}

}  // namespace medcode
