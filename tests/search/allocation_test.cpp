// Does a key press allocate for what is found?
//
// What is counted is every operator new between a query's text and its answer, the answer's own texts included. A key allocates
// for its segments and for the hits on the page; the names and concepts met, which may be a hundred thousand, must add nothing.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

// Not inlined, or g++ takes the pair for a mismatched one.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  void* const place = std::malloc(size == 0 ? 1 : size);
  if (place == nullptr) std::abort();
  return place;
}
[[gnu::noinline]] void operator delete(void* place) noexcept { std::free(place); }
[[gnu::noinline]] void operator delete(void* place, std::size_t) noexcept { std::free(place); }

namespace medcode {
namespace {

/// Returns an engine over four names times `quarter`, all of the same few words.
Engine engine_of(int quarter) {
  testing::TestContent content;
  content.systems.push_back({"hcpcs", "HCPCS", "http://example.org", "2026", "CMS", ""});
  for (int i = 0; i < quarter; ++i) {
    const std::string number = std::to_string(100'000 + 4 * i);
    content.add("A" + number + "A", "Open fracture of tibia with delayed healing");
    content.add("A" + number + "B", "Closed fracture of tibia without complication");
    content.add("A" + number + "C", "Fracture of the shaft of fibula");
    content.add("A" + number + "D", "Tibial splint, adult");
  }
  return Engine::open(content.build().value()).value();
}

std::size_t allocations_of(const Engine& engine, const std::string& query) {
  for (int round = 0; round < 2; ++round) engine.search(query);  // warm up
  const std::size_t before = allocations;
  const search::Answer answer = engine.search(query);
  const std::size_t during = allocations - before;
  EXPECT_EQ(answer.hits.size(), 20U) << query;
  return during;
}

TEST(Allocation, AKeyAllocatesNoMoreWhereEightTimesAsManyNamesAreMet) {
  const Engine small = engine_of(100);
  const Engine large = engine_of(800);
  for (const char* query : {"f", "fr", "frac", "fracture", "fracture t", "fracture tib", "fracture without complication", "open fracture tibia", "tibia f"}) {
    EXPECT_EQ(allocations_of(large, query), allocations_of(small, query)) << query;
  }
}

}  // namespace
}  // namespace medcode
