// What does a table say about itself before its rows?
//
// Exports TableHead: the "#name<TAB>value" lines at the start of a table (FORMATS.md) and where its header row
// begins. Held by tests/sources/table_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/sources/delimited.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Holds what the lines before the header row say; every text may be empty.
struct TableHead {
  std::string columns_of;  ///< in a columns file: the name of the file whose columns it describes
  std::string system;      ///< id of a known system, or an id of the site's own
  std::string title;
  std::string uri;
  std::string version;
  std::string publisher;
  std::string notice;
  std::string release;
  Dialect dialect;           ///< tab where the header row has one, else comma
  std::size_t lines = 0;     ///< lines before the header row
  std::string_view body;     ///< the header row and everything after it; points into the file
};

/// Reads the lines before the header row. Lines that start with "# " (a blank after it) and empty lines are
/// comments. Errors: a name that is not known, a system id that cannot be one, no header row.
Result<TableHead> read_table_head(const SourceFile& file);

/// Returns the system the table is about: a known one with what the head adds, or one of its own.
CodeSystem system_of_head(const TableHead& head, std::string_view id);

/// Returns the id of the system people call `name` (an alias of exactly one known system, or an id of one's own
/// made of a-z, 0-9, "-", "_" and "."), or an empty text.
std::string system_id_of(std::string_view name);

}  // namespace medcode
