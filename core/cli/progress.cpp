#include "core/cli/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace medcode {

Progress::Progress(bool is_quiet) : is_quiet_(is_quiet), is_terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (!is_quiet_ && is_terminal_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::step(std::size_t step, std::size_t steps, std::string_view what) {
  if (is_quiet_) return;
  if (is_terminal_) std::cerr << "\r\033[K";
  std::cerr << '[' << step << '/' << steps << "] " << what;
  if (!is_terminal_) std::cerr << '\n';
  std::cerr << std::flush;
}

}  // namespace medcode
