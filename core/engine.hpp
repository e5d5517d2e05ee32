// How is the engine used? This is its one door: open, search, show, browse, similar, suggest.
//
// Exports Engine. Held by tests/search/engine_test.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/search/answer.hpp"
#include "core/search/browse.hpp"
#include "core/search/index.hpp"
#include "core/search/scratch.hpp"
#include "core/search/similar.hpp"
#include "core/text/lexicon.hpp"

namespace medcode {

/// Is a concept's place among its neighbours; numbers of concepts.
struct Neighbourhood {
  std::vector<std::uint32_t> ancestors;  ///< from the top down
  std::vector<std::uint32_t> children;   ///< the first max_children
  std::size_t child_count = 0;
  std::vector<const Group*> chapters;    ///< the groups it lies in, from the widest down
};

/// Limit of children listed; a few categories of SNOMED CT have thousands.
inline constexpr std::size_t max_children = 500;

/// Answers queries over one catalog. Immutable to its user, but one thread at a time may ask: searches share working memory.
class Engine {
 public:
  /// Opens a catalog that is not compressed. The bytes need not outlive the call. Errors: as Catalog::open.
  static Result<Engine> open(std::string_view catalog_bytes);

  const catalog::Catalog& catalog() const { return index_->catalog(); }
  const search::Index& index() const { return *index_; }

  /// Loads the mappings and notes, which maps-to: and note: search (catalog/companion.hpp). Errors: as Companion::open.
  Result<Done> load_companion(std::string_view bytes);

  /// Never fails: what is wrong with the query is in Answer::error.
  search::Answer search(std::string_view query, const search::SearchOptions& options = {}) const;

  /// Returns the number of the concept with this code of this system (id or alias, any spelling).
  Result<std::uint32_t> find(std::string_view system, std::string_view code) const;

  /// Requires: number < catalog().concept_count().
  Neighbourhood neighbourhood(std::uint32_t number) const;

  /// Returns a part of what stands directly below `node` of the system with this id: search::browse. Errors: NotFound.
  Result<search::TreeLevel> browse(std::string_view system, std::string_view node, std::size_t offset, std::size_t limit) const;

  /// Returns for each system (or only `in`) the `limit` concepts most like `number`.
  std::vector<search::LikenessGroup> similar(std::uint32_t number, std::optional<std::size_t> in, std::size_t limit) const;

  /// Returns at most `limit` ways in which `query` may go on: its last word completed, then whole names of the best answers.
  std::vector<std::string> suggest(std::string_view query, std::size_t limit) const;

 private:
  explicit Engine(catalog::Catalog catalog);

  std::unique_ptr<search::Index> index_;
  std::unique_ptr<search::Scratch> scratch_;
  text::Lexicon lexicon_;
};

}  // namespace medcode
