// The count without sanitizers: malloc and its family, defined here, go before glibc's and call them by their second names.
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdint>

#include "tests/fuzz/memory_in_use.hpp"

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* pointer, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* pointer);
}

namespace medcode::fuzz {
namespace {

std::atomic<std::int64_t> in_use{0};
std::atomic<std::int64_t> at_start{0};
std::atomic<std::int64_t> most{0};

void* count_given(void* pointer) {
  const std::int64_t now = in_use += static_cast<std::int64_t>(malloc_usable_size(pointer));
  if (now > most) most = now;
  return pointer;
}

void count_back(void* pointer) { in_use -= static_cast<std::int64_t>(malloc_usable_size(pointer)); }

}  // namespace

void start_measuring_memory() {
  at_start = in_use.load();
  most = in_use.load();
}

std::size_t most_memory_in_use() { return static_cast<std::size_t>(most - at_start); }

}  // namespace medcode::fuzz

extern "C" {

void* malloc(std::size_t size) noexcept { return medcode::fuzz::count_given(__libc_malloc(size)); }

void* calloc(std::size_t count, std::size_t size) noexcept { return medcode::fuzz::count_given(__libc_calloc(count, size)); }

void* realloc(void* pointer, std::size_t size) noexcept {
  medcode::fuzz::count_back(pointer);
  return medcode::fuzz::count_given(__libc_realloc(pointer, size));
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return medcode::fuzz::count_given(__libc_memalign(alignment, size)); }

void free(void* pointer) noexcept {
  medcode::fuzz::count_back(pointer);
  __libc_free(pointer);
}
}
