// What has to be met, and what may be an answer?
//
// Exports Plan and make_plan: the query's tree becomes segments that are scored and a set of concepts that are allowed.
// Words that stand together at the top are scored as they are; NOT, OR and filters become sets.
// Held by tests/search/plan_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"
#include "core/search/concept_set.hpp"
#include "core/search/index.hpp"
#include "core/search/scratch.hpp"
#include "core/search/segment.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::search {

struct Plan {
  std::vector<Segment> segments;       ///< scored; those required must be met; lists may not be made
  std::optional<ConceptSet> allowed;   ///< absent: every concept
  std::vector<std::uint32_t> similar;  ///< concepts whose likeness was asked for
  std::vector<Error> problems;         ///< parts that were passed over, with span and advice
};

Plan make_plan(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, const query::Node& root);

}  // namespace medcode::search
