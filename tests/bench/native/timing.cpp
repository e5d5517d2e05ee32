#include "tests/bench/native/timing.hpp"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <unordered_set>

namespace medcode::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t shown_hits = 10;
constexpr std::size_t hits_for_quality = 1'000;  // of which those of the judgement's system are kept
constexpr int openings = 7;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Returns bytes of this process that are not files mapped into it.
double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double resident = 0;
  double shared = 0;
  statm >> total >> resident >> shared;
  return (resident - shared) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// Returns the nearest rank; requires at least one value, sorted.
double quantile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

/// Returns every different beginning of the queries, in the order of typing.
std::vector<std::string> keys_of(const std::vector<std::string>& queries) {
  std::unordered_set<std::string> seen;
  std::vector<std::string> keys;
  for (const std::string& query : queries) {
    for (std::size_t length = 1; length <= query.size(); ++length) {
      if (seen.insert(query.substr(0, length)).second) keys.push_back(query.substr(0, length));
    }
  }
  return keys;
}

void time_opening(benchmark::State& state, const Opener& open) {
  for (auto _ : state) benchmark::DoNotOptimize(open()("a", shown_hits));
}

void write_answers(const Asker& ask, const std::vector<std::string>& queries, const Task& task) {
  std::ofstream file(task.answers);
  const Clock::time_point start = Clock::now();
  for (const std::string& query : queries) {
    if (seconds_since(start) > task.box_seconds) break;
    for (const std::string& id : ask(query, hits_for_quality)) file << id << ' ';
    file << '\n';
  }
}

void time_keys(benchmark::State& state, const Opener& open, const Task& task) {
  const double before = resident_bytes();
  const Asker ask = open();
  ask("a", shown_hits);
  state.counters["memory"] = resident_bytes() - before;
  const std::vector<std::string> queries = read_lines(task.queries);
  const std::vector<std::string> keys = keys_of(queries);
  std::vector<double> times;
  for (auto _ : state) {
    const Clock::time_point start = Clock::now();
    for (const std::string& key : keys) {
      const Clock::time_point pressed = Clock::now();
      benchmark::DoNotOptimize(ask(key, shown_hits));
      times.push_back(seconds_since(pressed));
      if (seconds_since(start) > task.box_seconds) break;
    }
  }
  std::sort(times.begin(), times.end());
  constexpr double milliseconds = 1'000.0;
  state.counters["p50"] = quantile(times, 0.50) * milliseconds;
  state.counters["p95"] = quantile(times, 0.95) * milliseconds;
  state.counters["p99"] = quantile(times, 0.99) * milliseconds;
  state.counters["max"] = times.back() * milliseconds;
  state.counters["keys"] = static_cast<double>(times.size());
  state.counters["wanted"] = static_cast<double>(keys.size());
  if (!task.answers.empty()) write_answers(ask, queries, task);
}

}  // namespace

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void register_engine(const std::string& name, const Opener& open, const Task& task) {
  // Keys first: the memory of opening is told by a process that has opened nothing before.
  const auto keys = [open, task](benchmark::State& state) { time_keys(state, open, task); };
  benchmark::RegisterBenchmark(("keys/" + name).c_str(), keys)->Unit(benchmark::kMillisecond)->Iterations(1);
  const auto opening = [open](benchmark::State& state) { time_opening(state, open); };
  benchmark::RegisterBenchmark(("open/" + name).c_str(), opening)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(openings);
}

}  // namespace medcode::bench
