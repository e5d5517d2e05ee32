#include "core/cli/sha256.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

std::string sha256(std::string_view text) {
  Sha256 checksum;
  checksum.add(text);
  return checksum.finish();
}

TEST(Sha256, TheExamplesOfTheStandardHold) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesAddUpWhereverTheyAreCut) {
  const std::string text(300, 'x');
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    Sha256 checksum;
    checksum.add(std::string_view(text).substr(0, cut));
    checksum.add(std::string_view(text).substr(cut));
    EXPECT_EQ(checksum.finish(), sha256(text)) << cut;
  }
}

}  // namespace
}  // namespace medcode
