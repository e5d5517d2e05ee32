// How is a query answered from its text to the list?
//
// Exports search: parse, plan, rank, count, explain. Held by tests/search/search_test.cpp.
#pragma once

#include <string_view>

#include "core/search/answer.hpp"
#include "core/search/index.hpp"
#include "core/search/scratch.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::search {

/// Answers `query`, which may be anything. Never fails: what is wrong is in Answer::error.
Answer search(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::string_view query, const SearchOptions& options);

}  // namespace medcode::search
