// What is in an HCPCS Level II file as CSV?
//
//   code,long_description,short_description,coverage,type_of_service,added,terminated
//   A0021,"Ambulance service, outside state per mile, transport (medicaid only)",Outside state ...,I,D,19850101,
//
// Dates are YYYYMMDD. Held by tests/sources/hcpcs_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the header row names code, long_description, short_description and added.
bool is_hcpcs_csv(const SourceFile& file);

/// Reads every row as a concept of system "hcpcs"; codes of two characters go to system "hcpcsmod".
Result<SourceContent> read_hcpcs_csv(const SourceFile& file);

}  // namespace medcode
