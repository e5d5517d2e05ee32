#include "core/catalog/name_table.hpp"

#include <algorithm>
#include <cstring>

#include "core/catalog/format.hpp"

namespace medcode::catalog {
namespace {

/// Returns the number of words of `count` names, from the three columns of lengths alone.
std::uint64_t count_words(const NameTableBytes& bytes, std::uint32_t count) {
  ByteReader prefixes(bytes.prefixes), suffixes(bytes.suffixes), middles(bytes.middles);
  std::uint64_t words = 0;
  for (std::uint32_t i = 0; i < count; ++i) words += std::uint64_t{prefixes.leb()} + suffixes.leb() + middles.leb();
  return words;
}

/// Words copied at a time: so many may be read and written behind the words meant.
constexpr std::size_t step_words = 8;

/// Copies `count` words that lie before `to`. Most names share a few words, for which a call of memcpy is dear. Requires:
/// step_words of room behind `to + count`.
void copy_words(const std::uint32_t* from, std::size_t count, std::uint32_t* to) {
  for (std::size_t k = 0; k < count; k += step_words) std::memmove(to + k, from + k, step_words * sizeof *to);
}

Error damaged_names() { return Error{ErrorCode::Damaged, "The catalog's names are damaged.", "Build the catalog again.", {}}; }

}  // namespace

void NameTableWriter::add(std::span<const std::uint32_t> words) {
  const std::size_t shorter = std::min(words.size(), previous_.size());
  std::size_t prefix = 0;
  while (prefix < shorter && words[prefix] == previous_[prefix]) ++prefix;
  std::size_t suffix = 0;
  while (suffix < shorter - prefix && words[words.size() - 1 - suffix] == previous_[previous_.size() - 1 - suffix]) ++suffix;
  const auto middle = words.subspan(prefix, words.size() - prefix - suffix);
  prefixes_.leb(prefix);
  suffixes_.leb(suffix);
  middles_.leb(middle.size());
  for (const std::uint32_t word : middle) words_.leb(word);
  previous_.assign(words.begin(), words.end());
}

Result<NameTable> read_name_table(const NameTableBytes& bytes, std::uint32_t count, std::uint32_t word_count) {
  ByteReader prefixes(bytes.prefixes), suffixes(bytes.suffixes), middles(bytes.middles), numbers(bytes.words);
  NameTable table;
  if (count > bytes.prefixes.size()) return damaged_names();  // each name takes a byte there: no allocation on a false count
  const std::uint64_t word_total = count_words(bytes, count);
  const std::uint64_t written = bytes.prefixes.size() + bytes.suffixes.size() + bytes.middles.size() + bytes.words.size();
  if (word_total > max_stream_words || word_total > max_expansion * written) {
    return Error{ErrorCode::TooLarge, "The catalog has more text than this program opens.", "Build it from fewer systems.", {}};
  }
  table.words = Column<std::uint32_t>(static_cast<std::size_t>(word_total) + step_words);
  table.offsets.resize(std::size_t{count} + 1);
  table.shared.resize(count);
  std::uint32_t* out = table.words.data();
  const std::uint32_t* before = out;  // the name before ends where this one begins
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t prefix = prefixes.leb();
    const std::uint32_t suffix = suffixes.leb();
    const std::uint32_t middle = middles.leb();
    const std::uint64_t shared = std::uint64_t{prefix} + suffix;
    if (shared > static_cast<std::size_t>(out - before) || shared + middle > max_name_words) return damaged_names();
    const std::uint32_t* const end_before = out;
    copy_words(before, prefix, out);
    before = out;
    out += prefix;
    for (std::uint32_t k = 0; k < middle; ++k) {
      const std::uint32_t word = numbers.leb();
      if (word >= word_count) return damaged_names();
      *out++ = word;
    }
    copy_words(end_before - suffix, suffix, out);
    out += suffix;
    if (!numbers.ok()) return damaged_names();
    table.shared[i] = {static_cast<std::uint16_t>(prefix), static_cast<std::uint16_t>(suffix)};
    table.offsets[i + 1] = static_cast<std::uint32_t>(out - table.words.data());
  }
  if (!prefixes.ok() || !suffixes.ok() || !middles.ok()) return damaged_names();
  if (!prefixes.at_end() || !suffixes.at_end() || !middles.at_end() || !numbers.at_end()) return damaged_names();
  return table;
}

}  // namespace medcode::catalog
