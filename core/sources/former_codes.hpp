// Which codes does a cell of the conversion table name?
//
// Exports former_codes. Held by tests/sources/icd10cm_conversion_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medcode {

/// Is what stands in "Previous Code(s) Assignment".
struct FormerCodes {
  enum class Shape {
    Codes,    ///< one code or several
    Run,      ///< a run too wide to list: "Codes in Categories T15-T19", "I10-I15.9"
    Unknown,  ///< something else
  };
  Shape shape = Shape::Unknown;
  std::vector<std::string> codes;
  bool together = false;  ///< "M96.89 & Y84.8": both were needed to say what one code says now
};

/// Returns the codes of "A04.7", "H02.101-H02.106; H02.109" (runs that differ in one digit are written out) or
/// "G56.01 and G56.02".
FormerCodes former_codes(std::string_view text);

}  // namespace medcode
