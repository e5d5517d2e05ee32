#include "core/search/why.hpp"

#include <algorithm>

#include "core/search/polarity.hpp"

namespace medcode::search {
namespace {

/// Returns the alternative by which `segment` is met by the concept, in `name` if there, else in any of its names; or null.
const Alternative* met_by(const Index& index, const Segment& segment, const Ranked& ranked) {
  const std::uint32_t first = index.catalog().first_name(ranked.number);
  const std::uint32_t end = index.catalog().end_name(ranked.number);
  const Alternative* found = nullptr;
  auto at = std::lower_bound(segment.names.begin(), segment.names.end(), first);
  for (; at != segment.names.end() && *at < end; ++at) {
    const Alternative& alternative = segment.alternative_at(static_cast<std::size_t>(at - segment.names.begin()));
    if (*at == ranked.score.name) return &alternative;
    if (found == nullptr) found = &alternative;
  }
  return found;
}

std::string_view kind_name(MatchKind kind) {
  switch (kind) {
    case MatchKind::Equivalent: return "equivalent";
    case MatchKind::Abbreviation: return "abbreviation";
    case MatchKind::Brand: return "brand";
    case MatchKind::Disease: return "disease";
    case MatchKind::Lay: return "lay";
    case MatchKind::Procedure: return "procedure";
    case MatchKind::Synonym: return "synonym";
    case MatchKind::Joined: return "joined";
    case MatchKind::Split: return "split";
    case MatchKind::Fuzzy: return "fuzzy";
    default: return "";
  }
}

std::string_view tier_words(Tier tier) {
  switch (tier) {
    case Tier::ExactCode: return "the code itself";
    case Tier::CodePrefix: return "the code starts so";
    case Tier::ExactName: return "exactly this name";
    case Tier::AllWords: return "every word found";
    case Tier::Relaxed: return "some words found";
  }
  return "";
}

const std::string* text_of(const Segment& segment, const Alternative* alternative) {
  return alternative == nullptr || alternative->text == 0 ? nullptr : &segment.texts[alternative->text - 1];
}

}  // namespace

std::string explain_hit(const Index& index, std::span<const Segment> segments, const Ranked& ranked) {
  std::string why(tier_words(ranked.score.tier));
  std::string missing, contrary;
  for (const Segment& segment : segments) {
    const Alternative* alternative = met_by(index, segment, ranked);
    if (alternative == nullptr) {
      if (segment.is_required) missing += (missing.empty() ? "" : ", ") + segment.text;
    } else if (is_contrary(index, segment, *alternative, ranked.score.name)) {
      contrary += (contrary.empty() ? "" : ", ") + segment.text;
    } else if (const std::string* text = text_of(segment, alternative)) {
      why += "; " + segment.text + " read as " + *text;
    }
  }
  if (!missing.empty()) why += "; without " + missing;
  if (!contrary.empty()) why += "; says the contrary of " + contrary;
  return why;
}

std::vector<Expansion> list_expansions(const Index& index, std::span<const Segment> segments, std::span<const Ranked> ranked) {
  std::vector<Expansion> expansions;
  for (const Segment& segment : segments) {
    for (const Ranked& answer : ranked) {
      const Alternative* alternative = met_by(index, segment, answer);
      const std::string* text = text_of(segment, alternative);
      if (text == nullptr) continue;
      const bool is_known = std::any_of(expansions.begin(), expansions.end(), [&](const Expansion& other) { return other.from == segment.text && other.to == *text; });
      if (!is_known) expansions.push_back({segment.text, *text, std::string(kind_name(alternative->kind))});
    }
  }
  return expansions;
}

std::optional<std::string> suggest_spelling(const Index& index, std::span<const Segment> segments, std::span<const Ranked> ranked, std::string_view query) {
  if (ranked.empty()) return std::nullopt;
  std::string suggestion(query);
  bool is_changed = false;
  for (std::size_t s = segments.size(); s-- > 0;) {
    const Segment& segment = segments[s];
    const Alternative* alternative = met_by(index, segment, ranked.front());
    const bool is_slip = alternative != nullptr && (alternative->kind == MatchKind::Fuzzy || alternative->kind == MatchKind::Split);
    if (!is_slip || segment.span.end > suggestion.size() || segment.span.begin >= segment.span.end) continue;
    suggestion.replace(segment.span.begin, segment.span.end - segment.span.begin, *text_of(segment, alternative));
    is_changed = true;
  }
  return is_changed ? std::optional(suggestion) : std::nullopt;
}

}  // namespace medcode::search
