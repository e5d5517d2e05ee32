#include "core/catalog/code_table.hpp"

#include <algorithm>
#include <optional>

#include "core/catalog/format.hpp"

namespace medcode::catalog {

std::size_t shared_bytes(std::string_view before, std::string_view code) {
  return static_cast<std::size_t>(std::mismatch(before.begin(), before.end(), code.begin(), code.end()).first - before.begin());
}

void CodeTableWriter::add(std::string_view code) {
  const std::size_t shared = shared_bytes(previous_, code);
  prefixes_.leb(shared);
  suffixes_ += code.substr(shared);
  suffixes_ += '\n';
  previous_ = code;
}

namespace {

/// Returns the bytes that all codes take together, from what they share and what is left; nothing when that cannot be.
std::optional<std::size_t> text_size(std::string_view prefixes, std::string_view suffixes, std::uint32_t count) {
  if (count > prefixes.size() || count > suffixes.size()) return std::nullopt;
  ByteReader shared_lengths(prefixes);
  std::size_t size = suffixes.size() - count;  // without the line feeds
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t shared = shared_lengths.leb();
    if (shared > max_code_bytes) return std::nullopt;
    size += shared;
  }
  return shared_lengths.ok() && shared_lengths.at_end() ? std::optional(size) : std::nullopt;
}

}  // namespace

Result<CodeTable> read_code_table(std::string_view prefixes, std::string_view suffixes, std::uint32_t count) {
  const Error damaged{ErrorCode::Damaged, "The catalog's codes are damaged.", "Build the catalog again.", {}};
  const std::optional<std::size_t> size_of_text = text_size(prefixes, suffixes, count);
  if (!size_of_text) return damaged;
  CodeTable table;
  table.text = Column<char>(*size_of_text);
  table.offsets.resize(std::size_t{count} + 1);
  table.shared.resize(count);
  ByteReader shared_lengths(prefixes);
  const char* before = table.text.data();
  char* out = table.text.data();
  const char* const end_of_text = out + *size_of_text;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t shared = shared_lengths.leb();
    const auto size_before = static_cast<std::size_t>(out - before);
    if (shared > size_before || shared > static_cast<std::size_t>(end_of_text - out)) return damaged;
    // What is said to be shared is all that is shared: the parents follow from it (hierarchy.hpp).
    if (shared < size_before && at < suffixes.size() && suffixes[at] == before[shared]) return damaged;
    char* const code = out;
    for (std::uint32_t k = 0; k < shared; ++k) *out++ = before[k];
    for (; at < suffixes.size() && suffixes[at] != '\n' && out != end_of_text; ++at) *out++ = suffixes[at];
    const auto size = static_cast<std::size_t>(out - code);
    if (at == suffixes.size() || suffixes[at] != '\n' || size == 0 || size > max_code_bytes) return damaged;
    ++at;
    before = code;
    table.shared[i] = static_cast<std::uint8_t>(shared);
    table.offsets[i + 1] = static_cast<std::uint32_t>(out - table.text.data());
  }
  if (out != end_of_text || at != suffixes.size()) return damaged;
  return table;
}

}  // namespace medcode::catalog
