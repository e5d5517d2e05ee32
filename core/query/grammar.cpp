// Reads the query language with Boost.Spirit X3: the only file that includes it.
//
//   query    = or
//   or       = and  { OR and }              OR or |
//   and      = not  { [AND] not }           also by standing side by side
//   not      = { NOT | - } operand
//   operand  = group | phrase | field:words | field:value,value | word    each with ^weight
//
// Blanks are read by hand, not by a skipper, because they decide: `a -b` excludes, `a-b` is one word.
#include "core/query/grammar.hpp"

#include <boost/spirit/home/x3.hpp>
#include <string>

#include "core/query/characters.hpp"
#include "core/query/draft.hpp"
#include "core/query/fields.hpp"
#include "core/query/syntax_error.hpp"

/// Names a rule with an action like the rule itself, so that a missing one is reported by its name.
template <typename Subject, typename Action>
struct boost::spirit::x3::get_info<boost::spirit::x3::action<Subject, Action>> {
  std::string operator()(const action<Subject, Action>& parser) const { return what(parser.subject); }
};

namespace medcode::query {
namespace {

namespace x3 = boost::spirit::x3;

/// Matches as many bytes as `Length` finds at the front of what remains, at least one.
template <std::size_t (*Length)(std::string_view)>
struct Front : x3::parser<Front<Length>> {
  using attribute_type = x3::unused_type;

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(const char*& first, const char* const& last, const Context&, RuleContext&, Attribute&) const {
    const std::size_t length = Length({first, static_cast<std::size_t>(last - first)});
    first += length;
    return length != 0;
  }
};

/// Matches the name and colon of a field that takes words (or one that takes values) and gives the field.
struct FieldName : x3::parser<FieldName> {
  using attribute_type = const Field*;
  bool takes_words;

