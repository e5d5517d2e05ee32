#include "core/search/browse.hpp"

#include <algorithm>
#include <string>

namespace medcode::search {
namespace {

/// Longest chain of parents that is followed; a damaged or hostile catalog may go in a circle.
constexpr std::size_t max_depth = 64;

/// Stands for "no group": the top of the system.
constexpr std::uint32_t no_group = 0xFFFFFFFFU;

class Browser {
 public:
  Browser(const catalog::Catalog& catalog, std::size_t system)
      : catalog_(catalog), system_(system), first_(catalog.systems()[system].first), end_(catalog.systems()[system].end) {
    for (const Group& group : catalog.groups()) {
      const bool is_ours = group.system == catalog.systems()[system].system.id;
      has_groups_ = has_groups_ || is_ours;
      starts_.push_back(is_ours ? catalog.find_prefix(system, compact_code(group.first)).first : end_);
      ends_.push_back(is_ours ? std::max(starts_.back(), catalog.find_prefix(system, compact_code(group.last)).second) : end_);
    }
  }

  bool level(std::string_view node, TreeLevel& level) const {
    if (node.empty()) {
      top(level);
      return true;
    }
    for (std::uint32_t group = 0; group < starts_.size(); ++group) {
      if (starts_[group] == end_ || catalog_.groups()[group].id != node) continue;
      inside(group, level);
      return true;
    }
    if (node.size() == 2 && node.front() == '~') {
      inside(no_group, level);
      std::erase_if(level.nodes, [&](const TreeNode& each) { return each.kind != TreeNodeKind::Concept || initial_of(each.index) != node.back(); });
      return true;
    }
    const std::optional<std::uint32_t> above = catalog_.find(system_, node);
    for (std::uint32_t number = first_; above && number < end_; ++number) {
      if (catalog_.parent(number) == *above) level.nodes.push_back({TreeNodeKind::Concept, number, 0, 0});
    }
    return above.has_value();
  }

  /// Counts what stands below the concepts and in the groups among `nodes`.
  void count(std::vector<TreeNode>& nodes) const {
    std::vector<std::uint32_t> children(end_ - first_);
    std::vector<std::uint32_t> below(end_ - first_);
    for (std::uint32_t number = first_; number < end_; ++number) {
      std::uint32_t above = catalog_.parent(number);
      if (is_ours(above)) ++children[above - first_];
      for (std::size_t depth = 0; is_ours(above) && depth < max_depth; ++depth, above = catalog_.parent(above)) ++below[above - first_];
    }
    for (TreeNode& node : nodes) {
      if (node.kind == TreeNodeKind::Concept) {
        node.children = children[node.index - first_];
        node.below = below[node.index - first_];
      } else if (node.kind == TreeNodeKind::Group) {
        TreeLevel members;
        inside(node.index, members);
        node.children = static_cast<std::uint32_t>(members.nodes.size());
        node.below = ends_[node.index] - starts_[node.index];
      }
    }
  }

 private:
  bool is_ours(std::uint32_t number) const { return first_ <= number && number < end_; }

  /// Adds the groups directly in `group` that hold any concept, and the codes without a parent that lie in none of them.
  void inside(std::uint32_t group, TreeLevel& level) const {
    const std::string_view parent = group == no_group ? std::string_view() : catalog_.groups()[group].id;
    std::vector<std::uint32_t> taken;
    for (std::uint32_t other = 0; other < starts_.size(); ++other) {
      if (starts_[other] == ends_[other] || other == group || catalog_.groups()[other].parent != parent) continue;
      taken.push_back(other);
      level.nodes.push_back({TreeNodeKind::Group, other, 0, 0});
    }
    const std::uint32_t end = group == no_group ? end_ : ends_[group];
    for (std::uint32_t number = group == no_group ? first_ : starts_[group]; number < end; ++number) {
      bool is_free = catalog_.parent(number) == catalog::no_parent;
      for (const std::uint32_t other : taken) is_free = is_free && (number < starts_[other] || number >= ends_[other]);
      if (is_free) level.nodes.push_back({TreeNodeKind::Concept, number, 0, 0});
    }
  }

  void top(TreeLevel& level) const {
    inside(no_group, level);
    if (has_groups_ || level.nodes.size() <= max_flat_roots) return;
    std::uint32_t counts[128] = {};
    for (const TreeNode& node : level.nodes) ++counts[static_cast<unsigned char>(initial_of(node.index))];
    level.nodes.clear();
    for (std::uint32_t c = 0; c < 128; ++c) {
      if (counts[c] != 0) level.nodes.push_back({TreeNodeKind::Initial, c, counts[c], counts[c]});
    }
  }

  /// Returns the first letter or digit of a concept's name, upper case; `#` when it is not ASCII.
  char initial_of(std::uint32_t number) const {
    for (const char c : catalog_.display(number)) {
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) return c;
      if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
      if (static_cast<unsigned char>(c) >= 128) break;
    }
    return '#';
  }

  const catalog::Catalog& catalog_;
  std::size_t system_;
  std::uint32_t first_;  ///< the system's concepts are [first_, end_)
  std::uint32_t end_;
  bool has_groups_ = false;
  std::vector<std::uint32_t> starts_;  ///< of the concepts of each group of the catalog; end_ where it is another system's
  std::vector<std::uint32_t> ends_;
};

}  // namespace

std::optional<TreeLevel> browse(const catalog::Catalog& catalog, std::size_t system, std::string_view node, std::size_t offset, std::size_t limit) {
  const Browser browser(catalog, system);
  TreeLevel level;
  if (!browser.level(node, level)) return std::nullopt;
  std::vector<TreeNode>& nodes = level.nodes;
  level.total = nodes.size();
  if (limit < nodes.size() && offset < nodes.size() - limit) nodes.resize(offset + limit);
  nodes.erase(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, nodes.size())));
  browser.count(nodes);
  return level;
}

}  // namespace medcode::search
