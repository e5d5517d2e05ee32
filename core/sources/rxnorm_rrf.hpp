// What is in an RxNorm release (RRF files)?
//
// Exports the group reader. Held by tests/sources/rxnorm_rrf_test.cpp.
//
// One row a line, fields between pipes, no header, a pipe at the end, a quote being a letter:
//
//   RXNCONSO  names. The atom of source RXNORM that is no synonym (TTY IN, PIN, MIN, BN, SCD, SBD, SCDC ...) is the
//             concept and its display; RXNORM's SY, TMSY, ET and PSN, and names of vocabularies free of charge
//             (restriction level 0), are synonyms; suppressed as obsolete means inactive
//   RXNREL    relations of RXNORM between concepts, each in one direction: "RXCUI2 RELA RXCUI1"
//   RXNSAT    NDC numbers: relations "has-ndc"
//   RXNSAB    the version of RXNORM itself: "20AA_250707F" is the release 2025-07-07
//
// A release without a single name of restricted level is the prescribable content: only a part of the system.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether this looks like one of the tables above.
bool is_rxnorm_table(const SourceFile& file);

/// Returns which files are RXNCONSO, RXNREL, RXNSAT or RXNSAB, empty when no RXNCONSO is among them. Of two of one kind
/// the larger is taken, and of the other tables those nearest to it: a full release also holds its prescribable subset.
std::vector<std::size_t> take_rxnorm_rrf(std::span<const SourceFile> files);

/// Reads them; the concepts come in the content of RXNCONSO.
Result<std::vector<SourceContent>> read_rxnorm_rrf(std::span<const SourceFile> files);

/// Returns whether this looks like a table of an RRF release, each row ending with a pipe: what take_rxnorm_rrf
/// leaves of them carries nothing more.
bool is_rrf_table(const SourceFile& file);

}  // namespace medcode
