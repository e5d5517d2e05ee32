#include "core/search/filters.hpp"

#include <algorithm>
#include <set>

#include "core/search/wildcard.hpp"
#include "core/systems/code_system.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

using catalog::Catalog;

/// Longest chain of parents that is followed; official ones have eight, a damaged or hostile one may go in a circle.
constexpr int max_depth = 64;

/// Returns `pattern` in upper case without dots, hyphens and blanks, wildcards kept.
std::string compact_pattern(std::string_view pattern) {
  std::string compact;
  for (const char c : pattern) {
    if (c == '*' || c == '?') {
      compact.push_back(c);
    } else {
      compact += compact_code(std::string_view(&c, 1));
    }
  }
  return compact;
}

std::set<std::string> keys_of(std::string_view text) {
  std::set<std::string> keys;
  for (const text::Token& token : text::tokenize(text)) keys.insert(text::term_key(token.form));
  return keys;
}

}  // namespace

Result<ConceptSet> filter_systems(const Catalog& catalog, const query::Node& node) {
  ConceptSet set(catalog.concept_count());
  for (const std::string& value : node.values) {
    std::string lower = value;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    bool is_known = !systems_of_alias(lower).empty() || find_known_system(lower) != nullptr;
    const auto add = [&](std::string_view id) {
      if (const auto index = catalog.find_system(id)) {
        is_known = true;
        set.insert_range(catalog.systems()[*index].first, catalog.systems()[*index].end);
      }
    };
    add(lower);
    for (const std::string_view id : systems_of_alias(lower)) add(id);
    if (is_known) continue;
    std::string known;
    for (const catalog::SystemRun& run : catalog.systems()) known += (known.empty() ? "" : ", ") + run.system.id;
    return Error{ErrorCode::BadQuery, "There is no code system `" + value + "`.", "This catalog has " + known + ".", {{}, 0, node.span.begin, node.span.end}};
  }
  return set;
}

ConceptSet filter_code(const Catalog& catalog, std::string_view pattern) {
  ConceptSet set(catalog.concept_count());
  const std::string compact = compact_pattern(pattern);
  const std::string stem = compact.substr(0, compact.find_first_of("*?"));
  const bool is_plain_prefix = compact.size() == stem.size() + 1 && compact.back() == '*';
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    const auto [first, end] = catalog.find_prefix(system, stem);
    if (is_plain_prefix) {
      set.insert_range(first, end);
      continue;
    }
    for (std::uint32_t number = first; number < end; ++number) {
      if (matches_wildcard(compact, compact_code(catalog.code(number)))) set.insert(number);
    }
  }
  return set;
}

ConceptSet filter_code_range(const Catalog& catalog, std::string_view lower, std::string_view upper) {
  ConceptSet set(catalog.concept_count());
  const std::string from = compact_code(lower);
  const std::string to = compact_code(upper);
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    const catalog::SystemRun& run = catalog.systems()[system];
    std::uint32_t first = run.first;
    while (first < run.end && compact_code(catalog.code(first)) < from) ++first;
    std::uint32_t end = first;
    while (end < run.end && compact_code(catalog.code(end)).substr(0, to.size()) <= to) ++end;
    set.insert_range(first, end);
  }
  return set;
}

std::vector<std::uint32_t> find_references(const Catalog& catalog, std::string_view reference) {
  std::vector<std::uint32_t> numbers;
  const std::size_t slash = reference.find('/');
  const std::string_view code = slash == std::string_view::npos ? reference : reference.substr(slash + 1);
  for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
    if (slash != std::string_view::npos) {
      const std::string_view wanted = reference.substr(0, slash);
      const auto aliases = systems_of_alias(wanted);
      const std::string& id = catalog.systems()[system].system.id;
      if (id != wanted && std::find(aliases.begin(), aliases.end(), id) == aliases.end()) continue;
    }
    if (const auto number = catalog.find(system, code)) numbers.push_back(*number);
  }
  return numbers;
}

ConceptSet filter_under(const Catalog& catalog, std::string_view reference) {
  ConceptSet set(catalog.concept_count());
  for (const std::uint32_t top : find_references(catalog, reference)) {
    set.insert(top);
    const catalog::SystemRun& run = catalog.systems()[catalog.system_of(top)];
    for (std::uint32_t number = run.first; number < run.end; ++number) {
      std::uint32_t above = number;
      for (int depth = 0; depth < max_depth && above != catalog::no_parent && above != top; ++depth) above = catalog.parent(above);
      if (above == top) set.insert(number);
    }
  }
  return set;
}

ConceptSet filter_state(const Catalog& catalog, std::string_view state) {
  const bool is_active = state == "active";
  const std::uint8_t wanted = state == "billable"                ? catalog::flag::billable
                              : state == "header"                ? catalog::flag::header
                              : state == "article"               ? catalog::flag::article
                              : is_active || state == "inactive" ? catalog::flag::inactive
                                                                 : std::uint8_t{0};
  ConceptSet set(catalog.concept_count());
  for (std::uint32_t number = 0; number < catalog.concept_count(); ++number) {
    if (((catalog.flags(number) & wanted) != 0) != is_active) set.insert(number);
  }
  return set;
}

ConceptSet filter_chapter(const Catalog& catalog, std::string_view text) {
  ConceptSet set(catalog.concept_count());
  const std::set<std::string> wanted = keys_of(text);
  for (const Group& group : catalog.groups()) {
    const std::set<std::string> title = keys_of(group.title);
    const bool is_meant = compact_code(group.id) == compact_code(text) || (!wanted.empty() && std::includes(title.begin(), title.end(), wanted.begin(), wanted.end()));
    if (!is_meant) continue;
    const auto [first, end] = concepts_of(catalog, group);
    set.insert_range(first, end);
  }
  return set;
}

std::pair<std::uint32_t, std::uint32_t> concepts_of(const Catalog& catalog, const Group& group) {
  const auto system = catalog.find_system(group.system);
  if (!system) return {0, 0};
  const std::uint32_t first = catalog.find_prefix(*system, compact_code(group.first)).first;
  const std::uint32_t end = catalog.find_prefix(*system, compact_code(group.last)).second;
  return {first, std::clamp(end, first, catalog.systems()[*system].end)};
}

}  // namespace medcode::search
