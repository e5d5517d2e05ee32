// How is JSON from outside read without trusting it?
//
// Exports parse_bounded_json, which refuses too large, too deep and malformed text with its line, and
// accessors that never throw on a member of the wrong kind. Held by tests/sources/bounded_json_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Limit of bytes of one JSON source: its tree takes about ten times that, and the build has 2 GB.
inline constexpr std::size_t max_json_bytes = std::size_t{128} << 20U;

/// Limit of arrays and objects within each other: FHIR's deepest published hierarchies stay under 60,
/// and whoever walks the tree by recursion needs a bound on its stack.
inline constexpr std::size_t max_json_depth = 200;

/// Returns the tree of `file`, or Empty, TooLarge or BadFormat with the line of the fault.
Result<nlohmann::json> parse_bounded_json(const SourceFile& file);

/// Returns the string member `key` of `object`, cleaned; empty when absent or of another kind.
std::string text_member(const nlohmann::json& object, std::string_view key);

/// Returns the array member `key` of `object`; an empty array when absent or of another kind.
/// The reference lives as long as `object`, or as the program.
const nlohmann::json& array_member(const nlohmann::json& object, std::string_view key);

/// Returns the member `key` of `object`; null when absent or `object` is none. Lives as array_member's.
const nlohmann::json& member(const nlohmann::json& object, std::string_view key);

/// Returns a string, number or boolean as text; empty for anything else.
std::string scalar_text(const nlohmann::json& value);

}  // namespace medcode
