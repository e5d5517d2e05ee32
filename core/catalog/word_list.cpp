#include "core/catalog/word_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/bytes.hpp"
#include "core/catalog/code_table.hpp"
#include "core/catalog/format.hpp"
#include "core/catalog/word_spelling.hpp"
#include "core/text/key.hpp"

namespace medcode::catalog {
namespace {

Error damaged_words() {
  return Error{ErrorCode::Damaged, "The catalog's word list is damaged.", "Build the catalog again.", {}};
}

Error too_many_words() {
  return Error{ErrorCode::TooLarge, "The catalog has more words than this program opens.", "Build it from fewer systems.", {}};
}

using Counted = std::pair<const std::string, std::uint64_t>;

/// Returns the words sorted by what is stored of them, then by how they are spelled.
std::vector<std::string> in_stored_order(const std::vector<const Counted*>& counted) {
  std::vector<std::pair<std::string, std::string>> ordered;  // what is stored and the byte of its kind, the word
  ordered.reserve(counted.size());
  for (const Counted* entry : counted) {
    const WordSpelling spelling = spell_word(entry->first);
    ordered.emplace_back(spelling.stored + '\0' + static_cast<char>(spelling.kind()), entry->first);
  }
  std::sort(ordered.begin(), ordered.end());
  std::vector<std::string> words;
  words.reserve(ordered.size());
  for (auto& [stored, word] : ordered) words.push_back(std::move(word));
  return words;
}

}  // namespace

void WordNumbering::finish() {
  std::vector<const Counted*> by_count;
  by_count.reserve(counts_.size());
  for (const auto& entry : counts_) by_count.push_back(&entry);
  std::sort(by_count.begin(), by_count.end(), [](const auto* a, const auto* b) {
    return a->second != b->second ? a->second > b->second : a->first < b->first;
  });
  const std::size_t common = std::min(common_word_count, by_count.size());
  words_.reserve(by_count.size());
  for (std::size_t i = 0; i < common; ++i) words_.push_back(by_count[i]->first);
  for (std::string& word : in_stored_order({by_count.begin() + static_cast<std::ptrdiff_t>(common), by_count.end()})) words_.push_back(std::move(word));
  for (std::uint32_t number = 0; number < words_.size(); ++number) numbers_.emplace(words_[number], number);
}

namespace {

/// Writes how the keys of forms are made of them: leb of twice the bytes cut off, and 1 when a tail takes their place.
void write_key(std::string_view form, ByteWriter& keys, std::string& tails) {
  const std::string key = text::term_key(form);
  const std::size_t kept = shared_bytes(form, key);
  const bool has_tail = kept < key.size();
  keys.leb((form.size() - kept) * 2 + (has_tail ? 1 : 0));
  if (has_tail) tails += key.substr(kept) + '\n';
}

}  // namespace

WordListBytes write_word_list(const std::vector<std::string>& words) {
  WordListBytes bytes;
  ByteWriter prefixes, keys;
  std::string previous, previous_form;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i < common_word_count) {
      bytes.common += words[i] + '\n';
      continue;
    }
    const WordSpelling spelling = spell_word(words[i]);
    const std::size_t shared = shared_bytes(previous, spelling.stored);
    prefixes.leb(shared);
    bytes.suffixes += spelling.stored.substr(shared) + '\n';
    bytes.kinds += static_cast<char>(spelling.kind());
    previous = spelling.stored;
    if (!spelling.is_plain || spelling.stored == previous_form) continue;
    write_key(spelling.stored, keys, bytes.tails);
    previous_form = spelling.stored;
  }
  bytes.prefixes = std::move(prefixes).bytes();
  bytes.keys = std::move(keys).bytes();
  return bytes;
}

