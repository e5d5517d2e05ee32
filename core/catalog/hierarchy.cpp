#include "core/catalog/hierarchy.hpp"

#include "core/systems/code_system.hpp"

namespace medcode::catalog {

bool has_code_shape(std::string_view system) {
  return system == "icd10cm" || system == "icd10pcs" || system == "icd9cm" || system == "icd9proc";
}

std::uint32_t ShapeParents::next(std::string_view code, std::uint32_t place) {
  if (!is_active_) return no_parent;
  std::string compact = compact_code(code);
  while (!open_.empty() && !(compact.starts_with(open_.back().compact) && compact != open_.back().compact)) open_.pop_back();
  const std::uint32_t parent = open_.empty() ? no_parent : open_.back().place;
  open_.push_back({std::move(compact), place});
  return parent;
}

}  // namespace medcode::catalog
