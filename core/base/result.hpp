// What does a part say when something from outside is wrong?
//
// Exports Error (code, sentence, advice, place) and Result<T>, a value or an Error.
// Held by tests/base/result_test.cpp.
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace medcode {

/// Names the kind of failure; stable, shown in JSON by `error_code_name`.
enum class ErrorCode {
  NotFound,         ///< a file, directory, system or code that is not there
  Unreadable,       ///< the operating system or zlib would not give the bytes
  Empty,            ///< a file without content
  BadEncoding,      ///< bytes that are not the encoding the format prescribes
  BadFormat,        ///< bytes that do not have the shape the format prescribes
  Truncated,        ///< the content ends in the middle of something
  Damaged,          ///< a checksum or an invariant does not hold
  WrongVersion,     ///< made for another version of the format
  Duplicate,        ///< the same code twice in one source
  UnknownReference, ///< a code or system that nothing defines
  TooLarge,         ///< beyond a named limit
  BadQuery,         ///< a query that the grammar does not know
  BadArgument,      ///< an argument, attribute or request field out of range
};

/// Returns the stable kebab-case name of `code`, such as "bad-format".
std::string_view error_code_name(ErrorCode code);

/// Says where something is wrong: a file and line, a byte range of a text, or neither.
struct Place {
  std::string file;       ///< as the person named it; empty when the text has no file
  std::size_t line = 0;   ///< 1-based; 0 when unknown
  std::size_t begin = 0;  ///< byte offset of the first wrong byte; begin == end when unknown
  std::size_t end = 0;    ///< byte offset after the last wrong byte
};

/// Says what is wrong, where, and what to do about it.
struct Error {
  ErrorCode code = ErrorCode::BadFormat;
  std::string message;  ///< one sentence, no final line break
  std::string advice;   ///< what the person can do; one sentence
  Place place;
};

/// Returns "file:line: message advice" for a terminal or a log.
std::string to_string(const Error& error);

/// Holds either a value or the Error that kept it from being made.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}    // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Requires: ok().
  T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
  const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
  T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  /// Requires: !ok().
  const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// Stands for "nothing to return" in Result<Done>.
struct Done {};

}  // namespace medcode
