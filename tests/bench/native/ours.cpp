// How quick is our engine natively, and how far is it from the limit, which is copying the catalog?
//
//   medcode_bench CATALOG QUERIES ANSWERS [BOX SECONDS] [--benchmark_...]
//
// QUERIES has one query a line; ANSWERS is written. tests/bench/native.js runs it.
#include <benchmark/benchmark.h>

#include <cstring>
#include <iostream>
#include <memory>

#include "core/cli/catalog_file.hpp"
#include "core/cli/gzip.hpp"
#include "core/cli/source_files.hpp"
#include "tests/bench/native/timing.hpp"

namespace {

using medcode::Engine;

medcode::bench::Asker open_ours(const std::string& file) {
  const medcode::Result<std::string> inflated = medcode::gunzip(file);
  medcode::Result<Engine> opened = Engine::open(inflated.value());
  const auto engine = std::make_shared<Engine>(std::move(opened.value()));
  return [engine](std::string_view typed, std::size_t limit) {
    medcode::search::SearchOptions options;
    options.limit = limit;
    const auto& catalog = engine->catalog();
    std::vector<std::string> ids;
    for (const auto& hit : engine->search(typed, options).hits) {
      const std::string& system = catalog.systems()[catalog.system_of(hit.number)].system.id;
      ids.push_back(system + "/" + std::string(catalog.code(hit.number)));
    }
    return ids;
  };
}

void copy_catalog(benchmark::State& state, const std::string& bytes) {
  std::string copy(bytes.size(), '\0');
  for (auto _ : state) {
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    benchmark::ClobberMemory();
  }
  state.counters["bytes"] = static_cast<double>(bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count < 4) {
    std::cerr << "medcode_bench CATALOG QUERIES ANSWERS [BOX SECONDS]\n";
    return 1;
  }
  const medcode::Result<std::string> file = medcode::read_file(arguments[1]);
  const medcode::Result<Engine> tried = medcode::open_catalog_file(arguments[1]);
  if (!file.ok() || !tried.ok()) {
    std::cerr << medcode::to_string(tried.ok() ? file.error() : tried.error()) << '\n';
    return 1;
  }
  medcode::bench::Task task{arguments[2], arguments[3]};
  if (count > 4) task.box_seconds = std::stod(arguments[4]);
  const std::string inflated = medcode::gunzip(*file).value();
  medcode::bench::register_engine("ours", [&file] { return open_ours(*file); }, task);
  benchmark::RegisterBenchmark("inflate", [&file](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(medcode::gunzip(*file));
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("copy", [&inflated](benchmark::State& state) { copy_catalog(state, inflated); })->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
