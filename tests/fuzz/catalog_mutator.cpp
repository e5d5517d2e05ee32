// How does libFuzzer damage a catalog so that the damage gets past the checksums?
//
// One section (or the companion) is changed by libFuzzer's own mutations, or taken from another input; then the file is put
// together anew. One change in sixteen is of the file as it is, so that the checksums are tried too.
#include <cstdint>
#include <cstring>
#include <random>

#include "tests/fuzz/catalog_bytes.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using medcode::fuzz::CatalogBytes;

/// Bytes by which a section may grow at once.
constexpr std::size_t most_growth = 256;

std::string_view view(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// Returns the part with this number; the last one is the companion.
std::string& part_of(CatalogBytes& bytes, std::size_t number) { return number < bytes.sections.size() ? bytes.sections[number] : bytes.companion; }

std::size_t give_back(const CatalogBytes& bytes, std::uint8_t* out, std::size_t max_size) {
  const std::string whole = bytes.put_together();
  if (whole.size() > max_size) return 0;
  std::memcpy(out, whole.data(), whole.size());
  return whole.size();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  if (random() % 16 == 0) return LLVMFuzzerMutate(data, size, max_size);
  CatalogBytes bytes = CatalogBytes::take_apart(view(data, size));
  std::string& part = part_of(bytes, random() % (bytes.sections.size() + 1));
  const std::size_t before = part.size();
  part.resize(before + most_growth);
  part.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(part.data()), before, part.size()));
  const std::size_t written = give_back(bytes, data, max_size);
  return written != 0 ? written : LLVMFuzzerMutate(data, size, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size, const std::uint8_t* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  CatalogBytes bytes = CatalogBytes::take_apart(view(first, first_size));
  CatalogBytes other = CatalogBytes::take_apart(view(second, second_size));
  const std::size_t number = random() % (bytes.sections.size() + 1);
  part_of(bytes, number) = part_of(other, number);
  return give_back(bytes, out, max_size);
}
