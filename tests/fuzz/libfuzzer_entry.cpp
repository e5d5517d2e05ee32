// How does libFuzzer call a target? Compiled once a target, with MEDCODE_FUZZ_TARGET its name.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const medcode::fuzz::Target& target = *medcode::fuzz::find_target(MEDCODE_FUZZ_TARGET);
  const std::string complaint = medcode::fuzz::measured_complaint(target, std::string_view(reinterpret_cast<const char*>(data), size));
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "complaint: %s\n", complaint.c_str());
  std::abort();
}
