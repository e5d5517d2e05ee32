// Which codes are in a chapter or section?
//
// Exports holds_code. Held by tests/systems/group_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "core/systems/code_system.hpp"
#include "core/systems/concept.hpp"

namespace medcode {

/// Returns whether a code of the group's system, in its compact spelling, lies in the run of `group`: "E1121" in E08-E13,
/// and in a run that ends with E11 as well.
inline bool holds_code(const Group& group, std::string_view compact) {
  const std::string last = compact_code(group.last);
  return compact_code(group.first) <= compact && compact.substr(0, last.size()) <= last;
}

}  // namespace medcode
