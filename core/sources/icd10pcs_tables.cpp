#include "core/sources/icd10pcs_tables.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

constexpr std::string_view root_name = "ICD10PCS.tabular";
constexpr std::size_t head_axes = 3;
constexpr std::size_t row_axes = 4;

/// Reads the <axis> children of a table or row; positions must follow one another from `first`.
bool read_columns(pugi::xml_node parent, std::size_t first, std::size_t count, std::vector<AxisColumn>& columns) {
  for (const pugi::xml_node axis : parent.children("axis")) {
    AxisColumn column;
    column.position = static_cast<std::uint8_t>(axis.attribute("pos").as_uint() & 0xFFU);
    column.title = text_of_child(axis, "title");
    column.definition = text_of_child(axis, "definition");
    for (const pugi::xml_node label : axis.children("label")) {
      AxisValue value{label.attribute("code").value(), text_of(label)};
      if (value.value.size() != 1 || value.label.empty()) return false;
      column.values.push_back(std::move(value));
    }
    if (column.position != first + columns.size() || column.title.empty() || column.values.empty()) return false;
    columns.push_back(std::move(column));
  }
  return columns.size() == count;
}

unsigned long long codes_of(const AxisRow& row) {
  unsigned long long codes = 1;
  for (const AxisColumn& column : row.columns) codes *= column.values.size();
  return codes;
}

void read_table(pugi::xml_node node, const XmlFile& xml, SourceContent& content) {
  AxisTable table;
  table.system = "icd10pcs";
  bool good = read_columns(node, 1, head_axes, table.head);
  for (const AxisColumn& column : table.head) good = good && column.values.size() == 1;
  if (!good) {
    return refuse(content.report, xml.line_of(node), "A table does not start with the axes 1 to 3 with one value each.");
  }
  for (const pugi::xml_node row_node : node.children("pcsRow")) {
    AxisRow row;
    const bool complete = read_columns(row_node, head_axes + 1, row_axes, row.columns);
    const unsigned long long stated = row_node.attribute("codes").as_ullong();
    if (!complete) {
      refuse(content.report, xml.line_of(row_node), "A row does not have the axes 4 to 7 with a title and values of one character each.");
    } else if (codes_of(row) != stated) {
      refuse(content.report, xml.line_of(row_node), "A row says that it makes " + quoted(row_node.attribute("codes").value()) +
                                                        " codes; its values make " + std::to_string(codes_of(row)) + ".");
    } else {
      table.rows.push_back(std::move(row));
      ++content.report.read;
    }
  }
  content.axis_tables.push_back(std::move(table));
}

}  // namespace

bool is_icd10pcs_tables(const SourceFile& file) { return is_xml_with_root(file.bytes, root_name); }

Result<SourceContent> read_icd10pcs_tables(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, root_name);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "ICD-10-PCS tables", SourceRole::Tabular);
  content.release = text_of_child(xml->root(), "version");
  content.systems.push_back(system_with_version("icd10pcs", content.release));
  for (const pugi::xml_node table : xml->root().children("pcsTable")) read_table(table, *xml, content);
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
