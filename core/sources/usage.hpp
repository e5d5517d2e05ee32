// How often does this site use each code?
//
//   system,code,count
//   icd10cm,I10,48211
//
// Comma or tab separated. Held by tests/sources/usage_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the header row is exactly system, code and count.
bool is_usage(const SourceFile& file);

/// Reads each row as a concept that only adds its usage. Its role is Usage.
Result<SourceContent> read_usage(const SourceFile& file);

}  // namespace medcode
