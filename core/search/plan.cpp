#include "core/search/plan.hpp"

#include <algorithm>

#include "core/search/filters.hpp"
#include "core/search/segment_builder.hpp"
#include "core/search/unite.hpp"
#include "core/search/word_run.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

using query::Node;
using query::NodeKind;

bool is_text(NodeKind kind) {
  return kind == NodeKind::Word || kind == NodeKind::Phrase || kind == NodeKind::Wildcard || kind == NodeKind::Fuzzy;
}

Error passed_over(const Node& node, std::string message, std::string advice) {
  return Error{ErrorCode::BadQuery, std::move(message), std::move(advice), {{}, 0, node.span.begin, node.span.end}};
}

/// Makes one plan.
class Planning {
 public:
  Planning(const Index& index, const text::Lexicon& lexicon, Scratch& scratch) : index_(index), lexicon_(lexicon), scratch_(scratch) {}

  Plan plan(const Node& root) {
    take_required(root, NameScope::Any, root.boost);
    return std::move(plan_);
  }

 private:
  const catalog::Catalog& catalog() const { return index_.catalog(); }

  /// What is to be left out must be there as typed and in full: another reading or a letter more would hide answers.
  TypedWord typed_word(const Node& node, float boost) const {
    const bool is_negated = negations_ > 0;
    return {node.text, node.span, node.is_prefix && !is_negated, node.boost * boost, is_negated};
  }

  void allow(const ConceptSet& set) {
    if (plan_.allowed) {
      plan_.allowed->intersect(set);
    } else {
      plan_.allowed = set;
    }
  }

  /// Takes what must hold: children of AND one by one, words in runs.
  void take_required(const Node& node, NameScope scope, float boost) {
    if (node.kind == NodeKind::All) return;
    if (node.kind != NodeKind::And) {
      take_children({&node, 1}, scope, boost);
      return;
    }
    take_children(node.children, scope, boost);
  }

  void take_children(std::span<const Node> nodes, NameScope scope, float boost) {
    std::vector<TypedWord> run;
    for (const Node& node : nodes) {
      if (node.kind == NodeKind::Word) {
        run.push_back(typed_word(node, boost));
        continue;
      }
      flush(run, scope);
      if (node.kind == NodeKind::And) {
        take_children(node.children, scope, boost * node.boost);
      } else if (is_text(node.kind)) {
        add_segment(node, scope, boost);
      } else if (const auto field_scope = scope_of(node); field_scope && !node.children.empty()) {
        take_required(node.children.front(), *field_scope, boost * node.boost);
      } else if (node.kind == NodeKind::Similar) {
        take_similar(node);
      } else if (node.kind != NodeKind::All) {
        if (const std::optional<ConceptSet> set = evaluate(node, scope, true)) allow(*set);
      }
    }
    flush(run, scope);
  }

  void flush(std::vector<TypedWord>& run, NameScope scope) {
    if (run.empty()) return;
    for (Segment& segment : build_segments(index_, lexicon_, scratch_.remembered, run, scope)) plan_.segments.push_back(std::move(segment));
    run.clear();
  }

  /// Returns the names a field is about, nothing for fields that are filters.
  static std::optional<NameScope> scope_of(const Node& node) {
    if (node.kind != NodeKind::Field) return std::nullopt;
    if (node.field == "title") return NameScope::Display;
    return node.field == "synonym" ? std::optional(NameScope::Others) : std::nullopt;
  }

  /// Returns the mappings and notes; null, with the problem told, when they are not loaded.
  const catalog::Companion* companion_of(const Node& node) {
    const catalog::Companion* companion = index_.companion();
    if (companion == nullptr) plan_.problems.push_back(passed_over(node, "The mappings and notes of this catalog are not loaded.", "They lie in its details folder; put it beside the catalog."));
    return companion;
  }

  std::optional<ConceptSet> evaluate_mapping(const Node& node) {
    const std::vector<std::uint32_t> targets = find_references(catalog(), node.text);
    const catalog::Companion* companion = companion_of(node);
    if (companion == nullptr) return std::nullopt;
    if (!targets.empty()) return filter_maps_to(catalog(), companion->mappings, targets);
    if (!node.is_prefix) plan_.problems.push_back(passed_over(node, "There is no code `" + node.text + "` in this catalog.", "Write system and code, such as maps-to:icd10cm/K81.0."));
    return std::nullopt;
  }

