// posix_spawnp looks the program up in PATH and passes the arguments as they are.
#include "core/cli/curl.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

// POSIX leaves its declaration to the program.
extern char** environ;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables,readability-redundant-declaration)

namespace medcode {
namespace {

/// What curl's exit codes mean; the numbers are in its manual page.
struct Reason {
  int exit_code;
  std::string_view message;
  std::string_view advice;
};

constexpr std::array<Reason, 11> reasons{{
    {5, "the name of the proxy could not be resolved", "Check the proxy settings of this machine."},
    {6, "its host name could not be resolved", "Check the network, or download the file elsewhere and copy it here."},
    {7, "its host could not be reached", "Check the network and the proxy settings, or download the file elsewhere and copy it here."},
    {18, "the transfer ended before the file did", "Run the command again; it continues where it stopped."},
    {22, "the server does not have it", "The publisher may have renamed the file; look at its page."},
    {23, "it could not be written", "Check that the disk has room and the folder may be written to."},
    {28, "the server took too long", "Run the command again; it continues where it stopped."},
    {35, "no secure connection could be made", "Check the network and the proxy settings."},
    {52, "the server answered nothing", "Run the command again later."},
    {56, "the connection broke off", "Run the command again; it continues where it stopped."},
    {60, "the server's certificate is not trusted", "Check the clock of this machine and its certificates."},
}};

constexpr int http_error = 22;    ///< also the answer to a range behind the end of a file
constexpr int cannot_resume = 33;
constexpr int bad_resume = 36;

std::vector<std::string> arguments_of(const Transfer& transfer) {
  return {transfer.program,     "--fail",      "--location",         "--proto",     "=http,https", "--retry", "2",
          "--connect-timeout",  "30",          "--speed-limit",      "1",           "--speed-time", "120",    "--continue-at",
          "-",                  "--output",    transfer.path,        transfer.shows_progress ? "--progress-bar" : "--silent",
          "--url",              transfer.url};
}

/// Runs curl once; returns its exit code, or an error when it cannot be run.
Result<int> run(const Transfer& transfer) {
  std::vector<std::string> arguments = arguments_of(transfer);
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t process = 0;
  const int fault = posix_spawnp(&process, transfer.program.c_str(), nullptr, nullptr, pointers.data(), environ);
  if (fault != 0) {
    return Error{ErrorCode::NotFound, "The program " + transfer.program + ", which downloads files, cannot be run: " + std::generic_category().message(fault) + ".",
                 "Install curl, or download the files by hand; `medcode sources` names their pages.", {}};
  }
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return Error{ErrorCode::Unreadable, "Waiting for " + transfer.program + " failed.", "Run the command again.", {}};
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return Error{ErrorCode::Unreadable, "The download of " + transfer.url + " was interrupted.",
               "Run the command again; it continues where it stopped.", {}};
}

Error error_of(const Transfer& transfer, int exit_code) {
  for (const Reason& reason : reasons) {
    if (reason.exit_code != exit_code) continue;
    return Error{ErrorCode::Unreadable, transfer.url + " was not downloaded: " + std::string(reason.message) + ".", std::string(reason.advice), {}};
  }
  return Error{ErrorCode::Unreadable, transfer.url + " was not downloaded: curl ended with code " + std::to_string(exit_code) + ".",
               "`man curl` says what the code means.", {}};
}

}  // namespace

Result<Done> download_with_curl(const Transfer& transfer) {
  std::error_code ignored;
  const bool continued = std::filesystem::exists(transfer.path, ignored);
  Result<int> code = run(transfer);
  if (!code) return code.error();
  if (continued && (*code == http_error || *code == cannot_resume || *code == bad_resume)) {
    std::filesystem::remove(transfer.path, ignored);
    code = run(transfer);
    if (!code) return code.error();
  }
  if (*code != 0) return error_of(transfer, *code);
  return Done{};
}

}  // namespace medcode
