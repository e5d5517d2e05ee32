// The half of index_tree.hpp that reads XML.
#include <array>
#include <string>
#include <utility>

#include "core/sources/icd_code.hpp"
#include "core/sources/index_tree.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// Columns of a table: 1 is the term itself, official tables go up to 7, the schema up to 9.
constexpr unsigned most_columns = 9;

/// Elements of an index entry that hold a code: the code, the manifestation code that goes with it, and
/// the category or subcategory to look into.
constexpr std::array<const char*, 4> code_elements = {"code", "manif", "subcat", "seecat"};

/// Returns the title with its <nemod> set off by blanks: "Abuse (adult) (child) NEC".
std::string shown_title(pugi::xml_node title) {
  std::string text;
  for (const pugi::xml_node piece : title.children()) {
    const bool is_element = piece.type() == pugi::node_element;
    const std::string words = is_element ? text_of(piece) : cleaned(piece.value());
    const bool joins = words.empty() || words.front() == ',' || words.front() == '-';
    text += (text.empty() || joins ? "" : " ") + words;
  }
  return text;
}

class TreeReader {
 public:
  TreeReader(const XmlFile& xml, SourceReport& report) : xml_(xml), report_(report), is_table_(xml.root().child("indexHeading")) {}

  IndexTree read() {
    for (const pugi::xml_node letter : xml_.root().children("letter")) {
      for (const pugi::xml_node term : letter.children("mainTerm")) read_term(term, no_entry);
    }
    return std::move(tree_);
  }

 private:
  void read_term(pugi::xml_node term, std::size_t parent) {
    const std::string shown = shown_title(term.child("title"));
    if (shown.empty()) return refuse(report_, xml_.line_of(term), "A term has no title.");
    const std::size_t number = tree_.add(parent, shown, xml_.line_of(term));
    tree_.entry(number).see = text_of_child(term, "see");
    if (tree_.entry(number).see.empty()) tree_.entry(number).see = text_of_child(term, "seeAlso");
    for (const char* name : code_elements) {
      for (const pugi::xml_node code : term.children(name)) {
        if (!is_table_) add_code(number, 0, code);
      }
    }
    for (const pugi::xml_node cell : term.children("cell")) {
      const unsigned column = cell.attribute("col").as_uint();
      if (column == 0 || column > most_columns) {
        refuse(report_, xml_.line_of(cell), "A cell stands in column " + quoted(cell.attribute("col").value()) + "; expected 1 to 9.");
      } else {
        add_code(number, column, cell);
      }
    }
    for (const pugi::xml_node child : term.children("term")) read_term(child, number);
  }

  /// Adds a code; "-" and "--" say that there is none.
  void add_code(std::size_t number, std::size_t column, pugi::xml_node node) {
    const std::string text = text_of(node);
    if (text.empty() || text == "-" || text == "--") return;
    std::optional<std::string> code = icd10cm_code(text);
    if (code) {
      tree_.entry(number).codes.push_back(IndexCode{column, std::move(*code)});
    } else {
      refuse(report_, xml_.line_of(node), quoted(text) + " under " + quoted(tree_.entry(number).shown) + " is not an ICD-10-CM code.");
    }
  }

  const XmlFile& xml_;
  SourceReport& report_;
  bool is_table_;  ///< a table has its codes in cells; the one of neoplasms writes a remark as <manif>
  IndexTree tree_;
};

}  // namespace

IndexTree read_index_tree(const XmlFile& xml, SourceReport& report) { return TreeReader(xml, report).read(); }

}  // namespace medcode
