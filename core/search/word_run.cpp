#include "core/search/word_run.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/search/polarity.hpp"
#include "core/search/segment_builder.hpp"
#include "core/search/weights.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

using std::string_view;

/// Is one searchable unit: a token of a typed word.
struct Unit {
  text::Token token;
  const TypedWord* word = nullptr;
  bool is_prefix = false;  ///< the last token of a word that is still being typed
};

/// Shortest beginning that is tried for a word that is not the last.
constexpr std::size_t least_inner_prefix = 3;

MatchKind match_kind_of(text::LexiconKind kind) {
  switch (kind) {
    case text::LexiconKind::Equivalent: return MatchKind::Equivalent;
    case text::LexiconKind::Abbreviation: return MatchKind::Abbreviation;
    case text::LexiconKind::Brand: return MatchKind::Brand;
    case text::LexiconKind::Disease: return MatchKind::Disease;
    case text::LexiconKind::Lay: return MatchKind::Lay;
    case text::LexiconKind::Procedure: return MatchKind::Procedure;
    case text::LexiconKind::Synonym: return MatchKind::Synonym;
  }
  return MatchKind::Synonym;
}

float quality_of(text::LexiconKind kind) {
  if (kind == text::LexiconKind::Equivalent) return weights::equivalent;
  return kind == text::LexiconKind::Abbreviation ? weights::abbreviation : weights::lexicon;
}

/// Builds the segments of one run.
class WordRun {
 public:
  WordRun(const Index& index, const text::Lexicon& lexicon, RememberedWords& remembered, std::span<const TypedWord> words, NameScope scope)
      : index_(index), lexicon_(lexicon), remembered_(remembered), scope_(scope), is_alone_(words.size() == 1) {
    for (const TypedWord& word : words) add_units(word);
  }

  std::vector<Segment> build() {
    for (std::size_t at = 0; at < units_.size();) at += build_one(at);
    mark_negated();
    const bool has_required = std::any_of(segments_.begin(), segments_.end(), [](const Segment& segment) { return segment.is_required; });
    for (Segment& segment : segments_) segment.is_required |= !has_required;
    return std::move(segments_);
  }

 private:
  /// Marks what stands after "without" up to the next "with". A name need not speak of what is not asked for.
  void mark_negated() {
    bool is_negated = false;
    for (Segment& segment : segments_) {
      segment.is_negator = segment.text == "w o" || is_negator(segment.text);
      if (segment.text == "with" || segment.text == "w" || segment.text == "but") is_negated = false;
      segment.is_negated = is_negated && !segment.is_negator;
      if (segment.is_negated) segment.is_required = false;
      is_negated |= segment.is_negator;
    }
  }

  void add_units(const TypedWord& word) {
    std::vector<text::Token> tokens = text::tokenize(word.text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      keys_.push_back(text::term_key(tokens[i].form));
      units_.push_back({std::move(tokens[i]), &word, word.is_prefix && i + 1 == tokens.size()});
    }
  }

  std::size_t tokens_of_word(std::size_t at) const {
    std::size_t end = at;
    while (end < units_.size() && units_[end].word == units_[at].word) ++end;
    return end - at;
  }

  bool starts_word(std::size_t at) const { return at == 0 || units_[at - 1].word != units_[at].word; }

  Segment start_segment(std::size_t at, std::size_t count) const {
    const Unit& first = units_[at];
    const Unit& last = units_[at + count - 1];
    Segment segment;
    segment.scope = scope_;
    segment.boost = first.word->boost;
    segment.span = {first.word->span.begin, last.word->span.end};
    for (std::size_t i = at; i < at + count; ++i) segment.text += (i == at ? "" : " ") + units_[i].token.form;
    return segment;
  }

  void finish(SegmentBuilder& builder, Segment&& segment) {
    builder.finish();
    if (!segment.is_required) segment.importance *= weights::droppable_importance;
    segments_.push_back(std::move(segment));
  }

  /// Builds the segment that starts at unit `at`; returns how many units it took.
  std::size_t build_one(std::size_t at) {
    matches_.clear();
    if (units_[at].word->is_literal) {
      build_literal(at);
      return 1;
    }
    lexicon_.find(std::span(keys_).subspan(at), matches_);
    std::size_t longest = 1;
    for (const text::LexiconMatch& match : matches_) longest = std::max(longest, match.words);
    if (starts_word(at)) {
      if (const std::size_t taken = build_code(at, longest); taken != 0) return taken;
    }
    if (longest > 1) return build_phrase(at, longest);
    if (build_joined(at)) return 2;
    build_word(at);
    return 1;
  }

  void build_literal(std::size_t at) {
    Segment segment = start_segment(at, 1);
    SegmentBuilder builder(index_, segment);
    builder.add_exact(units_[at].token.form);
    finish(builder, std::move(segment));
  }

  /// Builds a segment for a typed word that is a code; returns how many units it took, 0 when it is none.
  std::size_t build_code(std::size_t at, std::size_t longest_phrase) {
    const std::size_t count = tokens_of_word(at);
    if (count == 1 && longest_phrase > 1) return 0;
    const std::string& typed = units_[at].word->text;
    constexpr std::size_t least_code_among_words = 3;
    if (!is_alone_ && typed.size() < least_code_among_words) return 0;
    Segment segment = start_segment(at, count);
    SegmentBuilder builder(index_, segment);
    if (!builder.add_code(typed)) return 0;
    if (count > 1) {
      builder.add_all_words(MatchKind::Exact, weights::exact, tokens(at, count), units_[at + count - 1].is_prefix);
    } else {
      add_word_alternatives(builder, segment, at);
    }
    finish(builder, std::move(segment));
    return count;
  }

