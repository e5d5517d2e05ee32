// Bounds before building: one pass over the bytes counts the nesting, then nlohmann parses.
#include "core/sources/bounded_json.hpp"

#include <exception>

#include "core/base/json_nesting.hpp"
#include "core/sources/lines.hpp"

namespace medcode {
namespace {

using nlohmann::json;

constexpr std::size_t max_parser_words = 200;  // nlohmann repeats the last token, however long it is

Error json_error(const SourceFile& file, ErrorCode code, std::string message, std::string advice, std::size_t line) {
  return Error{code, std::move(message), std::move(advice), Place{file.name, line, 0, 0}};
}

/// Returns nlohmann's own words without its prefix "[json.exception.parse_error.101] parse error at ...: ".
std::string parser_words(const char* what) {
  const std::string_view words = what;
  const std::size_t colon = words.find(": ");
  return quoted(colon == std::string_view::npos ? words : words.substr(colon + 2), max_parser_words);
}

}  // namespace

Result<json> parse_bounded_json(const SourceFile& file) {
  const std::string_view bytes = without_byte_order_mark(file.bytes);
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return json_error(file, ErrorCode::Empty, "The file holds no JSON.", "Download it again.", 0);
  }
  if (bytes.size() > max_json_bytes) {
    return json_error(file, ErrorCode::TooLarge,
                      "The JSON has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                          std::to_string(max_json_bytes) + ".",
                      "Split the Bundle, or use the publisher's own table format.", 0);
  }
  if (const auto deep = find_nesting_beyond(bytes, max_json_depth)) {
    return json_error(file, ErrorCode::TooLarge,
                      "The JSON nests deeper than " + std::to_string(max_json_depth) + " levels.",
                      "Publish the hierarchy with parent properties instead of nested concepts.",
                      line_of_offset(bytes, *deep));
  }
  try {
    return json::parse(bytes.begin(), bytes.end());
  } catch (const json::parse_error& fault) {
    const std::size_t offset = fault.byte > 0 ? fault.byte - 1 : 0;
    const bool cut = offset >= bytes.size();
    return json_error(file, cut ? ErrorCode::Truncated : ErrorCode::BadFormat,
                      cut ? "The JSON ends in the middle of a value." : "The JSON is malformed: " + parser_words(fault.what()) + ".",
                      cut ? "Download it again." : "Correct the file, or download it again.", line_of_offset(bytes, offset));
  } catch (const std::exception& fault) {
    return json_error(file, ErrorCode::BadFormat, std::string("The JSON cannot be held: ") + fault.what() + ".",
                      "Correct the file, or download it again.", 0);
  }
}

const json& member(const json& object, std::string_view key) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

const json& array_member(const json& object, std::string_view key) {
  static const json empty = json::array();
  const json& found = member(object, key);
  return found.is_array() ? found : empty;
}

std::string text_member(const json& object, std::string_view key) {
  const json& found = member(object, key);
  if (!found.is_string()) return {};
  return cleaned(found.get_ref<const std::string&>());
}

std::string scalar_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  return {};
}

}  // namespace medcode
