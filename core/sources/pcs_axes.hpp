// What does each position of an ICD-10-PCS code say?
//
// Exports PcsAxes, which takes codes apart by the publisher's tables and definitions, the filling of merged
// concepts, and the codes a table makes. Held by tests/sources/pcs_axes_test.cpp.
//
//   0 F 9 9 3 0 Z   Section 0 Medical and Surgical, Body System F Hepatobiliary System and Pancreas, Operation 9
//                   Drainage, Body Part 9 Common Bile Duct, Approach 3 Percutaneous, Device 0 Drainage Device, Z
//
// The tables may be of another release than the codes. A label is looked for where it is surest first: in the
// row that makes the code, in its table, in the tables of its body system, in those of its section.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/sources/axis_table.hpp"
#include "core/systems/concept.hpp"

namespace medcode {

/// Takes ICD-10-PCS codes apart. The tables given to it must outlive it; the definitions need not.
class PcsAxes {
 public:
  PcsAxes(std::span<const AxisTable> tables, std::span<const AxisDefinition> definitions);

  /// Returns an axis for each character of a code of one to seven characters; the label is empty when no
  /// table knows the value. Cost: a few lookups, plus the rows of one table.
  std::vector<Axis> decompose(std::string_view code) const;

 private:
  struct Label {
    std::string title;
    std::string text;
    std::string definition;
  };

  void index_column(std::string_view prefix, const AxisColumn& column);
  const AxisRow* row_of(std::string_view code) const;
  Axis axis_at(std::string_view code, std::size_t position, const AxisRow* row) const;

  std::unordered_map<std::string, std::vector<const AxisTable*>> tables_;  ///< by the first three characters
  std::unordered_map<std::string, Label> labels_;       ///< by prefix (1 to 3 characters), ":", position, value
  std::unordered_map<std::string, std::string> titles_;  ///< of an axis, by section and position
  std::unordered_map<std::string, std::string> definitions_;  ///< by section, position and label
};

/// Fills the axes of all ICD-10-PCS concepts and returns how many axis values have no label. A code of which no axis has a
/// label (the tables are not at hand) gets none: its bare characters tell nothing.
std::size_t fill_pcs_axes(std::span<const AxisTable> tables, std::span<const AxisDefinition> definitions, std::vector<Concept>& concepts);

/// Codes one table may make: the largest official one makes 6,000.
inline constexpr std::size_t max_codes_of_table = 1'000'000;

/// Returns every code the table makes, row by row; at most max_codes_of_table.
std::vector<std::string> codes_of_table(const AxisTable& table);

}  // namespace medcode
