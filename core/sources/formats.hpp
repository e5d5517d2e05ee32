// Which reader of a table of formats understands a file?
//
// Exports Formats and the reading of one folder or zip by them. Files are recognised by what is in them, never by their
// names. What the program knows stands in readers.cpp; what a page may bring along, without the libraries for XML and
// zips, in formats_without_xml.cpp. Held by tests/sources/readers_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Reads one format of which one file is enough.
struct Reader {
  std::string_view format;                                  ///< "ICD-10-CM order file", as in SourceReport
  bool (*recognises)(const SourceFile& file);               ///< looks at the first few kB only
  Result<SourceContent> (*read)(const SourceFile& file);
};

/// Reads one format that comes as several files of one folder or zip.
struct GroupReader {
  std::string_view format;
  /// Returns the indices of the files it takes, empty when its main file is not among them. The files may
  /// also lie in subfolders; it looks at names for nothing but telling two releases apart.
  std::vector<std::size_t> (*takes)(std::span<const SourceFile> files);
  /// Is given exactly the files it took, in their order; returns one content per file (a file that only
  /// supports another one may come without concepts, but with its own report).
  Result<std::vector<SourceContent>> (*read)(std::span<const SourceFile> files);
  /// Returns whether a file, of which the first 4 kB are enough, is a table of this format; null where all tables of a
  /// release lie in one folder.
  bool (*is_table)(const SourceFile& file) = nullptr;
};

/// Knows a file that carries nothing for us, so that it is skipped with a reason instead of refused.
struct ForeignFile {
  std::string_view reason;  ///< "a PDF document, not a table of codes"
  bool (*recognises)(const SourceFile& file);
};

/// Is a table of formats in the order in which files are offered to them: the particular before the general.
struct Formats {
  std::span<const Reader> readers;
  std::span<const GroupReader> groups;
  std::span<const ForeignFile> foreign;
};

/// Returns the formats that need no library: tables, FHIR JSON and the terminology bodies' delimited releases. A file of
/// the XML ones is skipped with the advice to use the program.
const Formats& formats_without_xml();

/// Returns the reader whose format the file has, or null.
const Reader* recognise(const SourceFile& file, const Formats& formats);

/// Returns why a file that no reader recognises is skipped.
std::string reason_to_skip(const SourceFile& file, const Formats& formats);

/// Is a file that was not read, with the reason.
struct SkippedFile {
  std::string file;
  std::string reason;
};

/// Is everything found in one folder or zip. A file is in exactly one of `contents`, `skipped`, `errors`.
struct FolderReading {
  std::vector<SourceContent> contents;
  std::vector<SkippedFile> skipped;
  std::vector<Error> errors;
};

/// Reads the files of one folder or the members of one zip: group readers first, then file by file in the
/// order given. An empty file is an error: a download was cut off.
FolderReading read_folder(std::span<const SourceFile> files, const Formats& formats);

}  // namespace medcode
