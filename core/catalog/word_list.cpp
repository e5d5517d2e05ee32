#include "core/catalog/word_list.hpp"

#include <algorithm>

#include "core/base/bytes.hpp"
#include "core/catalog/format.hpp"

namespace medcode::catalog {
namespace {

Error damaged_words() {
  return Error{ErrorCode::Damaged, "The catalog's word list is damaged.", "Build the catalog again.", {}};
}

}  // namespace

void WordNumbering::finish() {
  std::vector<const std::pair<const std::string, std::uint64_t>*> by_count;
  by_count.reserve(counts_.size());
  for (const auto& entry : counts_) by_count.push_back(&entry);
  std::sort(by_count.begin(), by_count.end(), [](const auto* a, const auto* b) {
    return a->second != b->second ? a->second > b->second : a->first < b->first;
  });
  const std::size_t common = std::min(common_word_count, by_count.size());
  std::sort(by_count.begin() + static_cast<std::ptrdiff_t>(common), by_count.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  words_.reserve(by_count.size());
  for (const auto* entry : by_count) {
    numbers_.emplace(entry->first, static_cast<std::uint32_t>(words_.size()));
    words_.push_back(entry->first);
  }
}

WordListBytes write_word_list(const std::vector<std::string>& words) {
  WordListBytes bytes;
  ByteWriter prefixes;
  std::string_view previous;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (i < common_word_count) {
      bytes.common += word;
      bytes.common += '\n';
      continue;
    }
    const auto shared = static_cast<std::size_t>(
        std::mismatch(previous.begin(), previous.end(), word.begin(), word.end()).first - previous.begin());
    prefixes.leb(shared);
    bytes.suffixes += word.substr(shared);
    bytes.suffixes += '\n';
    previous = word;
  }
  bytes.prefixes = std::move(prefixes).bytes();
  return bytes;
}

Result<WordList> read_word_list(std::string_view common, std::string_view prefixes, std::string_view suffixes) {
  WordList list;
  list.offsets.push_back(0);
  const auto push = [&list](std::string_view shared, std::string_view rest) {
    list.text += shared;
    list.text += rest;
    list.offsets.push_back(static_cast<std::uint32_t>(list.text.size()));
  };
  for (std::size_t at = 0; at < common.size();) {
    const std::size_t end = common.find('\n', at);
    if (end == std::string_view::npos || list.size() == common_word_count) return damaged_words();
    push({}, common.substr(at, end - at));
    at = end + 1;
  }
  if (!suffixes.empty() && list.size() != common_word_count) return damaged_words();
  ByteReader shared_lengths(prefixes);
  std::string previous;
  for (std::size_t at = 0; at < suffixes.size();) {
    const std::size_t end = suffixes.find('\n', at);
    const std::uint32_t shared = shared_lengths.leb();
    if (end == std::string_view::npos || !shared_lengths.ok() || shared > previous.size()) return damaged_words();
    previous.resize(shared);
    previous.append(suffixes, at, end - at);
    push({}, previous);
    if (list.size() > max_words || list.text.size() > 0x7FFFFFFFU) {
      return Error{ErrorCode::TooLarge, "The catalog has more words than this program opens.", "Build it from fewer systems.", {}};
    }
    at = end + 1;
  }
  if (!shared_lengths.at_end()) return damaged_words();
  return list;
}

}  // namespace medcode::catalog
