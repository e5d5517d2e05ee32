// What is a failure of the grammar called?
//
// Exports the names of the rules that may be missing and the sentence for each. Held by tests/query/golden/.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/base/result.hpp"

namespace medcode::query {

/// Names of the rules that the grammar demands; X3 gives the name of the one that was missing.
namespace demanded {
inline constexpr const char* operand = "operand";
inline constexpr const char* group = "group";
inline constexpr const char* group_end = "group end";
inline constexpr const char* quote_end = "quote end";
inline constexpr const char* weight = "weight";
inline constexpr const char* slop = "slop";
inline constexpr const char* value = "value";
inline constexpr const char* range_end = "range end";
inline constexpr const char* query_end = "query end";
}  // namespace demanded

/// Is a text given in pieces; one function that joins them is smaller than many chains of +.
using Pieces = std::initializer_list<std::string_view>;

/// Returns a BadQuery with the message, the advice and the byte range.
Error query_error(Pieces message, Pieces advice, std::size_t begin, std::size_t end);

/// Returns the error for `text`, in which the rule called `missing` did not follow at byte `at`.
Error syntax_error(std::string_view text, std::string_view missing, std::size_t at);

}  // namespace medcode::query
