// What is in the annual HCPCS Level II file, 320 columns wide?
//
// Columns: 1-5 code (a modifier stands in 4-5), 6-10 sequence, 11 record id (3 a code, 4 its continuation, 7 a
// modifier, 8 its continuation), 12-91 long description, 92-119 short, 230 coverage, 257-259 BETOS, 261 type of
// service, 269-276 added, 277-284 action effective, 285-292 terminated (YYYYMMDD).
//
//   A0021001003Ambulance service, outside state per mile, transport (medicaid only)  Outside state ...
//
// Lines before the first code are the publisher's disclaimers. Held by tests/sources/hcpcs_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether one of the first lines has the columns of the annual HCPCS file.
bool is_hcpcs_fixed(const SourceFile& file);

/// Reads codes as system "hcpcs" and modifiers as system "hcpcsmod". Text that is not UTF-8 is read as
/// Latin-1, which is what CMS writes.
Result<SourceContent> read_hcpcs_fixed(const SourceFile& file);

}  // namespace medcode