  void take_similar(const Node& node) {
    const std::vector<std::uint32_t> found = find_references(catalog(), node.text);
    if (found.empty() && !node.is_prefix) plan_.problems.push_back(passed_over(node, "There is no code `" + node.text + "` in this catalog.", "Write system and code, such as similar:icd10cm/E11.9."));
    plan_.similar.insert(plan_.similar.end(), found.begin(), found.end());
  }

  /// Returns the segment of a phrase, wildcard or fuzzy word.
  Segment make_segment(const Node& node, NameScope scope, float boost) {
    Segment segment;
    segment.text = node.text;
    segment.span = node.span;
    segment.scope = scope;
    segment.boost = node.boost * boost;
    SegmentBuilder builder(index_, segment);
    if (node.kind == NodeKind::Phrase) {
      for (const std::string& word : node.values) segment.text += (segment.text.empty() ? "" : " ") + word;
      const std::vector<text::Token> tokens = text::tokenize(segment.text);
      if (!tokens.empty()) builder.add_phrase(tokens, node.slop, node.is_prefix);
    } else if (node.kind == NodeKind::Wildcard) {
      builder.add_wildcard(folded_pattern(node.text));
    } else {
      const std::vector<text::Token> tokens = text::tokenize(node.text);
      if (tokens.size() == 1) {
        builder.add_exact(tokens.front().form);
        builder.add_fuzzy(tokens.front().form, node.edits, false);
      }
    }
    builder.finish();
    return segment;
  }

  void add_segment(const Node& node, NameScope scope, float boost) { plan_.segments.push_back(make_segment(node, scope, boost)); }

  static std::string folded_pattern(const std::string& pattern) {
    std::string folded;
    std::size_t at = 0;
    while (at < pattern.size()) {
      const std::size_t mark = std::min(pattern.find_first_of("*?", at), pattern.size());
      for (const text::Token& token : text::tokenize(pattern.substr(at, mark - at))) folded += token.form;
      if (mark < pattern.size()) folded.push_back(pattern[mark]);
      at = mark + 1;
    }
    return folded;
  }

  ConceptSet concepts_of(const Segment& segment) const {
    ConceptSet set(catalog().concept_count());
    for (const std::uint32_t name : segment.names) set.insert(catalog().concept_of_name(name));
    return set;
  }

  /// Returns the concepts that meet a text node; its segments are scored too when `is_scored`.
  std::optional<ConceptSet> evaluate_segments(std::vector<Segment> segments, bool is_scored) {
    std::optional<ConceptSet> set;
    for (Segment& segment : segments) {
      unite(index_, scratch_, segment);
      if (segment.is_required) {
        ConceptSet met = concepts_of(segment);
        if (set) met.intersect(*set);
        set = std::move(met);
      }
      segment.is_required = false;
      if (is_scored) plan_.segments.push_back(std::move(segment));
    }
    return set;
  }

  /// Returns the concepts for which `node` holds; nothing when it says nothing (an unknown system, an empty word).
  std::optional<ConceptSet> evaluate(const Node& node, NameScope scope, bool is_scored) {
    switch (node.kind) {
      case NodeKind::Word: {
        const TypedWord word = typed_word(node, 1);
        return evaluate_segments(build_segments(index_, lexicon_, scratch_.remembered, {&word, 1}, scope), is_scored);
      }
      case NodeKind::Phrase: case NodeKind::Wildcard: case NodeKind::Fuzzy: {
        std::vector<Segment> segments;
        segments.push_back(make_segment(node, scope, 1));
        return evaluate_segments(std::move(segments), is_scored);
      }
      case NodeKind::And: return evaluate_and(node, scope, is_scored);
      case NodeKind::Or: return evaluate_or(node, scope, is_scored);
      case NodeKind::Not: {
        ++negations_;
        std::optional<ConceptSet> set = node.children.empty() ? std::nullopt : evaluate(node.children.front(), scope, false);
        --negations_;
        if (set) set->complement();
        return set;
      }
      case NodeKind::Field: return evaluate_field(node, is_scored);
      default: return evaluate_filter(node);
    }
  }

