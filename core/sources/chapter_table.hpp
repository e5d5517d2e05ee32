// In which chapters do the codes of a system stand, where its release does not say?
//
//   system,first,last,chapter
//   hcpcs,E0100,E8999,Durable medical equipment
//   icd10pcs,0F,0F,Hepatobiliary System and Pancreas
//
// A run within another one of its system is a section of it; its id is "first-last", or the one where both are the same.
// Comma or tab separated. Held by tests/sources/chapter_table_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the header row is exactly system, first, last and chapter.
bool is_chapter_table(const SourceFile& file);

/// Reads each row as a group. Its role is Usage: chapters that a release brings itself win.
Result<SourceContent> read_chapter_table(const SourceFile& file);

}  // namespace medcode
