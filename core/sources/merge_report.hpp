// What was odd when the sources were put together?
//
// Exports MergeReport: what did not fit, counted by kind, file and system with a few examples, and how many
// concepts each system has. Held by tests/sources/merge_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace medcode {

enum class FindingKind : std::uint8_t {
  UnknownCode,       ///< adds to a code that no source defines; left out
  UnknownParent,     ///< the parent is not a code of the system; the concept stays, without parent
  ParentCycle,       ///< a concept would be its own ancestor; the concept stays, without parent
  NameConflict,      ///< two sources of the same rank name a code differently; the second becomes a synonym
  StatusConflict,    ///< a local table says inactive of a code that its code list says is active; the list wins
  NotInCodeList,     ///< a local table defines a code that the code list of the system does not have; kept
  OlderName,         ///< an older release names a code differently; left out
  OlderRecord,       ///< an older tabular describes a code that a newer one describes; left out
  OlderGroups,       ///< an older tabular has chapters and sections too; left out
  RetiredCode,       ///< only an older release has the code; kept as inactive
  DuplicateArticle,  ///< a second article on a concept; the one reviewed last is kept
};

/// Returns one sentence that says what the kind means and what became of it.
std::string_view sentence_of(FindingKind kind);

/// Returns the stable kebab-case name of a kind, such as "unknown-code".
std::string_view finding_kind_name(FindingKind kind);

/// Is what one file brought of one kind in one system.
struct MergeFinding {
  FindingKind kind = FindingKind::UnknownCode;
  std::string file;
  std::string system;
  std::size_t count = 0;
  std::vector<std::string> examples;  ///< the first `max_examples`, each beginning with the code
};

/// Examples kept for one finding: enough to see a pattern, few enough to read.
inline constexpr std::size_t max_examples = 20;

/// Counts the concepts of one system. `listed` is what a person compares with the publisher's figure.
struct SystemCount {
  std::string system;
  std::size_t concepts = 0;  ///< all of them: listed + retired
  std::size_t listed = 0;    ///< in the newest code list, or defined locally
  std::size_t active = 0;    ///< of those listed
  std::size_t retired = 0;   ///< only in older releases, kept as inactive
};

struct MergeReport {
  std::vector<MergeFinding> findings;  ///< sorted by kind, file and system
  std::vector<SystemCount> counts;     ///< in the order of the systems
  std::size_t designations = 0;          ///< kept
  std::size_t designations_dropped = 0;  ///< equal to the display or to another designation of the concept
};

/// Gathers findings while sources are merged.
class FindingCollector {
 public:
  void add(FindingKind kind, const std::string& file, const std::string& system, std::string example);

  /// Returns the findings sorted by kind, file and system.
  std::vector<MergeFinding> take() const;

 private:
  std::map<std::tuple<FindingKind, std::string, std::string>, MergeFinding> findings_;
};

}  // namespace medcode
