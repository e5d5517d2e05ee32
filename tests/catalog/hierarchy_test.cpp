// Which code stands above which by its shape?
#include "core/catalog/hierarchy.hpp"

#include <gtest/gtest.h>

#include "core/catalog/code_table.hpp"

namespace medcode::catalog {
namespace {

std::vector<std::uint32_t> parents_of(std::string_view system, std::initializer_list<const char*> codes) {
  ShapeParents parents(system);
  std::vector<std::uint32_t> places;
  std::uint32_t place = 0;
  std::string_view before;
  for (const std::string_view code : codes) {
    places.push_back(parents.next(shared_bytes(before, code), code.size(), place++));
    before = code;
  }
  return places;
}

TEST(Hierarchy, TheParentIsTheLongestEarlierCodeThatACodeStartsWith) {
  EXPECT_EQ(parents_of("icd10cm", {"E11", "E11.2", "E11.21", "E11.9", "E12", "E12.345"}), (std::vector<std::uint32_t>{no_parent, 0, 1, 0, no_parent, 4}));
}

TEST(Hierarchy, ADotDoesNotHideTheParent) {
  EXPECT_EQ(parents_of("icd9cm", {"250", "250.0", "250.00", "2500"}), (std::vector<std::uint32_t>{no_parent, 0, 1, 0}));
}

TEST(Hierarchy, SystemsWhoseCodesDoNotGrowHaveNoParentByShape) {
  EXPECT_EQ(parents_of("hcpcs", {"E01", "E0100"}), (std::vector<std::uint32_t>{no_parent, no_parent}));
  for (const char* system : {"icd10cm", "icd10pcs", "icd9cm", "icd9proc"}) EXPECT_TRUE(has_code_shape(system)) << system;
  for (const char* system : {"loinc", "cpt4", "", "icd10"}) EXPECT_FALSE(has_code_shape(system)) << system;
}

}  // namespace
}  // namespace medcode::catalog
