#include "core/search/remembered_words.hpp"

#include <algorithm>
#include <utility>

namespace medcode::search {

std::optional<Segment> RememberedWords::take(std::string_view text, bool is_unfinished, NameScope scope, float boost) {
  const auto is_asked_for = [&](const Segment& segment) {
    return segment.is_lasting && segment.text == text && segment.is_unfinished == is_unfinished && segment.scope == scope && segment.boost == boost;
  };
  const auto found = std::find_if(segments_.begin(), segments_.end(), is_asked_for);
  if (found == segments_.end()) return std::nullopt;
  Segment segment = std::move(*found);
  found->is_lasting = false;
  segment.is_required = !segment.may_drop;
  segment.is_negator = segment.is_negated = false;
  return segment;
}

void RememberedWords::keep(std::vector<Segment> segments) {
  segments_ = std::move(segments);
  std::erase_if(segments_, [](const Segment& segment) { return !segment.is_lasting; });
  if (segments_.size() > max_words) segments_.erase(segments_.begin() + max_words, segments_.end());
  for (Segment& segment : segments_) {
    if (segment.is_made && segment.names.size() <= max_names) continue;
    segment.is_made = false;  // a list may have been made for some concepts only
    segment.names = {};
    segment.best = {};
  }
}

}  // namespace medcode::search
