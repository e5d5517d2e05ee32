// How is a code system read from its chapters down, one level at a time?
//
// Exports browse. The top of a system is its chapters; one without them starts with the codes that have no parent, and
// where those are too many to read, with the initials of their names:
//
//     ""  ->  E00-E89  ->  E08-E13  ->  E11  ->  E11.2  ->  E11.21        ""  ->  ~A  ->  161 acetaminophen
//
// Held by tests/search/browse_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/catalog/catalog.hpp"

namespace medcode::search {

/// Most codes without a parent that a system without chapters lists at its top; more stand under their initials.
inline constexpr std::size_t max_flat_roots = 400;

/// Says what `TreeNode::index` is: the number of a concept, an index into the catalog's groups, or the character that names
/// start with (`A` to `Z`, `0` to `9`, `#` for every other).
enum class TreeNodeKind : std::uint8_t { Concept, Group, Initial };

/// Is one line of the tree.
struct TreeNode {
  TreeNodeKind kind = TreeNodeKind::Concept;
  std::uint32_t index = 0;
  std::uint32_t children = 0;  ///< lines one level down
  std::uint32_t below = 0;     ///< concepts at any depth below
};

/// Is a part of one level of the tree.
struct TreeLevel {
  std::size_t total = 0;        ///< lines of the whole level
  std::vector<TreeNode> nodes;  ///< those asked for: chapters first, then concepts by code
};

/// Returns `limit` lines from `offset` on of what stands directly below `node`: "" for the top, the id of a group, `~A` for
/// an initial, or a code; nothing when there is no such node. Requires: system < catalog.systems().size().
/// Costs one pass over the system's concepts.
std::optional<TreeLevel> browse(const catalog::Catalog& catalog, std::size_t system, std::string_view node, std::size_t offset, std::size_t limit);

}  // namespace medcode::search
