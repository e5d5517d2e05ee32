#include "core/sources/icd10cm_neoplasm.hpp"

#include <array>
#include <string>
#include <string_view>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/index_phrases.hpp"
#include "core/sources/index_tree.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10CM.index";

/// What the columns of the table say, in the words of the titles of the codes.
constexpr std::array<std::string_view, 8> behaviours = {"neoplasm", "neoplasm", "malignant primary neoplasm", "malignant secondary neoplasm",
                                                        "carcinoma in situ", "benign neoplasm", "neoplasm of uncertain behavior",
                                                        "neoplasm of unspecified behavior"};

void add_site(const IndexTree& tree, std::size_t number, ConceptGatherer& codes, SourceReport& report) {
  const IndexEntry& entry = tree.entry(number);
  const std::string site = phrase_of(tree, number, PathStyle::Index, 1);
  const IndexTarget target = target_of(tree, number);
  if (target.codes.empty()) return skip(report, target.reason, entry.line, entry.shown);
  if (site.size() > max_phrase_bytes) return refuse(report, entry.line, too_long_phrase(site));
  for (const IndexCode& code : target.codes) {
    if (code.column >= behaviours.size()) {
      return refuse(report, entry.line, "The table has a column " + std::to_string(code.column) + "; only 2 to 7 have a known meaning.");
    }
    std::string phrase(behaviours[code.column]);
    if (!site.empty()) phrase += " of " + site;
    codes.add_designation(code.code, DesignationUse::Index, phrase);
  }
  ++report.read;
}

}  // namespace

bool is_icd10cm_neoplasm(const SourceFile& file) {
  return is_xml_with_root(file.bytes, root_name) &&
         file.bytes.substr(0, recognised_bytes).find("<head col=\"1\">Neoplasm") != std::string_view::npos;
}

Result<SourceContent> read_icd10cm_neoplasm(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-CM table of neoplasms", SourceRole::Index);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10cm", content.release));
  const IndexTree tree = read_index_tree(*xml, content.report);
  ConceptGatherer codes("icd10cm");
  for (std::size_t number = 0; number < tree.size(); ++number) add_site(tree, number, codes, content.report);
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
