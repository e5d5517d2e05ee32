#include "core/search/search.hpp"

#include <algorithm>
#include <array>

#include "core/query/parser.hpp"
#include "core/search/best_first.hpp"
#include "core/search/highlight.hpp"
#include "core/search/order.hpp"
#include "core/search/plan.hpp"
#include "core/search/segment_builder.hpp"
#include "core/search/similar.hpp"
#include "core/search/unite.hpp"
#include "core/search/weights.hpp"
#include "core/search/why.hpp"

namespace medcode::search {
namespace {

/// Fewer strict answers than this are followed by relaxed ones.
constexpr std::size_t enough_strict_answers = 5;

/// Answers one query step by step.
class Searching {
 public:
  Searching(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::string_view query, const SearchOptions& options)
      : index_(index), lexicon_(lexicon), scratch_(scratch), query_(query), options_(options) {
    wanted_ = std::min(options.limit, max_limit) + std::min(options.offset, max_limit);
  }

  Answer run() {
    query::Parsed parsed = query::parse(query_, {options_.is_typing});
    answer_.canonical = query::print(parsed.ast);
    answer_.error = std::move(parsed.error);
    plan_ = make_plan(index_, lexicon_, scratch_, parsed.ast.root);
    if (!answer_.error && !plan_.problems.empty()) answer_.error = plan_.problems.front();
    choose_systems();
    const bool is_empty = plan_.segments.empty() && !plan_.allowed && plan_.similar.empty();
    if (!is_empty && !options_.filter.empty()) apply_filter();
    if (!is_empty) rank();
    explain();
    scratch_.remembered.keep(std::move(plan_.segments));
    return std::move(answer_);
  }

 private:
  const catalog::Catalog& catalog() const { return index_.catalog(); }

  void choose_systems() {
    if (options_.systems.empty()) return;
    chosen_.emplace(catalog().concept_count());
    for (const std::string& id : options_.systems) {
      if (const auto system = catalog().find_system(id)) chosen_->insert_range(catalog().systems()[*system].first, catalog().systems()[*system].end);
    }
  }

  void apply_filter() {
    const query::Parsed filter = query::parse(options_.filter, {false});
    Plan plan = make_plan(index_, lexicon_, scratch_, filter.ast.root);
    std::optional<Error> error = filter.error;
    if (!error && !plan.problems.empty()) error = plan.problems.front();
    if (error && !answer_.error) answer_.error = Error{error->code, "Of the filter: " + error->message, error->advice, {}};
    if (!plan.segments.empty()) {
      ConceptSet met(catalog().concept_count());
      for (const std::uint32_t number : unite_all(index_, scratch_, plan.segments, plan.allowed)) met.insert(number);
      plan.allowed = std::move(met);
    }
    if (!plan.allowed) return;
    if (plan_.allowed) plan.allowed->intersect(*plan_.allowed);
    plan_.allowed = std::move(plan.allowed);
  }

  void rank() {
    const bool has_required = std::any_of(plan_.segments.begin(), plan_.segments.end(), [](const Segment& segment) { return segment.is_required; });
    if (!plan_.similar.empty()) {
      rank_similar();
    } else if (has_required) {
      rank_words();
    } else {
      std::vector<std::uint32_t> candidates;
      if (plan_.allowed) plan_.allowed->for_each([&candidates](std::uint32_t number) { candidates.push_back(number); });
      count(candidates);
      keep_chosen(candidates);
      count_kinds(candidates);
      ranked_ = rank_strict(index_, plan_.segments, candidates, wanted_);
      answer_.total = candidates.size();
    }
  }

  void rank_words() {
    std::vector<std::uint32_t> candidates = unite_all(index_, scratch_, plan_.segments, plan_.allowed);
    if (candidates.empty() && correct_words()) candidates = unite_all(index_, scratch_, plan_.segments, plan_.allowed);
    const bool is_enough = candidates.size() >= enough_strict_answers || (plan_.segments.size() == 1 && !candidates.empty());
    if (is_enough) {
      count(candidates);
      keep_chosen(candidates);
      count_kinds(candidates);
      ranked_ = rank_strict(index_, plan_.segments, candidates, wanted_);
      answer_.total = candidates.size();
      return;
    }
    unite_in_full(index_, scratch_, plan_.segments);
    const RelaxedRanking relaxed = rank_relaxed(index_, scratch_, plan_.segments, plan_.allowed, chosen_, wanted_ + candidates.size());
    std::vector<std::uint32_t> all;
    std::set_union(candidates.begin(), candidates.end(), relaxed.candidates.begin(), relaxed.candidates.end(), std::back_inserter(all));
    count(all);
    keep_chosen(all);
    count_kinds(all);
    keep_chosen(candidates);
    answer_.is_relaxed = all.size() > candidates.size();
    ranked_ = rank_strict(index_, plan_.segments, candidates, wanted_);
    for (const Ranked& ranked : relaxed.best) {
      if (ranked_.size() >= wanted_) break;
      if (!std::binary_search(candidates.begin(), candidates.end(), ranked.number)) ranked_.push_back(ranked);
    }
    answer_.total = all.size();
  }

  /// Corrects the words that no name which may be an answer has, though another system may know them. Returns whether any was.
  bool correct_words() {
    unite_in_full(index_, scratch_, plan_.segments);
    bool is_corrected = false;
    for (Segment& segment : plan_.segments) {
      const bool is_met = std::any_of(segment.names.begin(), segment.names.end(), [this](std::uint32_t name) {
        return !plan_.allowed || plan_.allowed->contains(catalog().concept_of_name(name));
      });
      if (is_met || segment.word.empty()) continue;
      const std::size_t readings = segment.alternatives.size();
      const float importance = segment.importance;
      SegmentBuilder(index_, segment).correct();
      segment.is_lasting = false;
      if (!segment.is_required) segment.importance *= weights::droppable_importance;
      if (segment.alternatives.size() == readings) segment.importance = importance;  // the word weighs what it did
      is_corrected = true;
    }
    return is_corrected;
  }

