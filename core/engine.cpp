#include "core/engine.hpp"

#include <algorithm>

#include "core/search/search.hpp"
#include "core/search/suggest.hpp"
#include "core/systems/group.hpp"

namespace medcode {
namespace {

/// Longest chain of parents that is followed; a damaged or hostile catalog may go in a circle.
constexpr std::size_t max_depth = 64;

Error no_system(std::string_view system) {
  return {ErrorCode::NotFound, "This catalog has no code system `" + std::string(system) + "`.", "`medcode info` lists those it has.", {}};
}

Error no_code(std::string_view system, std::string_view code) {
  return {ErrorCode::NotFound, "There is no code `" + std::string(code) + "` in " + std::string(system) + ".", "Search for it, or for a part of it.", {}};
}

}  // namespace

Engine::Engine(catalog::Catalog catalog)
    : index_(std::make_unique<search::Index>(std::move(catalog))),
      scratch_(std::make_unique<search::Scratch>(index_->catalog().name_count(), index_->term_count())),
      lexicon_(index_->catalog().lexicon()) {}

Result<Engine> Engine::open(std::string_view catalog_bytes) {
  Result<catalog::Catalog> catalog = catalog::Catalog::open(catalog_bytes);
  if (!catalog.ok()) return catalog.error();
  return Engine(std::move(catalog).value());
}

Result<Done> Engine::load_companion(std::string_view bytes) {
  Result<catalog::Companion> companion = catalog::Companion::open(bytes, catalog().id());
  if (!companion.ok()) return companion.error();
  index_->set_companion(std::move(companion).value());
  return Done{};
}

search::Answer Engine::search(std::string_view query, const search::SearchOptions& options) const {
  return search::search(*index_, lexicon_, *scratch_, query, options);
}

Result<std::uint32_t> Engine::find(std::string_view system, std::string_view code) const {
  std::vector<std::string_view> ids{system};
  for (const std::string_view id : systems_of_alias(system)) ids.push_back(id);
  bool is_known = false;
  for (const std::string_view id : ids) {
    const auto index = catalog().find_system(id);
    if (!index) continue;
    is_known = true;
    if (const auto number = catalog().find(*index, code)) return *number;
  }
  return is_known ? no_code(system, code) : no_system(system);
}

Neighbourhood Engine::neighbourhood(std::uint32_t number) const {
  Neighbourhood result;
  for (std::uint32_t above = catalog().parent(number); above != catalog::no_parent && result.ancestors.size() < max_depth; above = catalog().parent(above)) {
    result.ancestors.push_back(above);
  }
  std::reverse(result.ancestors.begin(), result.ancestors.end());
  const catalog::SystemRun& run = catalog().systems()[catalog().system_of(number)];
  for (std::uint32_t other = run.first; other < run.end; ++other) {
    if (catalog().parent(other) != number) continue;
    if (result.children.size() < max_children) result.children.push_back(other);
    ++result.child_count;
  }
  const std::string compact = compact_code(catalog().code(number));
  for (const Group& group : catalog().groups()) {
    if (group.system == run.system.id && holds_code(group, compact)) result.chapters.push_back(&group);
  }
  return result;
}

Result<search::TreeLevel> Engine::browse(std::string_view system, std::string_view node, std::size_t offset, std::size_t limit) const {
  const auto index = catalog().find_system(system);
  if (!index) return no_system(system);
  std::optional<search::TreeLevel> level = search::browse(catalog(), *index, node, offset, limit);
  if (!level) return no_code(system, node);
  return *std::move(level);
}

std::vector<search::LikenessGroup> Engine::similar(std::uint32_t number, std::optional<std::size_t> in, std::size_t limit) const {
  return search::group_likeness(*index_, lexicon_, *scratch_, number, in, limit);
}

std::vector<std::string> Engine::suggest(std::string_view query, std::size_t limit) const {
  std::vector<std::string> completions = search::suggest_completions(*index_, query, (limit + 1) / 2);
  if (completions.empty()) return completions;
  search::SearchOptions options;
  options.limit = std::min(limit, search::max_limit);
  for (search::Hit& hit : search(query, options).hits) {
    if (completions.size() >= limit) break;
    const bool is_new = std::find(completions.begin(), completions.end(), hit.display) == completions.end();
    if (is_new && search::continues(query, hit.display)) completions.push_back(std::move(hit.display));
  }
  return completions;
}

}  // namespace medcode
