#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/sources/delimited.hpp"
#include "core/sources/drug_phrases.hpp"
#include "core/sources/icd10cm_drug.hpp"
#include "core/sources/icd_code.hpp"
#include "core/sources/index_tree.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

constexpr std::string_view title_line = "TABLE of DRUGS and CHEMICALS";
constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr char windows_en_dash = '\x96';
constexpr std::size_t columns = 7;  // the substance and six kinds of event
constexpr std::size_t recognised = 400;

/// Returns the file as UTF-8. The publisher saves windows-1252, of which only the en dash is no Latin-1.
std::string as_utf8(std::string_view bytes) {
  if (!find_bad_utf8(bytes)) return std::string(without_byte_order_mark(bytes));
  std::string text;
  for (const char letter : bytes) {
    if (letter == windows_en_dash) {
      text += en_dash;
    } else {
      text += latin1_to_utf8(std::string_view(&letter, 1));
    }
  }
  return text;
}

/// Is the first field of a row: "- - ester (solvent) -see also X".
struct Substance {
  std::size_t level = 0;
  std::string shown;
  std::string see;
};

/// Returns `text` with a blank before each "(" and none in ") -", as the XML of the table gives it.
std::string with_blanks_before_parentheses(std::string_view text) {
  std::string spaced;
  for (const char letter : text) {
    if (letter == '(') spaced.push_back(' ');
    spaced.push_back(letter);
  }
  std::string text_of_table = cleaned(spaced);
  for (std::size_t at = text_of_table.find(") -"); at != std::string::npos; at = text_of_table.find(") -")) text_of_table.erase(at + 1, 1);
  return text_of_table;
}

Substance substance_of(std::string_view field) {
  Substance substance;
  field = trimmed(field);
  while (field.substr(0, en_dash.size()) == en_dash) {
    field = trimmed(field.substr(en_dash.size()));
    ++substance.level;
  }
  for (const std::string_view mark : {std::string_view(" -see also "), std::string_view(" -see ")}) {
    const std::size_t at = field.find(mark);
    if (at == std::string_view::npos) continue;
    substance.see = cleaned(field.substr(at + mark.size()));
    field = field.substr(0, at);
  }
  substance.shown = with_blanks_before_parentheses(field);
  return substance;
}

class DrugRows {
 public:
  explicit DrugRows(SourceReport& report) : report_(report) {}

  void add(const Row& row) {
    const bool is_blank = std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& field) { return trimmed(field).empty(); });
    if (is_blank) return skip(report_, "is blank", row.line, "");
    const std::string& first = row.fields.front();
    if (first.find(title_line) != std::string::npos) return skip(report_, "is the title of the table", row.line, first);
    if (same_without_case(trimmed(first), "Substance")) return skip(report_, "is a heading of the table", row.line, first);
    add_substance(row, substance_of(first));
  }

  IndexTree take() { return std::move(tree_); }

 private:
  void add_substance(const Row& row, Substance substance) {
    if (row.fields.size() < columns) {
      return refuse(report_, row.line, "The row of " + quoted(row.fields.front()) + " has " + std::to_string(row.fields.size()) +
                                           " fields; a substance and six codes are expected.");
    }
    if (substance.shown.empty()) return refuse(report_, row.line, "A row with codes names no substance.");
    if (substance.level > open_.size()) {
      const std::string above = open_.empty() ? "nothing" : quoted(tree_.entry(open_.back()).shown);
      return refuse(report_, row.line, quoted(substance.shown) + " has " + std::to_string(substance.level) +
                                           " dashes before it, more than can stand below " + above + ".");
    }
    std::vector<IndexCode> codes;
    for (std::size_t column = 1; column < columns; ++column) {
      const std::string_view text = trimmed(row.fields[column]);
      if (text.empty() || text == "-" || text == "--") continue;
      std::optional<std::string> code = icd10cm_code(text);
      if (!code) return refuse(report_, row.line, quoted(text) + " under " + quoted(substance.shown) + " is not an ICD-10-CM code.");
      codes.push_back(IndexCode{column + 1, std::move(*code)});
    }
    open_.resize(substance.level);
    const std::size_t number = tree_.add(open_.empty() ? no_entry : open_.back(), substance.shown, row.line);
    tree_.entry(number).see = std::move(substance.see);
    tree_.entry(number).codes = std::move(codes);
    open_.push_back(number);
  }

  SourceReport& report_;
  IndexTree tree_;
  std::vector<std::size_t> open_;  ///< the entry last read at each level
};

}  // namespace

bool is_icd10cm_drug_csv(const SourceFile& file) {
  const std::string_view head = file.bytes.substr(0, recognised);
  return head.find(title_line) != std::string_view::npos && head.find("Substance,Poisoning") != std::string_view::npos;
}

Result<SourceContent> read_icd10cm_drug_csv(const SourceFile& file) {
  SourceContent content = start_content(file, "ICD-10-CM table of drugs and chemicals", SourceRole::Index);
  content.release = year_in_name(file.name);
  content.systems.push_back(system_with_version("icd10cm", content.release));
  const std::string text = as_utf8(file.bytes);
  DelimitedReader reader(SourceFile{file.name, text}, Dialect{});
  DrugRows rows(content.report);
  Row row;
  while (true) {
    const Result<bool> more = reader.next(row);
    if (!more) return more.error();
    if (!*more) break;
    rows.add(row);
  }
  add_substances(rows.take(), content);
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
