#include "core/base/result.hpp"

namespace medcode {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::Unreadable: return "unreadable";
    case ErrorCode::Empty: return "empty";
    case ErrorCode::BadEncoding: return "bad-encoding";
    case ErrorCode::BadFormat: return "bad-format";
    case ErrorCode::Truncated: return "truncated";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::WrongVersion: return "wrong-version";
    case ErrorCode::Duplicate: return "duplicate";
    case ErrorCode::UnknownReference: return "unknown-reference";
    case ErrorCode::TooLarge: return "too-large";
    case ErrorCode::BadQuery: return "bad-query";
    case ErrorCode::BadArgument: return "bad-argument";
  }
  return "unknown";
}

std::string to_string(const Error& error) {
  std::string text;
  if (!error.place.file.empty()) {
    text += error.place.file;
    if (error.place.line != 0) text += ':' + std::to_string(error.place.line);
    text += ": ";
  }
  text += error.message;
  if (!error.advice.empty()) text += ' ' + error.advice;
  return text;
}

}  // namespace medcode
