#include "core/base/json_nesting.hpp"

namespace medcode {

std::optional<std::size_t> find_nesting_beyond(std::string_view json, std::size_t depth) {
  std::size_t open = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char letter = json[at];
    if (in_string) {
      if (letter == '\\') ++at;
      if (letter == '"') in_string = false;
    } else if (letter == '"') {
      in_string = true;
    } else if (letter == '{' || letter == '[') {
      if (++open > depth) return at;
    } else if ((letter == '}' || letter == ']') && open > 0) {
      --open;
    }
  }
  return std::nullopt;
}

}  // namespace medcode
