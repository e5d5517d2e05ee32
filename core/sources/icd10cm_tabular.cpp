#include "core/sources/icd10cm_tabular.hpp"

#include <optional>
#include <unordered_set>
#include <utility>

#include "core/sources/icd_code.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"
#include "core/sources/tabular_notes.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10CM.tabular";

/// Is a run of categories: "A00-B99", or one category alone.
struct CodeRange {
  std::string first;
  std::string last;
};

std::optional<CodeRange> range_of(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  const std::optional<std::string> first = icd10cm_code(text.substr(0, hyphen));
  const std::optional<std::string> last = hyphen == std::string_view::npos ? first : icd10cm_code(text.substr(hyphen + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return CodeRange{*first, *last};
}

/// Returns what stands in the last parentheses of `title`, which are cut off: "(A00-B99)".
std::string take_final_parentheses(std::string& title) {
  const std::size_t open = title.rfind('(');
  if (open == std::string::npos || title.back() != ')') return {};
  std::string inside = title.substr(open + 1, title.size() - open - 2);
  title = std::string(trimmed(std::string_view(title).substr(0, open)));
  return inside;
}

class TabularReader {
 public:
  TabularReader(const XmlFile& xml, SourceContent& content) : xml_(xml), content_(content) {}

  void read() {
    for (const pugi::xml_node chapter : xml_.root().children("chapter")) read_chapter(chapter);
  }

 private:
  void read_chapter(pugi::xml_node chapter) {
    const std::size_t first_group = content_.groups.size();
    read_group(chapter, {}, first_group);
    for (const pugi::xml_node section : chapter.children("section")) {
      read_group(section, section.attribute("id").value(), first_group);
      for (const pugi::xml_node diag : section.children("diag")) read_code(diag, {}, false);
    }
  }

  /// Reads a chapter (`id` empty: its range stands in its title) or a section as a group.
  void read_group(pugi::xml_node node, std::string_view id, std::size_t first_of_chapter) {
    Group group;
    group.system = "icd10cm";
    group.title = text_of_child(node, "desc");
    const std::string in_title = take_final_parentheses(group.title);
    group.id = cleaned(id.empty() ? std::string_view(in_title) : id);
    const std::optional<CodeRange> range = range_of(group.id);
    if (!range || group.title.empty()) {
      return refuse(content_.report, xml_.line_of(node),
                    "A " + std::string(node.name()) + " has the id " + quoted(group.id) + " and the title " +
                        quoted(group.title) + "; expected a run of codes such as \"A00-B99\" and a title.");
    }
    group.first = range->first;
    group.last = range->last;
    group.parent = enclosing_group(group, first_of_chapter);
    group.notes = tabular_notes(node);
    report_unknown(node);
    content_.groups.push_back(std::move(group));
    ++content_.report.read;
  }

  /// Returns the id of the shortest run of this chapter that holds `group`, itself not being the same run.
  std::string enclosing_group(const Group& group, std::size_t first_of_chapter) const {
    const Group* best = nullptr;
    for (std::size_t index = first_of_chapter; index < content_.groups.size(); ++index) {
      const Group& other = content_.groups[index];
      const bool holds = other.first <= group.first && group.last <= other.last && other.id != group.id;
      if (holds && (best == nullptr || (best->first <= other.first && other.last <= best->last))) best = &other;
    }
    return best == nullptr ? std::string() : best->id;
  }

  void read_code(pugi::xml_node diag, const std::string& parent, bool seventh_asked) {
    const std::optional<std::string> code = icd10cm_code(diag.child("name").child_value());
    Concept entry;
    entry.system = "icd10cm";
    entry.display = text_of_child(diag, "desc");
    entry.parent = parent;
    const bool asks_seventh = seventh_asked || diag.child("sevenChrDef");
    if (!code || entry.display.empty()) {
      refuse(content_.report, xml_.line_of(diag), "A code is named " + quoted(diag.child("name").child_value()) +
                                                      " with the title " + quoted(entry.display) +
                                                      "; expected a code such as \"A00.0\" and a title.");
    } else if (!known_codes_.insert(*code).second) {
      refuse(content_.report, xml_.line_of(diag), "The code " + quoted(*code) + " stands twice; the first one counts.");
    } else {
      entry.code = *code;
      const bool is_leaf = !diag.child("diag") && (!asks_seventh || code->size() == 8);
      entry.billing = is_leaf ? Billing::Billable : Billing::Header;
      entry.designations = tabular_designations(diag);
      entry.notes = tabular_notes(diag);
      report_unknown(diag);
      content_.concepts.push_back(std::move(entry));
      ++content_.report.read;
    }
    for (const pugi::xml_node child : diag.children("diag")) read_code(child, code.value_or(parent), asks_seventh);
  }

  void report_unknown(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element || is_known_tabular_element(child.name())) continue;
      skip(content_.report, "is an element this reader does not know", xml_.line_of(child), child.name());
    }
  }

  const XmlFile& xml_;
  SourceContent& content_;
  std::unordered_set<std::string> known_codes_;
};

}  // namespace

bool is_icd10cm_tabular(const SourceFile& file) { return is_xml_with_root(file.bytes, root_name); }

Result<SourceContent> read_icd10cm_tabular(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-CM tabular list", SourceRole::Tabular);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10cm", content.release));
  TabularReader(*xml, content).read();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
