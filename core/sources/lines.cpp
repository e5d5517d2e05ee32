// One pass over the bytes for each question of lines.hpp; nothing here allocates but its result.
#include "core/sources/lines.hpp"

#include <algorithm>

namespace medcode {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view no_break_space = "\xC2\xA0";

unsigned char byte_at(std::string_view text, std::size_t index) { return static_cast<unsigned char>(text[index]); }

bool is_blank(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Returns the length of the well-formed UTF-8 sequence at `index`, 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t index) {
  const unsigned char lead = byte_at(text, index);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (length == 0 || text.size() - index < length) return 0;
  for (std::size_t step = 1; step < length; ++step) {
    if ((byte_at(text, index + step) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned char second = byte_at(text, index + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : length;
}

/// Returns whether a text has no blank but single spaces between words: what nearly all names are.
bool is_clean(std::string_view text) {
  bool may_be_blank = false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const unsigned char byte = byte_at(text, index);
    const bool blank = byte == ' ';
    if (blank ? !may_be_blank : byte < ' ' || byte == 0x7F || byte == 0xC2) return false;
    may_be_blank = !blank;
  }
  return text.empty() || may_be_blank;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

int days_of_month(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

LineReader::LineReader(std::string_view text) : rest_(without_byte_order_mark(text)) {}

bool LineReader::next(Line& line) {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  line.number = ++number_;
  line.text = rest_.substr(0, end);
  rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
  if (!line.text.empty() && line.text.back() == '\r') line.text.remove_suffix(1);
  return true;
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? text.substr(byte_order_mark.size()) : text;
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  std::size_t index = 0;
  while (index < text.size()) {
    const std::size_t length = sequence_length(text, index);
    if (length == 0) return index;
    index += length;
  }
  return std::nullopt;
}

Result<Done> check_utf8(const std::string& file, std::string_view text) {
  const std::optional<std::size_t> bad = find_bad_utf8(text);
  if (!bad) return Done{};
  return Error{ErrorCode::BadEncoding,
               "The file is not UTF-8: byte " + std::to_string(*bad) + " does not belong to a character.",
               "Save the file as UTF-8, or take the publisher's own file unchanged.",
               Place{file, line_of_offset(text, *bad), *bad, *bad + 1}};
}

std::string latin1_to_utf8(std::string_view text) {
  std::string converted;
  converted.reserve(text.size());
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x80) {
      converted.push_back(letter);
    } else {
      converted.push_back(static_cast<char>(0xC0U | (byte >> 6U)));
      converted.push_back(static_cast<char>(0x80U | (byte & 0x3FU)));
    }
  }
  return converted;
}

std::size_t line_of_offset(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    if (is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == no_break_space) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

std::string cleaned(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  std::string clean;
  clean.reserve(text.size());
  bool gap = false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const unsigned char byte = byte_at(text, index);
    const bool wide_blank = text.substr(index, 2) == no_break_space;
    if (byte <= ' ' || byte == 0x7F || wide_blank) {
      gap = !clean.empty();
      if (wide_blank) ++index;
      continue;
    }
    if (gap) clean.push_back(' ');
    gap = false;
    clean.push_back(text[index]);
  }
  return clean;
}

std::vector<std::string> split_values(std::string_view text, char separator) {
  std::vector<std::string> values;
  while (true) {
    const std::size_t end = text.find(separator);
    std::string value = cleaned(text.substr(0, end));
    if (!value.empty()) values.push_back(std::move(value));
    if (end == std::string_view::npos) return values;
    text.remove_prefix(end + 1);
  }
}

std::string quoted(std::string_view text, std::size_t most) {
  std::string shown = "\"";
  std::size_t index = 0;
  while (index < text.size()) {
    const std::size_t length = sequence_length(text, index);
    if (index + std::max<std::size_t>(length, 1) > most) return shown + "...\"";
    const bool control = byte_at(text, index) < ' ' || byte_at(text, index) == 0x7F;
    if (length == 0 || control) {
      shown.push_back('?');
    } else {
      shown.append(text.substr(index, length));
    }
    index += std::max<std::size_t>(length, 1);
  }
  return shown + "\"";
}

bool same_without_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char one, char other) { return lower(one) == lower(other); });
}

std::optional<std::string> iso_date(std::string_view digits) {
  if (digits.size() != 8 || !all_digits(digits)) return std::nullopt;
  const int year = number_of(digits.substr(0, 4));
  const int month = number_of(digits.substr(4, 2));
  const int day = number_of(digits.substr(6, 2));
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > days_of_month(year, month)) return std::nullopt;
  std::string date(digits);
  date.insert(6, 1, '-');
  date.insert(4, 1, '-');
  return date;
}

}  // namespace medcode
