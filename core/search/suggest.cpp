#include "core/search/suggest.hpp"

#include <algorithm>

#include "core/search/order.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {

std::vector<std::string> suggest_completions(const Index& index, std::string_view query, std::size_t limit) {
  const std::vector<text::Token> tokens = text::tokenize(query);
  if (tokens.empty() || tokens.back().end != query.size()) return {};
  const text::Token& last = tokens.back();
  const auto forms = index.forms_with_prefix(last.form);
  std::vector<const Form*> order;
  for (const Form& form : forms) order.push_back(&form);
  order_by(order, [&index](const Form* form) { return greatest_first(index.postings(form->term).size()); });
  std::vector<std::string> completions;
  std::vector<std::uint32_t> seen;
  for (const Form* form : order) {
    if (completions.size() == limit) break;
    if (std::find(seen.begin(), seen.end(), form->term) != seen.end()) continue;
    seen.push_back(form->term);
    completions.push_back(std::string(query.substr(0, last.begin)) + std::string(index.text(*form)));
  }
  return completions;
}

bool continues(std::string_view query, std::string_view name) {
  const std::vector<text::Token> typed = text::tokenize(query);
  const std::vector<text::Token> words = text::tokenize(name);
  if (typed.empty() || typed.size() > words.size()) return false;
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    if (typed[i].form != words[i].form) return false;
  }
  return words[typed.size() - 1].form.starts_with(typed.back().form);
}

}  // namespace medcode::search
