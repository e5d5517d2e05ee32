// How does libFuzzer call a target? Compiled once a target, with MEDCODE_FUZZ_TARGET its name.
//
// A hang is told by processor time: fuzzers run at the lowest priority, and an input that waits for its turn is no hang.
#include <sys/time.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "tests/fuzz/targets.hpp"

namespace {

/// Processor seconds of one input at which it counts as hanging. Under the sanitizers most take milliseconds.
constexpr int most_seconds = 20;

/// Sets the alarm of `signal_hang`; 0 takes it away.
void set_alarm(int seconds) {
  const itimerval value{{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &value, nullptr);
}

/// libFuzzer catches the abort and keeps the input.
[[noreturn]] void signal_hang(int /*signal*/) { std::abort(); }

/// Keeps the longest processor time of one input and tells it when the fuzzer ends.
class SlowestInput {
 public:
  SlowestInput() { std::signal(SIGPROF, signal_hang); }
  ~SlowestInput() { std::fprintf(stderr, "stat::slowest_processor_ms: %ld\n", slowest_ * 1000 / CLOCKS_PER_SEC); }
  SlowestInput(const SlowestInput&) = delete;
  SlowestInput& operator=(const SlowestInput&) = delete;

  std::string measure(const medcode::fuzz::Target& target, std::string_view bytes) {
    const std::clock_t start = std::clock();
    set_alarm(most_seconds);
    std::string complaint = medcode::fuzz::measured_complaint(target, bytes);
    set_alarm(0);
    slowest_ = std::max(slowest_, std::clock() - start);
    return complaint;
  }

 private:
  std::clock_t slowest_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const medcode::fuzz::Target& target = *medcode::fuzz::find_target(MEDCODE_FUZZ_TARGET);
  static SlowestInput slowest;
  const std::string complaint = slowest.measure(target, std::string_view(reinterpret_cast<const char*>(data), size));
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "complaint: %s\n", complaint.c_str());
  std::abort();
}
