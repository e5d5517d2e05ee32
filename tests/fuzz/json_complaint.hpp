// Is what was answered JSON in right UTF-8?
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace medcode::fuzz {

/// Returns an empty text when `answer` is JSON, else a complaint that names `what`.
inline std::string json_complaint(const char* what, const std::string& answer) {
  return nlohmann::json::accept(answer) ? std::string() : std::string(what) + " is no JSON: " + answer + "\n";
}

}  // namespace medcode::fuzz
