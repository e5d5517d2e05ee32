// What does a search give back?
//
// Plain values; offsets are bytes. core/api turns them into JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/query/ast.hpp"
#include "core/search/ranking.hpp"
#include "core/systems/concept.hpp"

namespace medcode::search {

/// Is what a person asks for beside the text.
struct SearchOptions {
  std::size_t limit = 20;             ///< answers at most; at most max_limit
  std::size_t offset = 0;             ///< answers passed over before
  std::vector<std::string> systems;   ///< ids; narrows the answers, not the counts by system; empty: all
  bool is_typing = true;              ///< the last word may be unfinished
  std::string filter = {};            ///< a finished query that every answer, counted ones too, must meet; empty: none
};

/// Limit of answers of one search, offset included.
inline constexpr std::size_t max_limit = 10'000;

/// Limit of chapters counted: as many as a person looks through.
inline constexpr std::size_t max_chapter_counts = 12;

/// Is a word that was read otherwise than typed.
struct Expansion {
  std::string from;
  std::string to;
  std::string kind;  ///< "abbreviation", "lay", "fuzzy" ...
};

/// Is another name of a concept that answers better than its display.
struct MatchedName {
  DesignationUse use = DesignationUse::Synonym;
  std::string text;
  std::vector<query::Span> spans;
};

struct Hit {
  std::uint32_t number = 0;  ///< of the concept
  Score score;
  std::string display;
  std::vector<query::Span> spans;  ///< of the display
  std::optional<MatchedName> matched;
  std::string why;
};

/// Counts the answers that lie in one chapter.
struct ChapterCount {
  const Group* chapter = nullptr;  ///< of the catalog
  std::size_t count = 0;
};

struct Answer {
  std::string canonical;            ///< the query as it was understood
  std::optional<Error> error;       ///< place.begin/end: bytes of the query
  std::size_t total = 0;            ///< answers in all
  bool is_relaxed = false;          ///< some answers do not meet every word
  std::vector<Expansion> expansions;
  std::optional<std::string> did_you_mean;
  std::vector<std::size_t> by_system;  ///< counts by index of the catalog's systems
  std::size_t active = 0;
  std::size_t inactive = 0;
  std::size_t billable = 0;  ///< of those in the systems asked for
  std::size_t headers = 0;   ///< likewise
  std::vector<ChapterCount> by_chapter;  ///< likewise; the fullest max_chapter_counts of the widest chapters, most first
  std::vector<Hit> hits;
};

}  // namespace medcode::search
