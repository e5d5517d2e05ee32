#include "core/sources/workbook.hpp"

#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/xml.hpp"
#include "core/sources/zip.hpp"

namespace medcode {
namespace {

constexpr std::string_view first_part = "[Content_Types].xml";
constexpr std::string_view strings_part = "xl/sharedStrings.xml";
constexpr std::string_view sheet_part = "xl/worksheets/sheet1.xml";

/// Workbooks count days so that 1970-01-01 is this one; 2000-01-01 and 2099-12-31 are the first and last that are taken for a date.
constexpr int serial_of_1970 = 25569;
constexpr int first_serial = 36526;
constexpr int last_serial = 73050;

/// Bytes in which the name of a zip's first member ends.
constexpr std::size_t first_name_bytes = 64;

const ZipMember* find_part(const std::vector<ZipMember>& parts, std::string_view name) {
  for (const ZipMember& part : parts) {
    if (part.name == name) return &part;
  }
  return nullptr;
}

/// Returns the text of a string item: <t> alone, or the <t> of each run <r>.
std::string string_of(pugi::xml_node item) {
  std::string text = item.child("t").child_value();
  for (const pugi::xml_node run : item.children("r")) text += run.child("t").child_value();
  return cleaned(text);
}

Result<std::vector<std::string>> read_strings(const SourceFile& file, const std::vector<ZipMember>& parts) {
  std::vector<std::string> strings;
  const ZipMember* part = find_part(parts, strings_part);
  if (part == nullptr) return strings;
  const Result<XmlFile> xml = XmlFile::parse(SourceFile{file.name + ":" + part->name, part->bytes}, "sst");
  if (!xml) return xml.error();
  for (const pugi::xml_node item : xml->root().children("si")) strings.push_back(string_of(item));
  return strings;
}

/// Returns the 0-based column of a cell reference: 2 of "C17".
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char letter : reference) {
    if (letter < 'A' || letter > 'Z' || column > max_sheet_columns) break;
    column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
  }
  return column == 0 ? max_sheet_columns : column - 1;
}

std::string cell_text(pugi::xml_node cell, const std::vector<std::string>& strings) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return string_of(cell.child("is"));
  const pugi::xml_node value = cell.child("v");
  if (type != "s") return cleaned(value.child_value());
  const unsigned index = value.text().as_uint(static_cast<unsigned>(strings.size()));
  return index < strings.size() ? strings[index] : std::string();
}

}  // namespace

bool is_workbook(const SourceFile& file) {
  return is_zip(file.bytes) && file.bytes.substr(0, first_name_bytes).find(first_part) != std::string_view::npos;
}

Result<std::vector<SheetRow>> read_first_sheet(const SourceFile& file) {
  const Result<std::vector<ZipMember>> parts = read_zip(file);
  if (!parts) return parts.error();
  const Result<std::vector<std::string>> strings = read_strings(file, *parts);
  if (!strings) return strings.error();
  const ZipMember* part = find_part(*parts, sheet_part);
  if (part == nullptr) {
    return Error{ErrorCode::NotFound, "The workbook has no part " + quoted(sheet_part) + ".",
                 "Give the publisher's .xlsx unchanged.", Place{file.name, 0, 0, 0}};
  }
  const Result<XmlFile> xml = XmlFile::parse(SourceFile{file.name + ":" + part->name, part->bytes}, "worksheet");
  if (!xml) return xml.error();
  std::vector<SheetRow> rows;
  for (const pugi::xml_node row : xml->root().child("sheetData").children("row")) {
    SheetRow made;
    made.number = row.attribute("r").as_uint(static_cast<unsigned>(rows.size() + 1));
    for (const pugi::xml_node cell : row.children("c")) {
      const std::size_t column = column_of(cell.attribute("r").value());
      if (column >= max_sheet_columns) continue;
      if (made.cells.size() <= column) made.cells.resize(column + 1);
      made.cells[column] = cell_text(cell, *strings);
    }
    rows.push_back(std::move(made));
  }
  return rows;
}

std::optional<std::string> date_of_serial(std::string_view text) {
  int serial = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), serial);
  if (code != std::errc() || end != text.data() + text.size() || serial < first_serial || serial > last_serial) return std::nullopt;
  const std::chrono::year_month_day day = std::chrono::sys_days(std::chrono::days(serial - serial_of_1970));
  std::string date = std::to_string(static_cast<int>(day.year()));
  for (const unsigned part : {static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())}) {
    date += part < 10 ? "-0" : "-";
    date += std::to_string(part);
  }
  return date;
}

}  // namespace medcode
