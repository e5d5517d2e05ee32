// Which names meet a segment, all its alternatives taken together?
//
// Exports unite, which makes the segment's list from every posting, and unite_all, which first makes the short lists and
// then reads the words of the concepts they leave instead of the long lists: after "biliary" a single letter more has some
// 300,000 postings but only 200 concepts to be found in. Held by tests/search/reference_search_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"
#include "core/search/scratch.hpp"
#include "core/search/segment.hpp"

namespace medcode::search {

/// Makes the list of `segment`, unless it is made.
void unite(const Index& index, Scratch& scratch, Segment& segment);

/// Makes the lists of all segments as far as strict answers need them: a long one only for the concepts that meet the
/// required short ones and are allowed. Returns the concepts that meet every required segment and are allowed, ascending;
/// none when no segment is required.
std::vector<std::uint32_t> unite_all(const Index& index, Scratch& scratch, std::span<Segment> segments, const std::optional<ConceptSet>& allowed);

/// Empties the lists that unite_all has cut and makes them in full, as the relaxed reading needs.
void unite_in_full(const Index& index, Scratch& scratch, std::span<Segment> segments);

}  // namespace medcode::search
