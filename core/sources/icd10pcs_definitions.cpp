#include "core/sources/icd10pcs_definitions.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sources/lines.hpp"
#include "core/sources/pcs_terms.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10PCS.definitions";

/// The axis of operations, whose <includes> is a list of examples between commas.
constexpr unsigned operation_position = 3;
constexpr unsigned last_position = 7;

/// Is the place of terms: one axis of one section.
struct AxisPlace {
  std::string section;
  unsigned position = 0;
};

std::vector<std::string> included_terms(pugi::xml_node terms, unsigned position) {
  std::vector<std::string> included;
  for (const pugi::xml_node each : terms.children("includes")) {
    const std::string text = text_of(each);
    if (position == operation_position) {
      for (std::string& example : split_values(text, ',')) included.push_back(std::move(example));
    } else if (!text.empty()) {
      included.push_back(text);
    }
  }
  return included;
}

/// Returns definition, explanation and what is included as one paragraph.
std::string paragraph_of(pugi::xml_node terms, const std::vector<std::string>& included) {
  std::string paragraph = text_of_child(terms, "definition");
  const std::string explanation = text_of_child(terms, "explanation");
  if (!explanation.empty()) paragraph += (paragraph.empty() ? "" : ". ") + explanation;
  for (std::size_t index = 0; index < included.size(); ++index) {
    paragraph += (index > 0 ? "; " : paragraph.empty() ? "Includes " : ". Includes ") + included[index];
  }
  return paragraph;
}

void read_terms(pugi::xml_node terms, const AxisPlace& place, std::size_t line, SourceContent& content, SynonymGatherer& synonyms) {
  const std::vector<std::string> included = included_terms(terms, place.position);
  const std::string paragraph = paragraph_of(terms, included);
  if (!terms.child("title") || paragraph.empty()) {
    return refuse(content.report, line, "Terms " + quoted(text_of_child(terms, "title")) + " have no title or say nothing of it.");
  }
  for (const pugi::xml_node title_node : terms.children("title")) {
    const std::string title = text_of(title_node);
    content.axis_definitions.push_back(
        AxisDefinition{"icd10pcs", place.section, static_cast<std::uint8_t>(place.position), title, paragraph});
    for (const std::string& term : included) synonyms.add(term, title);
  }
  ++content.report.read;
}

}  // namespace

bool is_icd10pcs_definitions(const SourceFile& file) { return is_xml_with_root(file.bytes, root_name); }

Result<SourceContent> read_icd10pcs_definitions(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-PCS definitions", SourceRole::Tabular);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10pcs", content.release));
  SynonymGatherer synonyms;
  for (const pugi::xml_node section : xml->root().children("section")) {
    for (const pugi::xml_node axis : section.children("axis")) {
      const AxisPlace place{section.attribute("code").value(), axis.attribute("pos").as_uint()};
      if (place.section.size() != 1 || place.position == 0 || place.position > last_position) {
        refuse(content.report, xml->line_of(axis), "An axis has the section " + quoted(place.section) + " and the position " +
                                                       quoted(axis.attribute("pos").value()) + "; expected one character and 1 to 7.");
        continue;
      }
      for (const pugi::xml_node terms : axis.children("terms")) read_terms(terms, place, xml->line_of(terms), content, synonyms);
    }
  }
  for (const pugi::xml_node aggregate : xml->root().child("deviceAggregation").children("aggregate")) {
    skip(content.report, "says how devices are counted together", xml->line_of(aggregate), text_of_child(aggregate, "device"));
  }
  content.synonyms = synonyms.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
