#include "core/sources/icd_code.hpp"

#include <algorithm>
#include <cstddef>

#include "core/sources/lines.hpp"
#include "core/systems/code_system.hpp"

namespace medcode {
namespace {

constexpr std::size_t category_characters = 3;
constexpr std::size_t most_characters = 7;

bool is_letter(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_letter_or_digit(char letter) { return is_letter(letter) || (letter >= '0' && letter <= '9'); }

}  // namespace

std::optional<std::string> icd10cm_code(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.back() == '-') text.remove_suffix(1);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  if (text.size() < category_characters || !is_letter(text.front())) return std::nullopt;
  std::string compact(text.substr(0, category_characters));
  std::string_view rest = text.substr(category_characters);
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
    if (rest.empty()) return std::nullopt;
  }
  compact.append(rest);
  if (compact.size() > most_characters || !std::all_of(compact.begin(), compact.end(), is_letter_or_digit)) return std::nullopt;
  return canonical_code("icd10cm", compact);
}

}  // namespace medcode
