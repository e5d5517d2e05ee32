// Which vaccines has the CDC numbered, and under which trade names are they sold?
//
// Exports the readers of the CDC's cvx.xml and tradename.xml and their recognisers. Held by
// tests/sources/cvx_test.cpp.
//
//   <CVXInfo>   FullVaccinename the display, ShortDescription a short name, Notes a note; Status "Inactive" and
//               "Never Active" make it inactive; the publisher's word is the property "status"
//   <prodInfo>  pairs of <Name> and <Value>: CDC Product Name becomes a synonym of the code in CVXCode
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is the CDC's table of vaccines administered.
bool is_cvx(const SourceFile& file);

/// Returns every vaccine of cvx.xml.
Result<SourceContent> read_cvx(const SourceFile& file);

/// Returns whether `file` is the CDC's table of vaccine product names.
bool is_cvx_trade_names(const SourceFile& file);

/// Returns one Concept per code with its trade names as synonyms and their manufacturers as properties.
Result<SourceContent> read_cvx_trade_names(const SourceFile& file);

}  // namespace medcode
