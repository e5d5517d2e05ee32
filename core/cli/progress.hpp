// How does a person see how far the program is?
//
// Exports Progress: one line on the error stream that is rewritten on a terminal, or one line a step elsewhere, so that
// logs stay readable and output stays clean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace medcode {

class Progress {
 public:
  explicit Progress(bool is_quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// Says that step `step` of `steps` begins.
  void step(std::size_t step, std::size_t steps, std::string_view what);

 private:
  bool is_quiet_;
  bool is_terminal_;
};

}  // namespace medcode
