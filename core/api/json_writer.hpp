// How does JSON text come into being at every key press?
//
// Exports JsonWriter, which appends to one string: a tree of nodes, as a JSON library builds first, took a third of the time
// of a query and 12 kB of the module. Held by tests/api/json_writer_test.cpp against nlohmann_json.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace medcode::api {

/// Writes one JSON value. The caller opens and closes objects and arrays in order and puts a key before each member's value.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);   ///< `{` or `[`
  JsonWriter& close(char bracket);  ///< `}` or `]`
  JsonWriter& key(std::string_view name);

  /// Bytes that are no UTF-8 become U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::unsigned_integral auto number) { return number_value(number); }
  JsonWriter& value(bool is_true) { return word(is_true ? "true" : "false"); }
  /// Six decimals at most. Requires: 0 <= number < 10^12.
  JsonWriter& value(float number);
  JsonWriter& null() { return word("null"); }

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& what) {
    key(name);
    return value(what);
  }

  /// Returns the text and leaves the writer empty.
  std::string take();

 private:
  JsonWriter& word(std::string_view text);
  JsonWriter& number_value(std::uint64_t number);
  void separate();

  std::string text_;
  bool is_first_ = true;  ///< no comma stands before what comes next
};

}  // namespace medcode::api
