// How are the codes of a system laid down, and found again?
//
// Codes stand in the publisher's spelling, sorted by their compact spelling, each front-coded against the one before.
// Held by tests/catalog/code_table_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/column.hpp"
#include "core/base/result.hpp"

namespace medcode::catalog {

/// Returns how many bytes `code` has in common with the start of `before`.
std::size_t shared_bytes(std::string_view before, std::string_view code);

/// Lays down codes one after the other.
class CodeTableWriter {
 public:
  void add(std::string_view code);

  std::string prefixes() const { return prefixes_.bytes(); }
  const std::string& suffixes() const { return suffixes_; }

 private:
  ByteWriter prefixes_;
  std::string suffixes_;
  std::string previous_;
};

/// Holds the codes of all concepts by number.
struct CodeTable {
  Column<char> text;
  std::vector<std::uint32_t> offsets;  ///< one more than there are codes
  std::vector<std::uint8_t> shared;    ///< of each code, how many bytes it has in common with the start of the one before

  std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  std::string_view code(std::uint32_t number) const {
    return {text.span().data() + offsets[number], offsets[number + 1] - offsets[number]};
  }
};

/// Reads `count` codes of 1 to max_code_bytes bytes. Errors: Damaged.
Result<CodeTable> read_code_table(std::string_view prefixes, std::string_view suffixes, std::uint32_t count);

}  // namespace medcode::catalog
