#include "core/catalog/hierarchy.hpp"

namespace medcode::catalog {

bool has_code_shape(std::string_view system) {
  return system == "icd10cm" || system == "icd10pcs" || system == "icd9cm" || system == "icd9proc";
}

std::uint32_t ShapeParents::next(std::size_t shared, std::size_t size, std::uint32_t place) {
  if (!is_active_) return no_parent;
  // The point of these codes stands after the category, so a code starts with its parent's text as it is. Each open code is a
  // beginning of the code before: this one starts with those that are no longer than what the two share.
  while (!open_.empty() && (open_.back().size > shared || open_.back().size == size)) open_.pop_back();
  const std::uint32_t parent = open_.empty() ? no_parent : open_.back().place;
  open_.push_back({size, place});
  return parent;
}

}  // namespace medcode::catalog
