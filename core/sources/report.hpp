// How does a reader count and report what it did with each row?
//
// Exports the few functions that keep SourceReport true (read + skipped + refused == rows), and the
// errors every reader shares. Held by tests/sources/report_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Counts a row that is wrong and keeps its line and reason while there is room for them.
void refuse(SourceReport& report, std::size_t line, std::string reason);

/// Keeps line and reason of a row that was read although something about it is odd.
void warn(SourceReport& report, std::size_t line, std::string reason);

/// Starts the content of one file: role, format and file name are set, everything else is empty.
SourceContent start_content(const SourceFile& file, std::string_view format, SourceRole role);

/// Returns the CodeSystem known by this id with `version` filled in; an unknown id gives a system whose
/// title is its id.
CodeSystem system_with_version(std::string_view id, std::string_view version);

/// Returns the error for a file that has no rows at all.
Error empty_file(const SourceFile& file, std::string_view format);

/// Returns the error for a file whose shape is not the format's.
Error bad_format(const SourceFile& file, std::size_t line, std::string message, std::string advice);

/// Returns Done, or an error when every row of a file was refused or nothing was read at all: such a
/// file is not what it seemed to be.
Result<Done> require_some_read(const SourceContent& content);

/// Returns the name of a file without directories and without "archive.zip:".
std::string_view base_name(std::string_view file);

/// Returns the last year, "19xx" or "20xx" in a run of 4, 6 or 8 digits, in the name of a file with its
/// folders and its zip ("pr_2026.zip:order.txt" -> "2026"), or an empty text.
std::string year_in_name(std::string_view file);

}  // namespace medcode
