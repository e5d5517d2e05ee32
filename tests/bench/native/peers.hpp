// Which engines of Debian are measured beside ours?
//
// Exports for each: how its files are written from rows, and how it is opened and asked.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/native/timing.hpp"

namespace medcode::bench {

/// Is a concept as every engine is given it.
struct Row {
  std::string id;
  std::string text;
};

/// Writes a Xapian database (glass, compacted, English stems, with positions) to the file `path`.
void build_xapian(const std::vector<Row>& rows, const std::string& path);

/// Any of the words, the last one also by its beginning (FLAG_PARTIAL).
Asker open_xapian(const std::string& path);

/// Writes an FTS5 table (porter stems, prefix indexes of 1, 2 and 3 letters) to the database file `path`.
void build_sqlite(const std::vector<Row>& rows, const std::string& path);

/// Any of the words, the last one by its beginning, ranked by bm25.
Asker open_sqlite(const std::string& path);

}  // namespace medcode::bench
