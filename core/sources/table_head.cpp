// Reads "#name<TAB>value" lines up to the header row. Held by tests/sources/table_test.cpp.
#include "core/sources/table_head.hpp"

#include <algorithm>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// Bytes of a system id: it stands in addresses and in every hit.
constexpr std::size_t max_system_id_bytes = 32;

bool is_id_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
}

std::string* place_of(TableHead& head, std::string_view name) {
  if (name == "columns-of") return &head.columns_of;
  if (name == "system") return &head.system;
  if (name == "title") return &head.title;
  if (name == "uri") return &head.uri;
  if (name == "version") return &head.version;
  if (name == "publisher") return &head.publisher;
  if (name == "notice") return &head.notice;
  if (name == "release") return &head.release;
  return nullptr;
}

/// Returns what stands after the name in "#name<TAB>value" or in "#name,"value",,," as a spreadsheet saves it.
std::string value_after(std::string_view rest, char separator) {
  if (separator == '\t') return cleaned(rest);
  DelimitedReader reader(SourceFile{"", rest}, Dialect{});
  Row row;
  const Result<bool> more = reader.next(row);
  if (!more || !*more) return cleaned(rest);
  std::string value = row.fields.front();
  for (std::size_t index = 1; index < row.fields.size(); ++index) {
    if (!trimmed(row.fields[index]).empty()) value += "," + row.fields[index];
  }
  return cleaned(value);
}

Result<Done> take_head_line(const SourceFile& file, const Line& line, TableHead& head) {
  const std::string_view text = line.text.substr(1);
  const std::size_t tab = text.find('\t');
  const char separator = tab == std::string_view::npos ? ',' : '\t';
  const std::size_t end = text.find(separator);
  const std::string_view name = trimmed(text.substr(0, end));
  std::string* const place = place_of(head, name);
  if (place == nullptr) {
    return bad_format(file, line.number, "The head of the table has no \"#" + std::string(name) + "\".",
                      "Known are #system, #title, #uri, #version, #publisher, #notice, #release and #columns-of; a remark "
                      "starts with \"# \".");
  }
  if (end != std::string_view::npos) *place = value_after(text.substr(end + 1), separator);
  return Done{};
}

}  // namespace

std::string system_id_of(std::string_view name) {
  const std::string_view id = trimmed(name);
  const std::span<const std::string_view> known = systems_of_alias(id);
  if (known.size() == 1) return std::string(known.front());
  const bool own = !id.empty() && id.size() <= max_system_id_bytes && std::all_of(id.begin(), id.end(), is_id_letter);
  return known.empty() && own ? std::string(id) : std::string();
}

Result<TableHead> read_table_head(const SourceFile& file) {
  const std::string_view text = without_byte_order_mark(file.bytes);
  TableHead head;
  LineReader lines(text);
  Line line;
  while (lines.next(line)) {
    const bool remark = line.text.substr(0, 2) == "# " || line.text == "#" || trimmed(line.text).empty();
    if (!remark && line.text.front() != '#') {
      head.lines = line.number - 1;
      head.body = text.substr(static_cast<std::size_t>(line.text.data() - text.data()));
      head.dialect.separator = line.text.find('\t') == std::string_view::npos ? ',' : '\t';
      break;
    }
    if (remark) continue;
    const Result<Done> taken = take_head_line(file, line, head);
    if (!taken) return taken.error();
  }
  if (head.body.empty()) return empty_file(file, "table");
  if (head.system.empty()) return head;
  std::string id = system_id_of(head.system);
  if (id.empty()) {
    return bad_format(file, 1, "The system " + quoted(head.system) + " cannot be one system's id.",
                      "Use the id of one known system, or letters a-z, digits, \"-\", \"_\" and \".\", at most 32.");
  }
  head.system = std::move(id);
  return head;
}

CodeSystem system_of_head(const TableHead& head, std::string_view id) {
  CodeSystem system = system_with_version(id, head.version.empty() ? head.release : head.version);
  if (!head.title.empty() && system.uri.empty()) system.title = head.title;
  if (!head.uri.empty() && system.uri.empty()) system.uri = head.uri;
  if (!head.publisher.empty() && system.publisher.empty()) system.publisher = head.publisher;
  if (!head.notice.empty()) system.notice = head.notice;
  return system;
}

}  // namespace medcode
