#include "core/sources/index_phrases.hpp"

#include <optional>

#include "core/sources/icd_code.hpp"
#include "core/sources/lines.hpp"

namespace medcode {
namespace {

/// Returns the code or codes of "subcategory M14.8-" or "category Z22", nothing for a run of them.
std::optional<std::string> referred_category(std::string_view reference) {
  for (const std::string_view word : {"subcategory ", "category ", "categories "}) {
    if (same_without_case(reference.substr(0, word.size()), word)) return icd10cm_code(reference.substr(word.size()));
  }
  return icd10cm_code(reference);
}

}  // namespace

std::string phrase_of(const IndexTree& tree, std::size_t number, PathStyle style, std::size_t first) {
  const std::vector<std::size_t> path = tree.path(number);
  std::string phrase;
  std::string_view former;
  for (std::size_t step = first; step < path.size(); ++step) {
    const IndexEntry& entry = tree.entry(path[step]);
    const bool is_own = step + 1 == path.size();
    const bool with_modifiers = is_own && entry.shown.size() <= max_title_with_modifiers;
    const bool needs_comma = style == PathStyle::Index && !former.empty() && !connects(former);
    if (!phrase.empty()) phrase += needs_comma ? ", " : " ";
    phrase += with_modifiers ? entry.shown : entry.title;
    former = entry.title;
  }
  for (const std::string_view ending : {" NEC", " NOS"}) {
    if (phrase.size() > ending.size() && std::string_view(phrase).substr(phrase.size() - ending.size()) == ending) {
      phrase.resize(phrase.size() - ending.size());
    }
  }
  return phrase;
}

std::string too_long_phrase(std::string_view phrase) {
  return "The phrase " + quoted(phrase) + " has " + std::to_string(phrase.size()) + " bytes; at most " +
         std::to_string(max_phrase_bytes) + " are taken.";
}

IndexTarget target_of(const IndexTree& tree, std::size_t number) {
  for (std::size_t step = 0; step < max_reference_steps; ++step) {
    const IndexEntry& entry = tree.entry(number);
    if (!entry.codes.empty()) return IndexTarget{entry.codes, {}};
    if (entry.see.empty()) {
      return IndexTarget{{}, step == 0 ? "is a heading or a remark without a code" : "refers to a heading without a code of its own"};
    }
    if (const std::optional<std::string> category = referred_category(entry.see)) {
      return IndexTarget{{IndexCode{0, *category}}, {}};
    }
    const std::optional<std::size_t> next = tree.find(entry.see);
    const std::string_view reason = reason_without_entry(entry.see, next.has_value());
    if (!reason.empty()) return IndexTarget{{}, reason};
    number = *next;
  }
  return IndexTarget{{}, "refers to itself in a circle"};
}

}  // namespace medcode