namespace {

/// Takes the next line of `lines`; nothing when there is none.
std::optional<std::string_view> take_line(std::string_view& lines) {
  const std::size_t end = lines.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = lines.substr(0, end);
  lines.remove_prefix(end + 1);
  return line;
}

/// Reads the words that are not among the commonest, one after the other.
class WordListReading {
 public:
  WordListReading(const WordListView& bytes, WordList& list) : suffixes_(bytes.suffixes), kinds_(bytes.kinds), tails_(bytes.tails), prefixes_(bytes.prefixes), keys_(bytes.keys), list_(list) {}

  bool is_at_end() const { return kinds_.empty(); }
  bool is_complete() const { return suffixes_.empty() && tails_.empty() && prefixes_.ok() && prefixes_.at_end() && keys_.ok() && keys_.at_end(); }

  /// Requires: !is_at_end(). Returns false when it is damaged.
  bool next() {
    const auto kind = static_cast<std::uint8_t>(kinds_.front());
    kinds_.remove_prefix(1);
    const std::uint32_t shared = prefixes_.leb();
    const auto suffix = take_line(suffixes_);
    if (!suffix || kind >= 2 * WordSpelling::compound || !is_in_order(shared, *suffix)) return false;
    stored_.resize(shared);
    stored_ += *suffix;
    is_new_form_ |= !suffix->empty();
    const bool is_plain = kind < WordSpelling::compound;
    const auto capitals = static_cast<Capitals>(kind % WordSpelling::compound);
    if (is_plain && (capitals == Capitals::AsStored || (is_new_form_ && !add_form()))) return false;
    append_spelled(stored_, capitals, list_.spelled.text);
    list_.spelled.end();
    list_.form_of_word.push_back(is_plain ? static_cast<std::uint32_t>(list_.forms.size() - 1) : WordList::no_form);
    return true;
  }

 private:
  /// Says whether the word is the one before or stands after it, as searching for beginnings needs.
  bool is_in_order(std::size_t shared, std::string_view suffix) const {
    if (suffix.empty()) return shared == stored_.size() && shared != 0;
    return shared == stored_.size() || (shared < stored_.size() && static_cast<std::uint8_t>(suffix.front()) > static_cast<std::uint8_t>(stored_[shared]));
  }

  bool add_form() {
    is_new_form_ = false;
    const std::uint32_t key = keys_.leb();
    const std::size_t cut = key / 2;
    if (!keys_.ok() || cut > stored_.size()) return false;
    list_.forms.text += stored_;
    list_.forms.end();
    list_.keys.text.append(stored_, 0, stored_.size() - cut);
    if (key % 2 != 0) {
      const auto tail = take_line(tails_);
      if (!tail) return false;
      list_.keys.text += *tail;
    }
    list_.keys.end();
    return true;
  }

  std::string_view suffixes_, kinds_, tails_;
  ByteReader prefixes_, keys_;
  WordList& list_;
  std::string stored_;       ///< of the word before
  bool is_new_form_ = true;  ///< whether the stored text has changed since the last plain word
};

}  // namespace

Result<WordList> read_word_list(const WordListView& bytes) {
  WordList list;
  std::string_view common = bytes.common;
  while (!common.empty()) {
    const auto word = take_line(common);
    if (!word || list.size() == common_word_count) return damaged_words();
    list.spelled.text += *word;
    list.spelled.end();
    list.form_of_word.push_back(WordList::no_form);
  }
  if (!bytes.kinds.empty() && list.size() != common_word_count) return damaged_words();
  if (bytes.kinds.size() > max_words || bytes.suffixes.size() > 0x7FFFFFFFU) return too_many_words();
  const std::uint64_t most_bytes = std::min<std::uint64_t>(0x7FFFFFFFU, max_expansion * (bytes.common.size() + bytes.prefixes.size() + bytes.suffixes.size() + bytes.kinds.size()));
  WordListReading reading(bytes, list);
  while (!reading.is_at_end()) {
    if (!reading.next()) return damaged_words();
    if (list.spelled.text.size() > most_bytes) return too_many_words();
  }
  if (!reading.is_complete()) return damaged_words();
  return list;
}

}  // namespace medcode::catalog
