// How do the rows of a CSV or TSV file come out, whatever is quoted in them?
//
// Exports DelimitedReader (RFC 4180 quotes, doubled quotes, line breaks inside quotes, CRLF, byte order
// mark, bounded fields) and Columns, a header row by name. Held by tests/sources/delimited_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Bytes of one field: the longest official field is a SNOMED CT text definition of some 4 kB; a longer
/// one means a quote that is never closed.
inline constexpr std::size_t max_field_bytes = std::size_t{1} << 20U;

/// Fields of one row: LOINC's widest table has about 50.
inline constexpr std::size_t max_fields_of_row = 1000;

/// Says how fields are written: "a,b" with quotes, "a<TAB>b" with quotes, or "a<TAB>b" where a quote is a
/// letter like any other (RRF "a|b|", RF2, Athena).
struct Dialect {
  char separator = ',';
  bool quotes = true;
};

/// Is one row. `line` is the 1-based line in which it starts. Valid until the next row is read.
struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

/// Walks over the rows of a delimited text. The bytes of the file must outlive the reader.
class DelimitedReader {
 public:
  /// `first_line` is the number of the first line of `file`, where rows follow lines read otherwise.
  DelimitedReader(const SourceFile& file, Dialect dialect, std::size_t first_line = 1);

  /// Sets `row` to the next row and returns true, or returns false at the end. Empty lines come as a row
  /// of one empty field. Errors: a quote that is never closed (Truncated), a field or row beyond its
  /// limit (TooLarge). After an error the reader is at its end.
  Result<bool> next(Row& row);

 private:
  Result<Done> read_quoted(std::string& field, std::size_t start_line);
  void read_plain(std::string& field);
  void take_line_end();

  std::string file_;
  std::string_view text_;
  Dialect dialect_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
};

/// Knows a header row: which column has which name. Names are compared without case and outer blanks.
class Columns {
 public:
  explicit Columns(const std::vector<std::string>& header);

  /// Returns the index of the first column with this name, or nothing.
  std::optional<std::size_t> find(std::string_view name) const;

  /// Returns the field of `row` under `name`, trimmed; empty when the column or the field is missing.
  std::string_view value(const Row& row, std::string_view name) const;

  /// Returns the number of columns.
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

/// Returns the header row of a file by name, from its first line only: what recognisers look at. Without columns when
/// there is no such row.
Columns header_of(const SourceFile& file, Dialect dialect);

/// Returns whether a row is an empty line.
bool is_empty_line(const Row& row);

/// Returns the first line of a file without byte order mark and line end, at most `most` bytes of it: what
/// recognisers look at.
std::string_view first_line(std::string_view bytes, std::size_t most = 4096);

}  // namespace medcode
