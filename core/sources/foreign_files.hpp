// What do publishers ship beside their data?
//
// Exports one recogniser for each such kind of file; formats_without_xml.cpp has the reasons people are told. Held by
// tests/sources/readers_test.cpp.
#pragma once

#include "core/sources/source.hpp"

namespace medcode {

bool is_empty_file(const SourceFile& file);
bool is_pdf(const SourceFile& file);
bool is_picture(const SourceFile& file);
bool is_xml_schema(const SourceFile& file);
bool is_office_document(const SourceFile& file);
bool is_markdown_or_readme(const SourceFile& file);

/// Returns whether this is a list of additions, deletions and revisions ("Add:", "Delete:", "Revise from:").
bool is_order_file_addenda(const SourceFile& file);

/// Returns whether this is the list of billable codes only ("A000    Cholera due to ...") that comes with an
/// order file, which holds the same codes and their headers.
bool is_billable_codes_file(const SourceFile& file);

/// Returns whether this is the list of numbered processing notes that comes with the annual HCPCS file.
bool is_hcpcs_processing_notes(const SourceFile& file);

}  // namespace medcode
