#include "core/sources/icd10pcs_index.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/index_phrases.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/pcs_terms.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10PCS.index";
constexpr std::size_t code_length = 7;
constexpr std::size_t table_length = 3;

/// Letters that the first two of several spellings in one title share: "Achillotenotomy, achillotomy".
constexpr std::size_t shared_letters = 4;

/// Digits and capitals without I and O, which ICD-10-PCS does not use.
bool is_code_start(std::string_view text) {
  return text.size() >= table_length && text.size() <= code_length && std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z' && letter != 'I' && letter != 'O');
         });
}

/// Returns the spellings in a title such as "Achillotenotomy, achillotomy", else the title alone.
std::vector<std::string> spellings_of(const std::string& title) {
  std::vector<std::string> pieces = split_values(title, ',');
  for (const std::string& piece : pieces) {
    const bool is_word = piece.find(' ') == std::string::npos && piece.size() > shared_letters;
    if (!is_word || !same_without_case(piece.substr(0, shared_letters), pieces.front().substr(0, shared_letters))) return {title};
  }
  return pieces;
}

class PcsIndexReader {
 public:
  PcsIndexReader(const XmlFile& xml, SourceContent& content) : xml_(xml), content_(content) {}

  void read() {
    for (const pugi::xml_node letter : xml_.root().children("letter")) {
      for (const pugi::xml_node term : letter.children("mainTerm")) read_term(term, {});
    }
    content_.concepts = codes_.take();
    content_.synonyms = synonyms_.take();
  }

 private:
  void read_term(pugi::xml_node term, const std::string& above) {
    const std::string title = text_of_child(term, "title");
    std::string phrase = above;
    if (!title.empty()) phrase += (phrase.empty() ? "" : ", ") + title;
    const std::size_t line = xml_.line_of(term);
    if (phrase.empty()) {
      refuse(content_.report, line, "A main term has no title.");
    } else if (phrase.size() > max_phrase_bytes) {
      refuse(content_.report, line, too_long_phrase(phrase));
    } else {
      count(add_content(term, phrase), line, phrase);
    }
    for (const pugi::xml_node child : term.children("term")) read_term(child, phrase);
  }

  enum class Outcome { Added, Nothing, Wrong };

  void count(Outcome outcome, std::size_t line, const std::string& phrase) {
    if (outcome == Outcome::Added) ++content_.report.read;
    if (outcome == Outcome::Nothing) skip(content_.report, "is a heading or leads to its own words", line, phrase);
  }

  /// Adds what stands directly in a term.
  Outcome add_content(pugi::xml_node term, const std::string& phrase) {
    Outcome outcome = Outcome::Nothing;
    for (const pugi::xml_node child : term.children()) {
      const std::string_view name = child.name();
      if (name == "code" || name == "codes" || name == "tab") {
        if (!add_code(child, phrase)) return Outcome::Wrong;
        outcome = Outcome::Added;
      } else if (name == "use" || name == "see") {
        const bool is_use = name == "use";
        if (add_reference(child, phrase, is_use)) outcome = Outcome::Added;
        for (const pugi::xml_node code : child.children()) {
          if (is_use || code.type() != pugi::node_element) continue;
          if (!add_code(code, phrase)) return Outcome::Wrong;
          outcome = Outcome::Added;
        }
      }
    }
    return outcome;
  }

  /// Adds the phrase to the code, or to the table when only its start is given.
  bool add_code(pugi::xml_node node, const std::string& phrase) {
    const std::string start = text_of(node);
    if (!is_code_start(start)) {
      refuse(content_.report, xml_.line_of(node), quoted(start) + " under " + quoted(phrase) + " is not an ICD-10-PCS code or the start of one.");
      return false;
    }
    codes_.add_designation(start.size() == code_length ? start : start.substr(0, table_length), DesignationUse::Index, phrase);
    return true;
  }

  /// Adds "use" and "see" as synonyms. A "see" that leads to a whole table ("Excision, Lower Bones" 0QB) names a
  /// body system, which titles of codes do not; one that ends in "in" is only half a phrase.
  bool add_reference(pugi::xml_node node, const std::string& phrase, bool is_use) {
    const std::string target = text_of(node);
    const bool is_half = target.size() > 3 && target.substr(target.size() - 3) == " in";
    if (target.empty() || (!is_use && (node.child("tab") || is_half))) return false;
    bool added = false;
    for (const std::string& spelling : spellings_of(phrase)) added = synonyms_.add(spelling, target) || added;
    return added;
  }

  const XmlFile& xml_;
  SourceContent& content_;
  ConceptGatherer codes_{"icd10pcs"};
  SynonymGatherer synonyms_;
};

}  // namespace

bool is_icd10pcs_index(const SourceFile& file) { return is_xml_with_root(file.bytes, root_name); }

Result<SourceContent> read_icd10pcs_index(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-PCS index", SourceRole::Index);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10pcs", content.release));
  PcsIndexReader(*xml, content).read();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
