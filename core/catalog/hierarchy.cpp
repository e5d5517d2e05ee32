#include "core/catalog/hierarchy.hpp"

namespace medcode::catalog {

bool has_code_shape(std::string_view system) {
  return system == "icd10cm" || system == "icd10pcs" || system == "icd9cm" || system == "icd9proc";
}

std::uint32_t ShapeParents::next(std::string_view code, std::uint32_t place) {
  if (!is_active_) return no_parent;
  // The point of these codes stands after the category, so a code starts with its parent's text as it is.
  while (!open_.empty() && !(code.starts_with(open_.back().code) && code != open_.back().code)) open_.pop_back();
  const std::uint32_t parent = open_.empty() ? no_parent : open_.back().place;
  open_.push_back({code, place});
  return parent;
}

}  // namespace medcode::catalog
