#include "core/sources/former_codes.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/sources/icd_code.hpp"
#include "core/sources/lines.hpp"

namespace medcode {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Returns first to last when they differ in one digit only: S06.890A to S06.899A. Nothing otherwise.
std::vector<std::string> written_out(const std::string& first, const std::string& last) {
  if (first.size() != last.size()) return {};
  const auto [in_first, in_last] = std::mismatch(first.begin(), first.end(), last.begin());
  if (in_first == first.end() || !is_digit(*in_first) || !is_digit(*in_last) || *in_last < *in_first) return {};
  if (!std::equal(in_first + 1, first.end(), in_last + 1)) return {};
  std::vector<std::string> codes;
  std::string code = first;
  const auto at = static_cast<std::size_t>(in_first - first.begin());
  for (char digit = *in_first; digit <= *in_last; ++digit) {
    code[at] = digit;
    codes.push_back(code);
  }
  return codes;
}

/// Adds the codes of one word of the cell and returns what it is.
FormerCodes::Shape add_word(const std::string& word, std::vector<std::string>& codes) {
  if (std::optional<std::string> code = icd10cm_code(word)) {
    codes.push_back(std::move(*code));
    return FormerCodes::Shape::Codes;
  }
  const std::size_t hyphen = word.find('-');
  const std::optional<std::string> first = icd10cm_code(std::string_view(word).substr(0, hyphen));
  if (hyphen == std::string::npos || !first) return FormerCodes::Shape::Unknown;
  const std::optional<std::string> last = icd10cm_code(std::string_view(word).substr(hyphen + 1));
  if (!last) return FormerCodes::Shape::Unknown;
  const std::vector<std::string> run = written_out(*first, *last);
  codes.insert(codes.end(), run.begin(), run.end());
  return run.empty() ? FormerCodes::Shape::Run : FormerCodes::Shape::Codes;
}

bool joins(const std::string& word) { return word == "&" || same_without_case(word, "and"); }

bool begins_description(const std::string& word) {
  return same_without_case(word, "code") || same_without_case(word, "codes") || word == "a";
}

}  // namespace

FormerCodes former_codes(std::string_view text) {
  std::string separated(text);
  std::replace_if(separated.begin(), separated.end(), [](char letter) { return letter == ',' || letter == ';'; }, ' ');
  FormerCodes former;
  for (const std::string& word : split_values(separated, ' ')) {
    if (joins(word)) {
      former.together = true;
      continue;
    }
    former.shape = begins_description(word) ? FormerCodes::Shape::Run : add_word(word, former.codes);
    if (former.shape != FormerCodes::Shape::Codes) return former;
  }
  return former;
}

}  // namespace medcode
