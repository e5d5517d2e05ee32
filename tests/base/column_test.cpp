// Does a column keep what is written to it?
#include "core/base/column.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace medcode {
namespace {

TEST(Column, KeepsWhatIsWrittenAndMovesWithoutCopying) {
  Column<std::uint32_t> column(3);
  for (std::uint32_t i = 0; i < 3; ++i) column[i] = i * 10;
  const std::uint32_t* const place = column.data();
  const Column<std::uint32_t> moved = std::move(column);
  EXPECT_EQ(moved.span().data(), place);
  EXPECT_EQ(moved.size(), 3U);
  EXPECT_EQ(moved[2], 20U);
}

TEST(Column, IsEmptyAtFirst) {
  EXPECT_TRUE(Column<std::uint32_t>().span().empty());
  EXPECT_EQ(text_of(Column<char>()), "");
}

}  // namespace
}  // namespace medcode
