// How are files compressed and inflated?
//
// Exports gzip and gunzip over zlib; the same bytes always give the same file (no time, no name in the header).
// Held by tests/cli/gzip_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace medcode {

/// Limit of inflated bytes, so that a small hostile file cannot fill the memory.
inline constexpr std::size_t max_inflated_bytes = std::size_t{2} << 30U;

/// Returns `bytes` as gzip, level 9.
std::string gzip(std::string_view bytes);

/// Returns the content of gzip `bytes`; bytes that are not gzip come back as they are. Errors: Damaged, Truncated, TooLarge.
Result<std::string> gunzip(std::string_view bytes);

}  // namespace medcode