  std::vector<text::Token> tokens(std::size_t at, std::size_t count) const {
    std::vector<text::Token> result;
    for (std::size_t i = at; i < at + count; ++i) result.push_back(units_[i].token);
    return result;
  }

  std::size_t build_phrase(std::size_t at, std::size_t count) {
    Segment segment = start_segment(at, count);
    if (recall(at, count, segment)) return count;
    SegmentBuilder builder(index_, segment);
    builder.add_all_words(MatchKind::Exact, weights::exact, tokens(at, count), segment.is_unfinished);
    segment.may_drop = add_lexicon(builder, count);
    segment.is_required = !segment.may_drop;
    finish(builder, std::move(segment));
    return count;
  }

  /// Takes the segment from the last query when it was there; else says in `segment` that the next may have it so.
  bool recall(std::size_t at, std::size_t count, Segment& segment) {
    segment.is_lasting = true;
    segment.is_unfinished = units_[at + count - 1].is_prefix;
    std::optional<Segment> known = remembered_.take(segment.text, segment.is_unfinished, segment.scope, segment.boost);
    if (!known) return false;
    known->span = segment.span;
    segments_.push_back(*std::move(known));
    return true;
  }

  /// Builds a segment of two words that the titles write as one.
  bool build_joined(std::size_t at) {
    constexpr std::size_t least_joined = 6;
    if (at + 1 >= units_.size()) return false;
    const std::string joined = units_[at].token.form + units_[at + 1].token.form;
    if (joined.size() < least_joined || text::is_function_word(units_[at].token.form) || index_.find_form(joined) == nullptr) return false;
    Segment segment = start_segment(at, 2);
    SegmentBuilder builder(index_, segment);
    builder.add_all_words(MatchKind::Exact, weights::exact, tokens(at, 2), units_[at + 1].is_prefix);
    builder.add_wording(MatchKind::Joined, weights::joined_word, joined, {});
    finish(builder, std::move(segment));
    return true;
  }

  void build_word(std::size_t at) {
    Segment segment = start_segment(at, 1);
    if (recall(at, 1, segment)) return;
    SegmentBuilder builder(index_, segment);
    const bool is_telling = !text::is_function_word(units_[at].token.form) && !is_negator(units_[at].token.form);
    segment.may_drop = add_word_alternatives(builder, segment, at) || !is_telling;
    segment.is_required = !segment.may_drop;
    finish(builder, std::move(segment));
    Segment& built = segments_.back();
    if (built.alternatives.empty()) {  // nothing knows the word: it weighs as much as the rarest
      built.importance = built.boost * std::log(1.0F + static_cast<float>(index_.catalog().name_count()));
    }
  }

  /// Says whether a word that is known is so rare that it may be a slip in a title or in the query: spelled so in a handful
  /// of names, or nowhere but of one stem with a rare word. What the lexicon knows by its stem ("migrane", a brand) may be a slip as well.
  bool is_doubtful(const std::string& form) const {
    constexpr std::size_t few_names = 4;
    constexpr std::size_t few_of_stem = 60;
    if (form.size() < 5) return false;
    const auto term = index_.find_term(text::term_key(form));
    if (!term) return false;
    const std::size_t names = index_.postings(*term).size();
    return (names < few_names && matches_.empty()) || (names < few_of_stem && index_.find_form(form) == nullptr);
  }

  /// Adds every reading of one word; returns whether the lexicon says that it may be dropped.
  bool add_word_alternatives(SegmentBuilder& builder, Segment& segment, std::size_t at) {
    const Unit& unit = units_[at];
    const std::string& form = unit.token.form;
    bool is_known = builder.add_exact(form);
    matches_.clear();
    lexicon_.find(std::span(keys_).subspan(at, 1), matches_);
    const bool may_drop = add_lexicon(builder, 1);
    is_known |= !matches_.empty();
    if (unit.is_prefix) {
      is_known |= builder.add_prefix(form, weights::typed_prefix);
    } else if (form.size() >= least_inner_prefix && !text::is_function_word(form)) {
      is_known |= builder.add_prefix(form, weights::inner_prefix);
    }
    segment.word = form;
    segment.is_unfinished = unit.is_prefix;
    if (!is_known) {
      builder.correct();
    } else if (is_doubtful(form)) {
      builder.add_fuzzy(form, std::min(1U, forgiven_edits(form)), false);
    }
    return may_drop;
  }

  /// Adds the alternatives of the lexicon entries found that take `words` words; returns whether one says "drop it".
  bool add_lexicon(SegmentBuilder& builder, std::size_t words) {
    bool may_drop = false;
    for (const text::LexiconMatch& match : matches_) {
      if (match.words != words) continue;
      float quality = quality_of(match.kind);
      for (string_view rest = match.alternatives; !rest.empty();) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        const string_view wording = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (wording == "-") {
          may_drop = true;
          continue;
        }
        builder.add_wording(match_kind_of(match.kind), quality, wording, match.systems);
        quality *= weights::later_alternative;
      }
    }
    return may_drop;
  }

  const Index& index_;
  const text::Lexicon& lexicon_;
  RememberedWords& remembered_;
  NameScope scope_;
  bool is_alone_;
  std::vector<Unit> units_;
  std::vector<std::string> keys_;
  std::vector<text::LexiconMatch> matches_;
  std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> build_segments(const Index& index, const text::Lexicon& lexicon, RememberedWords& remembered, std::span<const TypedWord> words, NameScope scope) {
  return WordRun(index, lexicon, remembered, words, scope).build();
}

}  // namespace medcode::search
