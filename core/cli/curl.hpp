// How does one file come from the network?
//
// Exports download_with_curl, which runs the program curl without a shell, so that no address or file name can
// become a command. Held by tests/cli/fetch_command_test.cpp.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace medcode {

/// Is one transfer.
struct Transfer {
  std::string program = "curl";  ///< found through PATH
  std::string url;
  std::string path;              ///< written, or continued where it is there already
  bool shows_progress = false;   ///< a bar on the standard error
};

/// Downloads to `path`, continuing a former part of it; where the server cannot continue, starts over once.
/// Errors: NotFound when there is no curl, Unreadable with a sentence for what curl gave up on (host unknown, no
/// connection, refused by the server, certificate, disk).
Result<Done> download_with_curl(const Transfer& transfer);

}  // namespace medcode
