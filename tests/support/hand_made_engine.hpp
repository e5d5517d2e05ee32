// Which engine do the tests by example ask?
//
// Exports hand_made_engine(), opened once over hand_made_content(), and short ways to look at an answer.
#pragma once

#include <string>
#include <vector>

#include "core/catalog/companion.hpp"
#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::testing {

inline const Engine& hand_made_engine() {
  static const Engine engine = [] {
    const TestContent content = hand_made_content();
    Result<Engine> opened = Engine::open(content.build().value());
    (void)opened->load_companion(catalog::build_companion(content.view(), opened->catalog().id()));
    return std::move(opened).value();
  }();
  return engine;
}

inline search::Answer ask(std::string_view query, bool is_typing = false) {
  search::SearchOptions options;
  options.is_typing = is_typing;
  options.limit = 100;
  return hand_made_engine().search(query, options);
}

inline std::vector<std::string> codes_of(const search::Answer& answer) {
  std::vector<std::string> codes;
  for (const search::Hit& hit : answer.hits) codes.emplace_back(hand_made_engine().catalog().code(hit.number));
  return codes;
}

/// Returns the codes of the answers to `query`, in their order.
inline std::vector<std::string> codes(std::string_view query, bool is_typing = false) { return codes_of(ask(query, is_typing)); }

/// Returns the marked parts of `text`, joined by `|`.
inline std::string marked(std::string_view text, const std::vector<query::Span>& spans) {
  std::string parts;
  for (const query::Span& span : spans) parts += (parts.empty() ? "" : "|") + std::string(text.substr(span.begin, span.end - span.begin));
  return parts;
}

}  // namespace medcode::testing