  std::optional<ConceptSet> evaluate_and(const Node& node, NameScope scope, bool is_scored) {
    std::optional<ConceptSet> all;
    std::vector<TypedWord> run;
    const auto meet = [&all](std::optional<ConceptSet> set) {
      if (set && all) set->intersect(*all);
      if (set) all = std::move(set);
    };
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::Word) {
        run.push_back(typed_word(child, 1));
      } else {
        meet(evaluate(child, scope, is_scored));
      }
    }
    if (!run.empty()) meet(evaluate_segments(build_segments(index_, lexicon_, scratch_.remembered, run, scope), is_scored));
    return all;
  }

  std::optional<ConceptSet> evaluate_or(const Node& node, NameScope scope, bool is_scored) {
    std::optional<ConceptSet> any;
    for (const Node& child : node.children) {
      std::optional<ConceptSet> set = evaluate(child, scope, is_scored);
      if (set && any) set->unite(*any);
      if (set) any = std::move(set);
    }
    return any;
  }

  std::optional<ConceptSet> evaluate_field(const Node& node, bool is_scored) {
    if (node.children.empty()) return std::nullopt;
    if (const auto scope = scope_of(node)) return evaluate(node.children.front(), *scope, is_scored);
    if (node.field == "chapter") return filter_chapter(catalog(), text_of(node.children.front()));
    const catalog::Companion* companion = companion_of(node);
    return companion == nullptr ? std::nullopt : evaluate_notes(node.children.front(), companion->notes);
  }

  /// Evaluates words, phrases and their combinations within the official notes.
  std::optional<ConceptSet> evaluate_notes(const Node& node, std::string_view notes) {
    switch (node.kind) {
      case NodeKind::Word:
      case NodeKind::Phrase: return filter_notes(catalog(), notes, text_of(node), node.is_prefix);
      case NodeKind::Not: {
        std::optional<ConceptSet> set = node.children.empty() ? std::nullopt : evaluate_notes(node.children.front(), notes);
        if (set) set->complement();
        return set;
      }
      case NodeKind::And:
      case NodeKind::Or: {
        std::optional<ConceptSet> all;
        for (const Node& child : node.children) {
          std::optional<ConceptSet> set = evaluate_notes(child, notes);
          if (set && all) node.kind == NodeKind::And ? set->intersect(*all) : set->unite(*all);
          if (set) all = std::move(set);
        }
        return all;
      }
      default:
        plan_.problems.push_back(passed_over(node, "In notes only words and phrases are searched.", "Write the word itself, without wildcards or a distance."));
        return std::nullopt;
    }
  }

  static std::string text_of(const Node& node) {
    std::string text = node.text;
    for (const std::string& value : node.values) text += ' ' + value;
    for (const Node& child : node.children) text += ' ' + text_of(child);
    return text;
  }

  std::optional<ConceptSet> evaluate_filter(const Node& node) {
    switch (node.kind) {
      case NodeKind::System: {
        Result<ConceptSet> set = filter_systems(catalog(), node);
        if (set.ok()) return std::move(set).value();
        if (!node.is_prefix) plan_.problems.push_back(set.error());  // else the name is still being typed
        return std::nullopt;
      }
      case NodeKind::Code: return filter_code(catalog(), node.text);
      case NodeKind::CodeRange: return filter_code_range(catalog(), node.text, node.upper);
      case NodeKind::Under: return filter_under(catalog(), node.text);
      case NodeKind::Is:
      case NodeKind::Has: return filter_state(catalog(), node.text);
      case NodeKind::MapsTo: return evaluate_mapping(node);
      default: return std::nullopt;
    }
  }

  const Index& index_;
  const text::Lexicon& lexicon_;
  Scratch& scratch_;
  Plan plan_;
  int negations_ = 0;  ///< how many NOT stand above the node being evaluated
};

}  // namespace

Plan make_plan(const Index& index, const text::Lexicon& lexicon, Scratch& scratch, const query::Node& root) { return Planning(index, lexicon, scratch).plan(root); }

}  // namespace medcode::search
