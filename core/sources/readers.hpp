// Which formats does the program read?
//
// Exports the table of all readers. A new format is one line in readers.cpp, or in formats_without_xml.cpp where it needs
// neither XML nor zips: a Reader where one file is enough, a GroupReader where several files of one folder belong together
// (LOINC with its part links, RxNorm, SNOMED CT, Athena), a ForeignFile for what publishers ship beside their data. Held by
// tests/sources/readers_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "core/sources/formats.hpp"

namespace medcode {

/// Returns every format: those of XML first, then all that formats_without_xml() has. No file is of both kinds.
const Formats& all_formats();

/// Returns the reader whose format the file has, or null.
const Reader* recognise(const SourceFile& file);

/// Returns the reader of releases spread over several folders to which a table belongs, or null. `head` holds the
/// first 4 kB of the file, or all of it.
const GroupReader* recognise_spread_release(const SourceFile& head);

/// Reads the files of one folder or the members of one zip by all formats.
FolderReading read_folder(std::span<const SourceFile> files);

}  // namespace medcode
