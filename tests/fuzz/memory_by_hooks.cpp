// The count under the address sanitizer, which owns malloc and calls whoever asks it to.
#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <atomic>
#include <cstdint>

#include "tests/fuzz/memory_in_use.hpp"

namespace medcode::fuzz {
namespace {

std::atomic<std::int64_t> in_use{0};
std::atomic<std::int64_t> at_start{0};
std::atomic<std::int64_t> most{0};

void count_given(const volatile void*, std::size_t size) {
  const std::int64_t now = in_use += static_cast<std::int64_t>(size);
  if (now > most) most = now;
}

void count_back(const volatile void* pointer) {
  if (pointer != nullptr) in_use -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(pointer));
}

}  // namespace

void start_measuring_memory() {
  static const int installed = __sanitizer_install_malloc_and_free_hooks(
      [](const volatile void* pointer, std::size_t size) { count_given(pointer, size); }, [](const volatile void* pointer) { count_back(pointer); });
  static_cast<void>(installed);
  at_start = in_use.load();
  most = in_use.load();
}

std::size_t most_memory_in_use() { return static_cast<std::size_t>(most - at_start); }

}  // namespace medcode::fuzz
