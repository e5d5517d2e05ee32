// Of which labelled values may the codes of a system be composed?
//
// Exports AxisTable and AxisDefinition, plain values that the ICD-10-PCS readers make and
// core/sources/pcs_axes.hpp turns into the axes of each concept. Held by tests/sources/pcs_axes_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace medcode {

/// Is one value an axis may take: {"9", "Common Bile Duct"}.
struct AxisValue {
  std::string value;
  std::string label;
};

/// Is one position of a table or row with all values that may stand there.
struct AxisColumn {
  std::uint8_t position = 0;  ///< 1-based position in the code
  std::string title;          ///< "Body Part"
  std::string definition;     ///< what the only value of a head column means; empty when none
  std::vector<AxisValue> values;
};

/// Is one row of a table: every combination of one value from each column is a code.
struct AxisRow {
  std::vector<AxisColumn> columns;
};

/// Is one table: the columns that all its codes share (one value each), then the rows.
struct AxisTable {
  std::string system;
  std::vector<AxisColumn> head;
  std::vector<AxisRow> rows;
};

/// Says what a label means wherever it stands in a section at a position.
struct AxisDefinition {
  std::string system;
  std::string section;        ///< the code's first character: "0"
  std::uint8_t position = 0;  ///< 1-based
  std::string label;          ///< "Excision"
  std::string text;           ///< definition, explanation and examples in one paragraph
};

}  // namespace medcode
