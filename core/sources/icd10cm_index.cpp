#include "core/sources/icd10cm_index.hpp"

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/index_phrases.hpp"
#include "core/sources/index_tree.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10CM.index";

void add_entry(const IndexTree& tree, std::size_t number, ConceptGatherer& codes, SourceReport& report) {
  const IndexEntry& entry = tree.entry(number);
  const IndexTarget target = target_of(tree, number);
  if (target.codes.empty()) return skip(report, target.reason, entry.line, phrase_of(tree, number, PathStyle::Index));
  const std::string phrase = phrase_of(tree, number, PathStyle::Index);
  if (phrase.size() > max_phrase_bytes) return refuse(report, entry.line, too_long_phrase(phrase));
  for (const IndexCode& code : target.codes) codes.add_designation(code.code, DesignationUse::Index, phrase);
  ++report.read;
}

}  // namespace

bool is_icd10cm_index(const SourceFile& file) {
  return is_xml_with_root(file.bytes, root_name) && file.bytes.substr(0, recognised_bytes).find("<indexHeading>") == std::string_view::npos;
}

Result<SourceContent> read_icd10cm_index(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-CM alphabetic index", SourceRole::Index);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10cm", content.release));
  const IndexTree tree = read_index_tree(*xml, content.report);
  ConceptGatherer codes("icd10cm");
  for (std::size_t number = 0; number < tree.size(); ++number) add_entry(tree, number, codes, content.report);
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