  void rank_similar() {
    std::vector<Ranked> all;
    for (const std::uint32_t number : plan_.similar) {
      for (Ranked& ranked : rank_likeness(index_, lexicon_, scratch_, number, plan_.allowed)) all.push_back(ranked);
    }
    order_by(all, [](const Ranked& ranked) { return greatest_first(ranked.score.total()) << 32 | ranked.number; });
    std::vector<std::uint32_t> candidates;
    // Room made beforehand is bytes of engine.wasm for a list of some hundred.
    for (const Ranked& ranked : all) candidates.push_back(ranked.number);  // NOLINT(performance-inefficient-vector-operation)
    std::sort(candidates.begin(), candidates.end());
    count(candidates);
    keep_chosen(candidates);
    count_kinds(candidates);
    if (chosen_) std::erase_if(all, [this](const Ranked& ranked) { return !chosen_->contains(ranked.number); });
    answer_.total = all.size();
    ranked_.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(wanted_, all.size())));
  }

  void keep_chosen(std::vector<std::uint32_t>& candidates) const {
    if (chosen_) std::erase_if(candidates, [this](std::uint32_t number) { return !chosen_->contains(number); });
  }

  /// Counts by system and status. Requires: `candidates` ascending.
  void count(const std::vector<std::uint32_t>& candidates) {
    answer_.by_system.assign(catalog().systems().size(), 0);
    auto first = candidates.begin();
    for (std::size_t system = 0; system < answer_.by_system.size(); ++system) {
      const auto end = std::lower_bound(first, candidates.end(), catalog().systems()[system].end);
      answer_.by_system[system] = static_cast<std::size_t>(end - first);
      first = end;
    }
    flags_ = flags_of(candidates);
    for (std::size_t flags = 0; flags < flags_.size(); ++flags) answer_.inactive += (flags & catalog::flag::inactive) != 0 ? flags_[flags] : 0;
    answer_.active = candidates.size() - answer_.inactive;
  }

  using CountByFlags = std::array<std::uint32_t, 256>;
  CountByFlags flags_of(const std::vector<std::uint32_t>& candidates) const {
    CountByFlags counts{};
    for (const std::uint32_t number : candidates) ++counts[catalog().flags(number)];
    return counts;
  }

  /// Counts by billing and chapter. Requires: `candidates` ascending, and those counted by count() but for the systems chosen.
  void count_kinds(const std::vector<std::uint32_t>& candidates) {
    if (chosen_) flags_ = flags_of(candidates);
    for (std::size_t flags = 0; flags < flags_.size(); ++flags) {
      const bool is_billable = (flags & catalog::flag::billable) != 0;
      (is_billable ? answer_.billable : answer_.headers) += is_billable || (flags & catalog::flag::header) != 0 ? flags_[flags] : 0;
    }
    for (const ChapterRun& run : index_.chapters()) {
      const auto first = std::lower_bound(candidates.begin(), candidates.end(), run.first);
      const auto count = static_cast<std::size_t>(std::lower_bound(first, candidates.end(), run.end) - first);
      if (count != 0) answer_.by_chapter.push_back({run.chapter, count});
    }
    order_by(answer_.by_chapter, [](const ChapterCount& entry) { return greatest_first(entry.count); });
    if (answer_.by_chapter.size() > max_chapter_counts) answer_.by_chapter.resize(max_chapter_counts);
  }

  void explain() {
    const std::size_t first = std::min(options_.offset, ranked_.size());
    const auto page = std::span(ranked_).subspan(first);
    for (const Ranked& ranked : page) answer_.hits.push_back(make_hit(ranked));
    answer_.expansions = list_expansions(index_, plan_.segments, page);
    answer_.did_you_mean = suggest_spelling(index_, plan_.segments, page, query_);
    if (answer_.by_system.empty()) answer_.by_system.assign(catalog().systems().size(), 0);
  }

  Hit make_hit(const Ranked& ranked) const {
    Hit hit;
    hit.number = ranked.number;
    hit.score = ranked.score;
    const std::uint32_t first = catalog().first_name(ranked.number);
    ShownName display = read_name(index_, plan_.segments, first);
    hit.display = std::move(display.text);
    hit.spans = std::move(display.spans);
    if (ranked.score.name != first && ranked.score.name < catalog().name_count()) {
      ShownName matched = read_name(index_, plan_.segments, ranked.score.name);
      hit.matched = {catalog().name_use(ranked.score.name), std::move(matched.text), std::move(matched.spans)};
    }
    hit.why = plan_.similar.empty() ? explain_hit(index_, plan_.segments, ranked) : explain_likeness(index_, lexicon_, scratch_, plan_.similar.front(), ranked.number);
    return hit;
  }

  const Index& index_;
  const text::Lexicon& lexicon_;
  Scratch& scratch_;
  std::string_view query_;
  const SearchOptions& options_;
  std::size_t wanted_ = 0;
  Plan plan_;
  std::optional<ConceptSet> chosen_;
  CountByFlags flags_{};  ///< of the answers counted last
  std::vector<Ranked> ranked_;
  Answer answer_;
};

}  // namespace

Answer search(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, std::string_view query, const SearchOptions& options) {
  return Searching(index, lexicon, scratch, query, options).run();
}

}  // namespace medcode::search
