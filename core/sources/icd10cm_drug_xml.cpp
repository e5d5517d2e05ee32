#include <string_view>

#include "core/sources/drug_phrases.hpp"
#include "core/sources/icd10cm_drug.hpp"
#include "core/sources/index_tree.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10CM.index";

}  // namespace

bool is_icd10cm_drug_xml(const SourceFile& file) {
  return is_xml_with_root(file.bytes, root_name) &&
         file.bytes.substr(0, recognised_bytes).find("<head col=\"1\">Substance") != std::string_view::npos;
}

Result<SourceContent> read_icd10cm_drug_xml(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-CM table of drugs and chemicals", SourceRole::Index);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10cm", content.release));
  add_substances(read_index_tree(*xml, content.report), content);
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
