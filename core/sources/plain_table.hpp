// How are the rows of a table without quoting read without copying them?
//
// Exports PlainTable, for what terminology bodies ship in millions of rows: a separator, one row a line, a quote
// being a letter like any other (Athena, SNOMED CT RF2, RxNorm RRF, the NDC directory). Wanted columns are named
// once; a row then gives them by number, in that order. Held by tests/sources/plain_table_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Walks over the rows of one file; the file's bytes must outlive it.
class PlainTable {
 public:
  /// Opens a table with a header line. `wanted` are the columns row fields 0, 1, ... are taken from; the first
  /// `required` of them must be there, further ones give empty fields where they are missing.
  /// Errors: Empty, BadFormat when a required column is missing.
  static Result<PlainTable> with_header(const SourceFile& file, char separator, std::span<const std::string_view> wanted,
                                        std::size_t required);

  /// Opens a table whose every row has `columns` fields, in the order of the format's own description.
  static Result<PlainTable> without_header(const SourceFile& file, char separator, std::size_t columns);

  /// Goes to the next row that has the right number of fields and returns true, or returns false at the end. Rows
  /// with too few or too many fields or bytes that are no UTF-8 are refused in `report`, empty lines skipped.
  bool next(SourceReport& report);

  /// Returns field `column` of the current row, trimmed; a view into the file.
  std::string_view operator[](std::size_t column) const { return fields_[column]; }

  /// Returns the 1-based line of the current row.
  std::size_t line() const { return line_.number; }

 private:
  PlainTable(const SourceFile& file, char separator);
  bool split(SourceReport& report);

  LineReader lines_;
  Line line_;
  char separator_;
  bool has_bad_utf8_;                    ///< somewhere; only then are rows checked one by one
  std::size_t columns_ = 0;              ///< fields of a row
  std::vector<std::size_t> place_of_;    ///< column in the file -> wanted column, or none
  std::vector<std::string_view> fields_;
};

/// Returns whether the header line of `file` has all these columns, names compared without case.
bool has_columns(const SourceFile& file, char separator, std::span<const std::string_view> names);

}  // namespace medcode
