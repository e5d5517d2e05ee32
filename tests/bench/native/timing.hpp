// How is an engine timed natively?
//
// Exports Asker, read_lines and what registers with Google Benchmark: the opening of an engine, and every key of some
// queries with its quantiles as counters. Used by ours.cpp and peers.cpp; tests/bench/native.js reads what they print.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace medcode::bench {

/// Answers what was typed with at most `limit` ids, SYSTEM/CODE.
using Asker = std::function<std::vector<std::string>(std::string_view typed, std::size_t limit)>;

/// Opens an engine from its files; it closes when the asker goes.
using Opener = std::function<Asker()>;

/// Is what is asked and where the answers go; from the command line.
struct Task {
  std::string queries;         ///< a file, one query a line
  std::string answers;         ///< file to write: for each query a line of ids, blanks between
  double box_seconds = 20.0;   ///< keys are asked no longer than that
};

/// Returns the lines of a file without their ends; none when it cannot be read.
std::vector<std::string> read_lines(const std::string& path);

/// Registers opening (to the first answer, seven times) and keys of an engine under this name.
void register_engine(const std::string& name, const Opener& open, const Task& task);

}  // namespace medcode::bench
