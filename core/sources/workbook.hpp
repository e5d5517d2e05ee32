// Which texts stand in the cells of an Office workbook's first sheet?
//
// Exports read_first_sheet and date_of_serial: the .xlsx is unpacked with zip.hpp and its XML read with xml.hpp. Held by
// tests/sources/icd10cm_conversion_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Columns that are read: official tables have three.
inline constexpr std::size_t max_sheet_columns = 64;

/// Is one row of a sheet: its number in the sheet and its cells from column A on, empty where nothing stands.
struct SheetRow {
  std::size_t number = 0;
  std::vector<std::string> cells;
};

/// Returns whether `file` is a zip that starts like an Office Open XML workbook.
bool is_workbook(const SourceFile& file);

/// Returns the rows of the first sheet. Errors: those of read_zip and XmlFile, and NotFound when the sheet is missing.
Result<std::vector<SheetRow>> read_first_sheet(const SourceFile& file);

/// Returns the date, as 2020-04-01, that a workbook keeps as a number of days (43922), or nothing where `text` is no day of 2000 to 2099.
std::optional<std::string> date_of_serial(std::string_view text);

}  // namespace medcode
