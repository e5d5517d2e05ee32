// The names a..h, W and K are those of FIPS 180-4, section 6.2.
#include "core/cli/sha256.hpp"

#include <algorithm>

namespace medcode {
namespace {

constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE,
    0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA,
    0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967, 0x27B70A85,
    0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3,
    0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070, 0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F,
    0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2};

std::uint32_t rotated(std::uint32_t word, unsigned by) { return (word >> by) | (word << (32U - by)); }

/// Returns the message schedule W of one block.
std::array<std::uint32_t, 64> schedule_of(const unsigned char* block) {
  std::array<std::uint32_t, 64> words{};
  for (std::size_t at = 0; at < 16; ++at) {
    for (std::size_t byte = 0; byte < 4; ++byte) words[at] = (words[at] << 8U) | block[at * 4 + byte];
  }
  for (std::size_t at = 16; at < 64; ++at) {
    const std::uint32_t low = rotated(words[at - 15], 7) ^ rotated(words[at - 15], 18) ^ (words[at - 15] >> 3U);
    const std::uint32_t high = rotated(words[at - 2], 17) ^ rotated(words[at - 2], 19) ^ (words[at - 2] >> 10U);
    words[at] = words[at - 16] + low + words[at - 7] + high;
  }
  return words;
}

}  // namespace

void Sha256::add_block(const unsigned char* block) {
  const std::array<std::uint32_t, 64> words = schedule_of(block);
  auto [a, b, c, d, e, f, g, h] = state_;
  for (std::size_t round = 0; round < 64; ++round) {
    const std::uint32_t choice = (e & f) ^ (~e & g);
    const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    const std::uint32_t first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + round_constants[round] + words[round];
    const std::uint32_t second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  const std::array<std::uint32_t, 8> worked = {a, b, c, d, e, f, g, h};
  for (std::size_t at = 0; at < 8; ++at) state_[at] += worked[at];
}

void Sha256::add(std::string_view bytes) {
  bytes_ += bytes.size();
  for (const char byte : bytes) {
    rest_[rest_size_++] = static_cast<unsigned char>(byte);
    if (rest_size_ < rest_.size()) continue;
    add_block(rest_.data());
    rest_size_ = 0;
  }
}

std::string Sha256::finish() {
  const std::uint64_t bits = bytes_ * 8;
  add(std::string_view("\x80", 1));
  while (rest_size_ != 56) add(std::string_view("\0", 1));
  std::string length;
  for (int shift = 56; shift >= 0; shift -= 8) length.push_back(static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xFFU));
  add(length);
  std::string hexadecimal;
  for (const std::uint32_t word : state_) {
    for (int shift = 28; shift >= 0; shift -= 4) hexadecimal.push_back("0123456789abcdef"[(word >> static_cast<unsigned>(shift)) & 0xFU]);
  }
  return hexadecimal;
}

}  // namespace medcode
