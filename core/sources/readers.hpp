// Which reader understands a file?
//
// Exports the table of all readers and the reading of one folder or zip. Files are recognised by what is
// in them, never by their names. A new format is one line in readers.cpp: a Reader where one file is
// enough, a GroupReader where several files of one folder belong together (LOINC with its part links,
// RxNorm, SNOMED CT, Athena), a ForeignFile for what publishers ship beside their data. Held by
// tests/sources/readers_test.cpp.
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

/// Returns the table in the order in which files are offered to it: the particular before the general.
std::span<const Reader> readers();
std::span<const GroupReader> group_readers();
std::span<const ForeignFile> foreign_files();

/// Returns the reader whose format the file has, or null.
const Reader* recognise(const SourceFile& file);

/// Returns the reader of releases spread over several folders to which a table belongs, or null. `head` holds the
/// first 4 kB of the file, or all of it.
const GroupReader* recognise_spread_release(const SourceFile& head);

/// Returns why a file that no reader recognises is skipped.
std::string reason_to_skip(const SourceFile& file);

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
FolderReading read_folder(std::span<const SourceFile> files);

}  // namespace medcode
