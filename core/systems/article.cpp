// The headings of an article in the order in which they are shown. Held by tests/systems/code_system_test.cpp.
#include "core/systems/article.hpp"

#include <array>

namespace medcode {

std::span<const std::string_view> article_headings() {
  static constexpr std::array<std::string_view, 14> headings = {
      "Name of the Procedure", "Summary",
      "Purpose",               "Indications",
      "Preparation",           "Procedure Description",
      "Duration",              "Setting",
      "Personnel",             "Risks and Complications",
      "Benefits",              "Recovery",
      "Alternatives",          "Patient Experience",
  };
  return headings;
}

}  // namespace medcode
