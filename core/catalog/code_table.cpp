#include "core/catalog/code_table.hpp"

#include <algorithm>

#include "core/catalog/format.hpp"

namespace medcode::catalog {

void CodeTableWriter::add(std::string_view code) {
  const auto shared = static_cast<std::size_t>(
      std::mismatch(previous_.begin(), previous_.end(), code.begin(), code.end()).first - previous_.begin());
  prefixes_.leb(shared);
  suffixes_ += code.substr(shared);
  suffixes_ += '\n';
  previous_ = code;
}

Result<CodeTable> read_code_table(std::string_view prefixes, std::string_view suffixes, std::uint32_t count) {
  const Error damaged{ErrorCode::Damaged, "The catalog's codes are damaged.", "Build the catalog again.", {}};
  CodeTable table;
  if (count > prefixes.size()) return damaged;
  table.offsets.reserve(count + 1);
  table.offsets.push_back(0);
  table.text.reserve(std::size_t{count} * 8);
  ByteReader shared_lengths(prefixes);
  std::string previous;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t shared = shared_lengths.leb();
    const std::size_t end = suffixes.find('\n', at);
    if (end == std::string_view::npos || shared > previous.size()) return damaged;
    previous.resize(shared);
    previous.append(suffixes, at, end - at);
    if (previous.empty() || previous.size() > max_code_bytes) return damaged;
    table.text += previous;
    table.offsets.push_back(static_cast<std::uint32_t>(table.text.size()));
    at = end + 1;
  }
  if (!shared_lengths.ok() || !shared_lengths.at_end() || at != suffixes.size()) return damaged;
  return table;
}

}  // namespace medcode::catalog
