// Takes a query apart at its blanks and operators and keeps the words.
//
//   typed   pneumonia AND (title:viral^0 OR code:J12..J10
//   read    pneumonia            viral          J12  J10
#include "core/query/plain_reading.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/query/characters.hpp"
#include "core/query/fields.hpp"
#include "core/query/limits.hpp"

namespace medcode::query {
namespace {

/// Takes a suffix of `mark` and digits (`^2.5`, `~9`) off the end of `word`, unless nothing would remain.
std::string_view without_suffix(std::string_view word, char mark) {
  const std::size_t last = word.find_last_not_of("0123456789.");
  return last != word.npos && last > 0 && word[last] == mark ? word.substr(0, last) : word;
}

/// Returns `code` without the quotes or brackets around it and without the system before its /.
std::string_view bare_code(std::string_view code) {
  const auto opening = [&] { return code.starts_with('[') ? std::size_t{1} : quote_length(code); };
  while (!code.empty() && opening() != 0) code = code.substr(opening());
  std::size_t end = 0;
  while (end < code.size() && quote_length(code.substr(end)) == 0) ++end;
  code = code.substr(0, code.substr(0, end).find_last_not_of(']') + 1);
  const std::size_t slash = code.find('/');
  return slash != code.npos && slash + 1 < code.size() ? code.substr(slash + 1) : code;
}

/// Collects words from left to right.
class WordReader {
 public:
  WordReader(std::string_view text, bool is_typing) : text_(text), is_typing_(is_typing) {}

  PlainReading read() {
    while (at_ < text_.size()) read_next();
    PlainReading reading;
    reading.word_count = count_;
    if (words_.size() == 1) {
      reading.root = std::move(words_.front());
    } else if (!words_.empty()) {
      reading.root.kind = NodeKind::And;
      reading.root.span = {words_.front().span.begin, words_.back().span.end};
      reading.root.children = std::move(words_);
    }
    return reading;
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  /// Reads one blank, operator, quote or word.
  void read_next() {
    if (const std::size_t blank = blank_length(rest()); blank != 0) {
      at_ += blank;
    } else if (const std::size_t quote = quote_length(rest()); quote != 0) {
      is_quoted_ = !is_quoted_;
      at_ += quote;
      if (!is_quoted_) skip_suffixes();
    } else if (is_quoted_) {
      read_quoted_word();
    } else if (const std::size_t keyword = keyword_length(rest()); keyword != 0) {
      at_ += keyword;
    } else if (ends_word(rest()) || minus_length(rest()) != 0) {
      ++at_;
      if (text_[at_ - 1] == ')') skip_suffixes();
    } else if (const Field* field = field_at(rest()); field != nullptr) {
      at_ += field->name.size() + 1;
      if (field->shape != ValueShape::Words) read_values(*field);
    } else {
      read_word();
    }
  }

  void skip_suffixes() {
    while (at_ < text_.size() && (text_[at_] == '^' || text_[at_] == '~')) {
      at_ = std::min(text_.find_first_not_of("0123456789.", at_ + 1), text_.size());
    }
  }

  void read_quoted_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && blank_length(rest()) == 0 && quote_length(rest()) == 0) ++at_;
    add(text_.substr(begin, at_ - begin));
  }

  std::string_view next_piece() {
    const std::size_t begin = at_;
    while (!ends_word(rest())) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void read_word() {
    const std::string_view piece = next_piece();
    add(has_quote(piece) ? piece : without_suffix(without_suffix(piece, '^'), '~'));
  }

  /// Reads the codes after code: and its like as words; names of systems and states are none.
  void read_values(const Field& field) {
    std::string_view piece = without_suffix(next_piece(), '^');
    if (field.shape == ValueShape::Names) return;
    while (!piece.empty()) {
      const std::size_t end = std::min({piece.find(','), piece.find(".."), piece.size()});
      add(bare_code(piece.substr(0, end)));
      piece = piece.substr(std::min(std::max<std::size_t>(piece.find_first_not_of(",.", end), end), piece.size()));
    }
  }

  void add(std::string_view word) {
    if (word.empty()) return;
    ++count_;
    if (count_ > max_query_words) return;
    const auto begin = static_cast<std::size_t>(word.data() - text_.data());
    Node node;
    node.kind = NodeKind::Word;
    node.span = {begin, begin + word.size()};
    node.text = word;
    node.is_prefix = is_typing_ && node.span.end == text_.size();
    words_.push_back(std::move(node));
  }

  std::string_view text_;
  bool is_typing_;
  bool is_quoted_ = false;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::vector<Node> words_;
};

}  // namespace

PlainReading read_plainly(std::string_view text, bool is_typing) { return WordReader(text, is_typing).read(); }

}  // namespace medcode::query
