// Which code stands above which?
//
// Exports ShapeParents: in systems whose codes grow by adding characters, the parent of a code is the longest
// earlier code that it starts with (E11.21 -> E11.2 -> E11). As codes stand in the catalog front-coded, that shows without
// their text: E11.9 shares 4 bytes with E11.21, so E11.2 (5 bytes) is not its parent and E11 (3 bytes) is.
// Held by tests/catalog/hierarchy_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace medcode::catalog {

/// Means "no parent" wherever a place or number of a parent stands.
inline constexpr std::uint32_t no_parent = 0xFFFFFFFFU;

/// Says whether the codes of `system` show their parent.
bool has_code_shape(std::string_view system);

/// Finds parents while the codes of one system pass by, sorted by compact code.
class ShapeParents {
 public:
  explicit ShapeParents(std::string_view system) : is_active_(has_code_shape(system)) {}

  /// Returns the place of the parent of the code of `size` bytes that stands at `place`, or no_parent. `shared`: how many
  /// bytes it has in common with the start of the code before (shared_bytes).
  std::uint32_t next(std::size_t shared, std::size_t size, std::uint32_t place);

 private:
  struct Open {
    std::size_t size;
    std::uint32_t place;
  };
  bool is_active_;
  std::vector<Open> open_;  ///< the codes that the last one starts with, shortest first, and itself
};

}  // namespace medcode::catalog