  explicit constexpr FieldName(bool words) : takes_words(words) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(const char*& first, const char* const& last, const Context&, RuleContext&, Attribute& attribute) const {
    const Field* field = field_at({first, static_cast<std::size_t>(last - first)});
    if (field == nullptr || (field->shape == ValueShape::Words) != takes_words) return false;
    x3::traits::move_to(field, attribute);
    first += field->name.size() + 1;
    return true;
  }
};

std::size_t word_character(std::string_view rest) { return ends_word(rest) ? 0 : 1; }
std::size_t word_beginning(std::string_view rest) { return quote_length(rest) != 0 ? 0 : word_character(rest); }
std::size_t content_character(std::string_view rest) { return rest.empty() || quote_length(rest) != 0 ? 0 : 1; }
std::size_t value_character(std::string_view rest) {
  return word_beginning(rest) == 0 || rest[0] == ',' || rest[0] == '^' ? 0 : 1;
}
std::size_t range_character(std::string_view rest) {
  return word_beginning(rest) == 0 || rest[0] == ']' ? 0 : 1;
}

struct DraftTag;

template <typename Context>
Draft& draft_of(const Context& context) {
  return x3::get<DraftTag>(context);
}

/// Returns what x3::raw matched.
template <typename Context>
std::string_view piece_of(const Context& context) {
  const auto& range = x3::_attr(context);
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

/// Returns where the match ends.
template <typename Context>
const char* end_of(const Context& context) {
  return x3::_where(context).begin();
}

const auto if_typing = [](const auto& context) { x3::_pass(context) = draft_of(context).is_typing(); };
const auto if_quoted = [](const auto& context) { x3::_pass(context) = has_quote(piece_of(context)); };
const auto begin_group = [](const auto& context) { draft_of(context).begin_group(end_of(context)); };
const auto take = [](const auto& context) { x3::_val(context) = x3::_attr(context); };
const auto take_piece = [](const auto& context) { x3::_val(context) = piece_of(context); };
const auto set_end = [](const auto& context) {
  if (x3::_val(context) != 0) draft_of(context).set_end(x3::_val(context), end_of(context));
};
const auto weigh = [](const auto& context) { draft_of(context).weigh(x3::_val(context), x3::_attr(context)); };

const auto take_body = [](const auto& context) { x3::_val(context).body = piece_of(context); };
const auto take_edits = [](const auto& context) {
  x3::_val(context).has_tilde = true;
  x3::_val(context).edits = piece_of(context);
};
const auto take_weight = [](const auto& context) { x3::_val(context).weight = piece_of(context); };
const auto take_word = [](const auto& context) {
  x3::_val(context) = draft_of(context).word(x3::_attr(context), end_of(context));
};
const auto take_first_keyword = [](const auto& context) {
  x3::_val(context) = draft_of(context).first_keyword(piece_of(context));
  x3::_pass(context) = x3::_val(context) != 0;
};
const auto take_quoted = [](const auto& context) { x3::_val(context) = draft_of(context).quoted(piece_of(context)); };
const auto take_tilde = [](const auto& context) { draft_of(context).set_tilde(x3::_val(context), x3::_attr(context)); };

const auto open_not = [](const auto& context) { x3::_val(context) = draft_of(context).open_not(piece_of(context)); };
const auto open_field = [](const auto& context) {
  x3::_val(context) = draft_of(context).open_field(*x3::_attr(context), end_of(context));
};
const auto fill = [](const auto& context) {
  x3::_val(context) = draft_of(context).filled(x3::_val(context), x3::_attr(context));
};
template <NodeKind Kind>
constexpr auto add = [](const auto& context) {
  draft_of(context).add(Kind, x3::_val(context), x3::_attr(context));
};
const auto take_series = [](const auto& context) {
  const Series& series = x3::_attr(context);
  x3::_val(context) = series.parent != 0 ? series.parent : series.first;
};

const auto open_filter = [](const auto& context) { draft_of(context).open_filter(*x3::_attr(context), end_of(context)); };
const auto add_value = [](const auto& context) { draft_of(context).add_value(x3::_attr(context)); };
const auto close_filter = [](const auto& context) { x3::_val(context) = draft_of(context).close_filter(end_of(context)); };
const auto take_text = [](const auto& context) { x3::_val(context).text = piece_of(context); };
const auto take_upper = [](const auto& context) { x3::_val(context).upper = x3::_attr(context); };
template <FieldValue::Shape ValueShape>
constexpr auto finish_value = [](const auto& context) {
  x3::_val(context).shape = ValueShape;
  x3::_val(context).piece = piece_of(context);
};

const Front<blank_length> blank;
const Front<quote_length> quote;
const Front<keyword_length> keyword;
const Front<minus_length> minus;
const Front<word_character> word_char;
const Front<word_beginning> word_begin;
const Front<content_character> content_char;
const Front<value_character> value_char;
const Front<range_character> range_char;

const auto blanks = *blank;
const auto digits = +x3::char_('0', '9');
const auto number = (digits >> -('.' >> *x3::char_('0', '9'))) | ('.' >> digits);
const auto word_end = &(blank | '(' | ')' | '|' | x3::eoi);
/// Is the end of the text while it is being typed, where nothing is missing yet.
const auto unfinished = x3::eps[if_typing] >> x3::eoi;

const x3::rule<struct QueryTag, NodeNumber> query = "query";
const x3::rule<struct EitherTag, NodeNumber> either = "or";
const x3::rule<struct EitherSeriesTag, Series> either_series = "alternatives";
const x3::rule<struct AllTag, NodeNumber> all = "and";
const x3::rule<struct AllSeriesTag, Series> all_series = "words";
const x3::rule<struct NegationTag, NodeNumber> negation = "not";
const x3::rule<struct OperandTag, NodeNumber> operand = "operand of not";
const x3::rule<struct GroupTag, NodeNumber> group = "parentheses";
const x3::rule<struct PhraseTag, NodeNumber> phrase = "phrase";
const x3::rule<struct WordTag, NodeNumber> word = "word";
const x3::rule<struct WordPiecesTag, WordPieces> word_pieces = "word with suffixes";
const x3::rule<struct TextFieldTag, NodeNumber> text_field = "field";
const x3::rule<struct FilterTag, NodeNumber> filter = "filter";
const x3::rule<struct QuotedValueTag, FieldValue> quoted_value = "quoted value";
const x3::rule<struct RangeValueTag, FieldValue> range_value = "range";

const x3::rule<struct NextAllTag, NodeNumber> next_all = demanded::operand;
const x3::rule<struct NextNegationTag, NodeNumber> next_negation = demanded::operand;
const x3::rule<struct NextOperandTag, NodeNumber> next_operand = demanded::operand;
const x3::rule<struct GroupContentTag, NodeNumber> group_content = demanded::group;
const x3::rule<struct FieldWordsTag, NodeNumber> field_words = demanded::value;
const x3::rule<struct FilterValueTag, FieldValue> filter_value = demanded::value;
const x3::rule<struct GroupEndTag> group_end = demanded::group_end;
const x3::rule<struct QuoteEndTag> quote_end = demanded::quote_end;
const x3::rule<struct RangeEndTag> range_end = demanded::range_end;
const x3::rule<struct RangeUpperTag, std::string_view> range_upper = demanded::range_end;
const x3::rule<struct QueryEndTag> query_end = demanded::query_end;
const x3::rule<struct WeightTag, std::string_view> weight_number = demanded::weight;
const x3::rule<struct SlopTag, std::string_view> slop_number = demanded::slop;

const auto group_end_def = ')' | unfinished;
const auto quote_end_def = quote | unfinished;
const auto range_end_def = ']' | unfinished;
const auto query_end_def = x3::eoi;

const auto word_suffixes = -('~' >> *x3::char_('0', '9')) >> -('^' >> (number | unfinished)) >> word_end;
const auto word_pieces_def =
    x3::raw[word_begin >> *word_char][if_quoted][take_body] |
    (x3::raw[word_begin >> *(!word_suffixes >> word_char)][take_body] >>
     -('~' >> x3::raw[*x3::char_('0', '9')][take_edits]) >> -('^' >> (x3::raw[number][take_weight] | unfinished)));
const auto word_def = x3::raw[keyword][take_first_keyword] | (!keyword >> word_pieces[take_word]);

const auto weight_number_def = x3::raw[number][take_piece] | unfinished;
const auto slop_number_def = x3::raw[digits][take_piece] | unfinished;
const auto weight = -('^' >> x3::expect[weight_number[weigh]] >> x3::eps[set_end]);

const auto phrase_def = quote >> x3::raw[*content_char][take_quoted] >> x3::expect[quote_end] >>
                        -('~' >> x3::expect[slop_number[take_tilde]]) >> x3::eps[set_end] >> weight;

const auto group_content_def = either[take] | unfinished;
const auto group_def = '(' >> blanks >> x3::eps[begin_group] >> x3::expect[group_content[take]] >> blanks >>
                       x3::expect[group_end] >> weight;

const auto field_words_def = group[take] | phrase[take] | (!minus >> !keyword >> word[take]) | unfinished;
const auto text_field_def = FieldName(true)[open_field] >> blanks >> x3::expect[field_words[fill]];

const auto quoted_value_def = x3::raw[quote >> x3::raw[*content_char][take_text] >> x3::expect[quote_end]][finish_value<FieldValue::Shape::Quoted>];
const auto range_upper_def = (x3::lit("TO") >> blanks >> -(x3::raw[+range_char][take_piece] >> blanks)) |
                             ('T' >> &unfinished) | unfinished;
const auto range_value_def =
    x3::raw['[' >> blanks >> x3::raw[+range_char][take_text] >> (&blank | &x3::eoi) >> blanks >>
            x3::expect[range_upper[take_upper]] >> x3::expect[range_end]][finish_value<FieldValue::Shape::Range>];
const auto filter_value_def = quoted_value[take] | range_value[take] |
                              x3::raw[+value_char][take_text][finish_value<FieldValue::Shape::Plain>] | unfinished;
const auto filter_def = FieldName(false)[open_filter] >> blanks >> x3::expect[filter_value[add_value]] >>
                        *(',' >> blanks >> x3::expect[filter_value[add_value]]) >> x3::eps[close_filter] >> weight;

const auto operand_def = group[take] | phrase[take] | text_field[take] | filter[take] | word[take];
const auto next_operand_def = operand[take] | unfinished;
const auto not_operator = minus | ('-' >> &unfinished) | (&x3::lit("NOT") >> keyword >> blanks);
const auto negation_def =
    (x3::raw[+not_operator][open_not] >> x3::expect[next_operand[fill]]) | operand[take];

const auto next_negation_def = negation[take] | unfinished;
const auto and_operator = &x3::lit("AND") >> keyword >> blanks;
const auto all_series_def = negation[add<NodeKind::And>] >>
                            *(blanks >> ((and_operator >> x3::expect[next_negation[add<NodeKind::And>]]) |
                                         negation[add<NodeKind::And>]));
const auto all_def = all_series[take_series];

const auto next_all_def = all[take] | unfinished;
const auto or_operator = (+x3::lit('|') | (&x3::lit("OR") >> keyword)) >> blanks;
const auto either_series_def = all[add<NodeKind::Or>] >> *(blanks >> or_operator >> x3::expect[next_all[add<NodeKind::Or>]]);
const auto either_def = either_series[take_series];

const auto query_def = blanks >> x3::eps[begin_group] >> -either[take] >> blanks >> x3::expect[query_end];

BOOST_SPIRIT_DEFINE(query, either, either_series, all, all_series, negation, operand, group, phrase, word, word_pieces,
                    text_field, filter, quoted_value, range_upper, range_value, next_all, next_negation, next_operand,
                    group_content, field_words, filter_value, group_end, quote_end, range_end, query_end,
                    weight_number, slop_number)

}  // namespace

Result<Node> read_grammar(std::string_view text, bool is_typing) {
  Draft draft(text, is_typing);
  NodeNumber root = 0;
  const char* first = text.data();
  const char* const last = first + text.size();
  try {
    if (x3::parse(first, last, x3::with<DraftTag>(draft)[query], root)) return draft.take(root);
  } catch (const x3::expectation_failure<const char*>& failure) {
    first = failure.where();
    return syntax_error(text, failure.which(), static_cast<std::size_t>(first - text.data()));
  }
  return syntax_error(text, demanded::query_end, static_cast<std::size_t>(first - text.data()));
}

}  // namespace medcode::query
