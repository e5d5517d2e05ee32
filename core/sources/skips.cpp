#include "core/sources/skips.hpp"

#include <string>

#include "core/sources/lines.hpp"

namespace medcode {

void skip(SourceReport& report, std::string_view reason, std::size_t line, std::string_view example) {
  ++report.skipped;
  for (SkipReason& known : report.skip_reasons) {
    if (known.reason == reason) {
      ++known.count;
      return;
    }
  }
  report.skip_reasons.push_back(SkipReason{std::string(reason), 1, line, quoted(example)});
}

}  // namespace medcode
