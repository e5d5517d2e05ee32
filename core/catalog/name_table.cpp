#include "core/catalog/name_table.hpp"

#include <algorithm>

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
  table.offsets.reserve(count + 1);
  const std::uint64_t word_total = count_words(bytes, count);
  if (word_total > max_stream_words || word_total > std::uint64_t{max_name_words} * count) {
    return Error{ErrorCode::TooLarge, "The catalog has more text than this program opens.", "Build it from fewer systems.", {}};
  }
  table.words.resize(static_cast<std::size_t>(word_total));
  std::size_t begin = 0;
  table.offsets.push_back(0);
  std::size_t previous_begin = 0;
  std::size_t previous_size = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t prefix = prefixes.leb();
    const std::uint32_t suffix = suffixes.leb();
    const std::uint32_t middle = middles.leb();
    const std::uint64_t size = std::uint64_t{prefix} + suffix + middle;
    if (std::uint64_t{prefix} + suffix > previous_size || size > max_name_words) return damaged_names();
    std::uint32_t* const out = table.words.data() + begin;
    const std::uint32_t* const before = table.words.data() + previous_begin;
    std::copy_n(before, prefix, out);
    for (std::uint32_t k = 0; k < middle; ++k) {
      const std::uint32_t word = numbers.leb();
      if (word >= word_count) return damaged_names();
      out[prefix + k] = word;
    }
    std::copy_n(before + previous_size - suffix, suffix, out + prefix + middle);
    if (!numbers.ok()) return damaged_names();
    previous_begin = begin;
    previous_size = static_cast<std::size_t>(size);
    begin += previous_size;
    table.offsets.push_back(static_cast<std::uint32_t>(begin));
  }
  if (!prefixes.ok() || !suffixes.ok() || !middles.ok()) return damaged_names();
  if (!prefixes.at_end() || !suffixes.at_end() || !middles.at_end() || !numbers.at_end()) return damaged_names();
  return table;
}

}  // namespace medcode::catalog
