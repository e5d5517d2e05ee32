// Does a chapter end where its last code's last descendant does?
#include "core/systems/group.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

TEST(Group, HoldsTheCodesOfItsRunAndTheirDescendants) {
  const Group diabetes{"icd10cm", "E08-E13", "Diabetes mellitus", "E00-E89", "E08", "E13", {}};
  for (const char* in : {"E08", "E0800", "E11", "E1121", "E13", "E139"}) EXPECT_TRUE(holds_code(diabetes, in)) << in;
  for (const char* out : {"E079", "E14", "E15", "D99", "F01"}) EXPECT_FALSE(holds_code(diabetes, out)) << out;
}

}  // namespace
}  // namespace medcode
