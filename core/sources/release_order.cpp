// Releases are compared as lists of numbers; a date in eight digits is three of them.
#include "core/sources/release_order.hpp"

#include <cstdint>
#include <vector>

namespace medcode {
namespace {

constexpr std::uint64_t first_year = 1900;
constexpr std::uint64_t largest_number = 99'999'999;  // a date YYYYMMDD; beyond it digits are left out

std::vector<std::uint64_t> numbers_of(std::string_view release) {
  std::vector<std::uint64_t> numbers;
  bool inside = false;
  for (const char letter : release) {
    const bool digit = letter >= '0' && letter <= '9';
    if (digit && !inside) numbers.push_back(0);
    if (digit && numbers.back() <= largest_number / 10) {
      numbers.back() = numbers.back() * 10 + static_cast<std::uint64_t>(letter - '0');
    }
    inside = digit;
  }
  const bool date = !numbers.empty() && numbers.front() > first_year * 10'000;
  if (date) {
    const std::uint64_t day = numbers.front();
    numbers.assign({day / 10'000, day / 100 % 100, day % 100});
  }
  return numbers;
}

bool starts_with_year(const std::vector<std::uint64_t>& numbers) { return !numbers.empty() && numbers.front() >= first_year; }

}  // namespace

bool release_before(std::string_view left, std::string_view right) {
  const std::vector<std::uint64_t> first = numbers_of(left);
  const std::vector<std::uint64_t> second = numbers_of(right);
  if (starts_with_year(first) != starts_with_year(second)) return starts_with_year(second);
  return first < second;
}

bool releases_comparable(std::string_view left, std::string_view right) {
  const std::vector<std::uint64_t> first = numbers_of(left);
  const std::vector<std::uint64_t> second = numbers_of(right);
  return !first.empty() && !second.empty() && starts_with_year(first) == starts_with_year(second);
}

}  // namespace medcode
