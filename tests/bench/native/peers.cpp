// How quick are Debian's Xapian and SQLite FTS5 on the same texts?
//
//   medcode_bench_peers xapian|sqlite TEXTS DATABASE QUERIES ANSWERS [BOX SECONDS] [--benchmark_...]
//
// TEXTS has lines of id, tab, text; DATABASE is written if it is not there. tests/bench/native.js runs it.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <iostream>

#include "tests/bench/native/peers.hpp"

namespace {

std::vector<medcode::bench::Row> read_rows(const std::string& path) {
  std::vector<medcode::bench::Row> rows;
  for (const std::string& line : medcode::bench::read_lines(path)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count < 6) {
    std::cerr << "medcode_bench_peers xapian|sqlite TEXTS DATABASE QUERIES ANSWERS [BOX SECONDS]\n";
    return 1;
  }
  const bool is_xapian = std::string(arguments[1]) == "xapian";
  const std::string database = arguments[3];
  if (!std::filesystem::exists(database)) {
    (is_xapian ? medcode::bench::build_xapian : medcode::bench::build_sqlite)(read_rows(arguments[2]), database);
  }
  medcode::bench::Task task{arguments[4], arguments[5]};
  if (count > 6) task.box_seconds = std::stod(arguments[6]);
  const auto open = [is_xapian, database] { return (is_xapian ? medcode::bench::open_xapian : medcode::bench::open_sqlite)(database); };
  medcode::bench::register_engine(arguments[1], open, task);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
