// Does every example of LANGUAGE.md mean what stands beside it?
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "core/query/parser.hpp"

namespace medcode::query {
namespace {

struct Example {
  std::size_t line = 0;
  bool is_typing = false;
  std::string typed;
  std::string means;
  std::string read_as;
};

/// Splits a table row at its unescaped bars; `\|` in a cell is a bar.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t at = 1; at < row.size(); ++at) {
    if (row[at] == '\\' && at + 1 < row.size() && row[at + 1] == '|') {
      cell += row[++at];
    } else if (row[at] == '|') {
      cells.push_back(cell.size() > 2 ? cell.substr(1, cell.size() - 2) : "");
      cell.clear();
    } else {
      cell += row[at];
    }
  }
  return cells;
}

std::string without_backquotes(const std::string& cell) {
  const bool is_code = cell.size() > 2 && cell.front() == '`' && cell.back() == '`';
  return is_code ? cell.substr(1, cell.size() - 2) : cell;
}

/// Returns the rows of all tables that follow an `<!-- examples: ... -->` comment.
std::vector<Example> examples_of_language() {
  std::vector<Example> examples;
  std::ifstream stream(MEDCODE_ROOT "/core/query/LANGUAGE.md");
  std::string line;
  bool is_table = false;
  bool is_typing = false;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (line.starts_with("<!-- examples: ")) {
      is_table = true;
      is_typing = line == "<!-- examples: typing -->";
    } else if (line.empty()) {
      is_table = false;
    } else if (is_table && !line.starts_with("| typed") && !line.starts_with("|---")) {
      const std::vector<std::string> cells = cells_of(line);
      if (cells.size() != 3) ADD_FAILURE() << "LANGUAGE.md:" << number << ": three cells are needed";
      else examples.push_back({number, is_typing, without_backquotes(cells[0]), cells[1], cells[2]});
    }
  }
  return examples;
}

TEST(LanguageTest, every_example_reads_as_the_document_says) {
  const std::vector<Example> examples = examples_of_language();
  ASSERT_GT(examples.size(), 60U);
  for (const Example& example : examples) {
    const Parsed parsed = parse(example.typed, {example.is_typing});
    const std::string read_as = parsed.error ? "Error: " + parsed.error->message + " " + parsed.error->advice
                                             : "`" + print(parsed.ast) + "`";
    EXPECT_EQ(read_as, example.read_as) << "LANGUAGE.md:" << example.line << ": " << example.typed;
    EXPECT_FALSE(example.means.empty()) << "LANGUAGE.md:" << example.line;
  }
}

}  // namespace
}  // namespace medcode::query
