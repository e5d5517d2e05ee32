// Which codes stand in the smaller tables that publishers give as plain CSV?
//
// Exports the readers of the MS-DRG titles, of RxTerms and of LOINC's commonest laboratory tests, and their
// recognisers, which look at the header row. Held by tests/sources/small_csv_test.cpp.
//
//   drg,mdc,type,description                         system msdrg, every group billable
//   rxcui,display_name,strengths,synonyms            system rxnorm, a part of it; NA is a name without a code
//   LOINC #,Long Common Name,Short Name,CLASS,Rank   system loinc, a part of it; usage is 2182 less the rank
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` has the header of the MS-DRG titles.
bool is_msdrg(const SourceFile& file);

/// Returns every diagnosis-related group; the titles stay in capitals, as the publisher has them.
Result<SourceContent> read_msdrg(const SourceFile& file);

/// Returns whether `file` has the header of the RxTerms display names.
bool is_rxterms(const SourceFile& file);

/// Returns every drug of RxTerms. Several rows of one RXCUI become one concept: the first name is its display.
Result<SourceContent> read_rxterms(const SourceFile& file);

/// Returns whether `file` has the header of LOINC's table of commonest tests.
bool is_loinc_top(const SourceFile& file);

/// Returns every test; a code that stands twice keeps its first name, the other one becomes a synonym.
Result<SourceContent> read_loinc_top(const SourceFile& file);

}  // namespace medcode
