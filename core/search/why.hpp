// Why is this an answer, in words?
//
// Exports explain_hit, list_expansions and suggest_spelling. Held by tests/search/search_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/answer.hpp"
#include "core/search/index.hpp"
#include "core/search/segment.hpp"

namespace medcode::search {

/// Returns one short sentence without a final stop: "all words in the name", "also called ...; fx read as fracture".
std::string explain_hit(const Index& index, std::span<const Segment> segments, const Ranked& ranked);

/// Returns the readings other than the typed words by which one of `ranked` was found, each once.
std::vector<Expansion> list_expansions(const Index& index, std::span<const Segment> segments, std::span<const Ranked> ranked);

/// Returns the query with misspelt words replaced by those that gave the first answer; nothing when none was.
std::optional<std::string> suggest_spelling(const Index& index, std::span<const Segment> segments, std::span<const Ranked> ranked, std::string_view query);

}  // namespace medcode::search
