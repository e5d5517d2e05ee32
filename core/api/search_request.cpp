// How is a search request that comes as JSON read? A file of its own, so that the wasm module, which takes plain arguments,
// carries no JSON parser.
#include <nlohmann/json.hpp>
#include <optional>

#include "core/api/json_api.hpp"

namespace medcode::api {
namespace {

using Json = nlohmann::json;

std::optional<search::SearchOptions> read_options(const Json& request) {
  search::SearchOptions options;
  const auto number = [&](const char* name, std::size_t& value) {
    const auto found = request.find(name);
    if (found == request.end()) return true;
    if (!found->is_number_unsigned()) return false;
    value = found->get<std::size_t>();
    return true;
  };
  if (!number("limit", options.limit) || !number("offset", options.offset)) return std::nullopt;
  if (const auto systems = request.find("systems"); systems != request.end() && !systems->is_null()) {
    if (!systems->is_array()) return std::nullopt;
    for (const Json& system : *systems) {
      if (!system.is_string()) return std::nullopt;
      options.systems.push_back(system.get<std::string>());
    }
  }
  if (const auto filter = request.find("filter"); filter != request.end()) {
    if (!filter->is_string()) return std::nullopt;
    options.filter = filter->get<std::string>();
  }
  if (const auto typing = request.find("isTyping"); typing != request.end()) {
    if (!typing->is_boolean()) return std::nullopt;
    options.is_typing = typing->get<bool>();
  }
  return options;
}

}  // namespace

std::string search_request_json(const Engine& engine, std::string_view request) {
  constexpr std::size_t max_request_bytes = std::size_t{64} * 1024;  // a query has 1,024 bytes; the rest is a list of systems
  const Error wrong{ErrorCode::BadArgument, "The search request is not one.", "Send {\"query\": text, \"limit\": 20, \"offset\": 0, \"systems\": [ids], \"isTyping\": true}.", {}};
  if (request.size() > max_request_bytes) return error_json(wrong);
  const Json json = Json::parse(request, nullptr, false);
  if (!json.is_object()) return error_json(wrong);
  const auto query = json.find("query");
  const std::optional<search::SearchOptions> options = read_options(json);
  if (query == json.end() || !query->is_string() || !options) return error_json(wrong);
  const auto explain = json.find("explain");
  const bool is_explained = explain != json.end() && explain->is_boolean() && explain->get<bool>();
  return search_json(engine, query->get<std::string>(), *options, is_explained);
}

}  // namespace medcode::api
