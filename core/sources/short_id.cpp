#include "core/sources/short_id.hpp"

namespace medcode {
namespace {

constexpr std::size_t max_id_letters = 64;  // an id stands in queries, file names and facets

}  // namespace

std::string short_id(std::string_view name) {
  std::string id;
  for (const char letter : name.substr(0, max_id_letters)) {
    if (letter >= 'A' && letter <= 'Z') {
      id.push_back(static_cast<char>(letter - 'A' + 'a'));
    } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      id.push_back(letter);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace medcode
