// Do mappings and notes survive their file, and is every damage refused?
#include "core/catalog/companion.hpp"

#include <gtest/gtest.h>

#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::catalog {
namespace {

using medcode::testing::hand_made_content;

TEST(Companion, IsRefusedForAnotherCatalogAndWhenAnyByteIsWrong) {
  const std::string bytes = build_companion(hand_made_content().view(), "01234567");
  ASSERT_TRUE(Companion::open(bytes, "01234567").ok());
  EXPECT_EQ(Companion::open(bytes, "76543210").error().code, ErrorCode::UnknownReference);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_FALSE(Companion::open(damaged, "01234567").ok()) << i;
    EXPECT_FALSE(Companion::open(std::string_view(bytes).substr(0, i), "01234567").ok()) << i;
  }
  EXPECT_FALSE(Companion::open(bytes + "x", "01234567").ok());
}

TEST(Companion, SayingThatItIsMissingNamesTheRemedy) {
  const Engine engine = Engine::open(hand_made_content().build().value()).value();
  for (const char* query : {"maps-to:icd10cm/E11.9", "note:dialysis", "tibia note:dialysis"}) {
    const search::Answer answer = engine.search(query);
    ASSERT_TRUE(answer.error) << query;
    EXPECT_EQ(answer.error->message, "The mappings and notes of this catalog are not loaded.");
  }
}

TEST(Companion, IsTheSameForTheSameContent) { EXPECT_EQ(build_companion(hand_made_content().view(), "x"), build_companion(hand_made_content().view(), "x")); }

}  // namespace
}  // namespace medcode::catalog
