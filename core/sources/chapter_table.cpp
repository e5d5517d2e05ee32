// A row is a chapter; which lies in which is found by their codes. Held by tests/sources/chapter_table_test.cpp.
#include "core/sources/chapter_table.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sources/delimited.hpp"
#include "core/sources/headed_table.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {
namespace {

/// Most rows of a table: each is compared with those of its system. The widest official list has some 300 chapters and sections.
constexpr std::size_t max_chapters = 5'000;

/// Says whether the run of `outer` holds that of `inner`; what begins with the last code of a run belongs to it.
bool holds(const Group& outer, const Group& inner) {
  const std::string last = compact_code(outer.last);
  return outer.system == inner.system && compact_code(outer.first) <= compact_code(inner.first) && compact_code(inner.last).substr(0, last.size()) <= last;
}

/// Returns why the row is wrong, or an empty text after filling `made`.
std::string group_of(const Columns& columns, const Row& row, const std::vector<Group>& known, Group& made) {
  made.system = system_id_of(columns.value(row, "system"));
  if (made.system.empty()) return "This is not the id of one code system: " + quoted(columns.value(row, "system"));
  made.first = columns.value(row, "first");
  made.last = columns.value(row, "last");
  made.title = columns.value(row, "chapter");
  if (made.first.empty() || made.last.empty() || made.title.empty()) return "The row has no first code, no last code or no chapter.";
  const std::string last = compact_code(made.last);
  if (compact_code(made.first).substr(0, last.size()) > last) return "The first code " + quoted(made.first) + " stands behind the last one " + quoted(made.last) + ".";
  made.id = made.first == made.last ? made.first : made.first + "-" + made.last;
  for (const Group& other : known) {
    if (other.system == made.system && other.id == made.id) return "The chapter " + quoted(made.id) + " stands twice; the first one counts.";
    if (holds(other, made)) made.parent = other.id;  // rows stand from the widest down, so the last one is the narrowest
  }
  return {};
}

Result<Done> read_rows(DelimitedReader& reader, const Columns& columns, SourceContent& content) {
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) return require_some_read(content);
    if (is_empty_line(row)) {
      ++content.report.skipped;
      continue;
    }
    Group made;
    std::string reason = content.groups.size() == max_chapters ? "Only " + std::to_string(max_chapters) + " chapters are read." : group_of(columns, row, content.groups, made);
    if (reason.empty()) {
      content.groups.push_back(std::move(made));
      ++content.report.read;
    } else {
      refuse(content.report, row.line, std::move(reason));
    }
  }
}

}  // namespace

bool is_chapter_table(const SourceFile& file) {
  const Columns columns = header_of(file, comma_or_tab(file));
  return columns.size() == 4 && columns.find("system") && columns.find("first") && columns.find("last") && columns.find("chapter");
}

Result<SourceContent> read_chapter_table(const SourceFile& file) { return read_headed_table(file, "chapters", SourceRole::Usage, read_rows); }

}  // namespace medcode
