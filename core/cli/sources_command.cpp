#include "core/cli/sources_command.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "core/sources/source_table.hpp"

namespace medcode {
namespace {

constexpr std::size_t id_width = 10;  // the longest id, hcpcsmod, and two blanks

void print(const OfficialSource& source, std::ostream& out) {
  const std::string indent(id_width, ' ');
  out << source.id << std::string(id_width - std::min(id_width, source.id.size()), ' ') << source.title << ", " << source.publisher << '\n';
  out << indent << "files    ";
  for (const std::string& file : source.files) out << (&file == &source.files.front() ? "" : ", ") << file;
  out << '\n' << indent << "page     " << source.page << '\n';
  out << indent << "licence  " << source.licence << '\n';
  out << indent << "FHIR     " << source.uri << '\n';
  if (!source.downloads.empty()) out << indent << "fetch    medcode fetch " << source.id << " --out DIR\n";
}

}  // namespace

int run_sources(std::string_view table_json, bool as_json, std::ostream& out, std::ostream& problems) {
  const Result<std::vector<OfficialSource>> table = read_source_table({"sources.json", table_json});
  if (!table) {
    problems << "medcode: " << to_string(table.error()) << '\n';
    return 1;
  }
  if (as_json) {
    out << table_json;
    return 0;
  }
  for (const OfficialSource& source : *table) print(source, out);
  return 0;
}

}  // namespace medcode
