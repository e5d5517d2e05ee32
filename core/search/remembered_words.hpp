// Which words of the query were read a moment ago?
//
// A key press changes one word of a query, as a rule the last; the others mean what they meant. Exports RememberedWords,
// which keeps the segments of one query, their lists with them, for the next. Held by tests/search/remembered_words_test.cpp and
// tests/api/typing_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/search/segment.hpp"

namespace medcode::search {

class RememberedWords {
 public:
  /// Limits of what is kept of a query, and of the names of one list; a longer list is made again.
  static constexpr std::size_t max_words = 16;
  static constexpr std::size_t max_names = 100'000;

  /// Returns the segment of these words as it was first read, its list made or empty; nothing when the last query had none.
  /// The caller sets the span; a segment is given once. `text`, `is_unfinished`, `scope`, `boost`: as Segment has them.
  std::optional<Segment> take(std::string_view text, bool is_unfinished, NameScope scope, float boost);

  /// Keeps those of `segments` that are always read so, instead of all that was kept before.
  void keep(std::vector<Segment> segments);

 private:
  std::vector<Segment> segments_;
};

}  // namespace medcode::search
