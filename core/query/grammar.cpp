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
#include <utility>
#include <vector>

#include "core/query/builder.hpp"
#include "core/query/characters.hpp"
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

/// Is the value of the rule that reads a field with its values.
struct Filter {
  const Field* field = nullptr;
  const char* begin = nullptr;
  std::vector<FieldValue> values;
};

/// Is the value of the rule that reads one word: its pieces before they are a node.
struct WordPieces {
  std::string_view body;
  bool has_tilde = false;
  unsigned edits = 1;
  std::string_view weight;
};

struct InputTag;

template <typename Context>
Input& input_of(const Context& context) {
  return x3::get<InputTag>(context);
}

template <typename Context>
std::string_view piece_of(const Context& context) {
  const auto& range = x3::_attr(context);
  return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}

template <typename Context>
const char* position_of(const Context& context) {
  return x3::_where(context).begin();
}

const auto if_typing = [](const auto& context) { x3::_pass(context) = input_of(context).is_typing; };
const auto begin_group = [](const auto& context) { input_of(context).group_start = position_of(context); };
const auto take_first_keyword = [](const auto& context) {
  const std::string_view keyword = piece_of(context);
  const Input& input = input_of(context);
  x3::_pass(context) = keyword != "NOT" && keyword.data() == input.group_start;
  x3::_val(context) = make_word(input, keyword, false, 0, input.offset(position_of(context)));
};
const auto take = [](const auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
const auto add_child = [](const auto& context) {
  if (!is_nothing(x3::_attr(context))) x3::_val(context).push_back(std::move(x3::_attr(context)));
};
const auto flip = [](const auto& context) {
  Node& node = x3::_val(context);
  node.kind = node.kind == NodeKind::Not ? NodeKind::All : NodeKind::Not;
};
const auto begin_span = [](const auto& context) {
  x3::_val(context).span.begin = input_of(context).offset(position_of(context));
};
const auto end_span = [](const auto& context) {
  Node& node = x3::_val(context);
  if (!is_nothing(node)) node.span.end = input_of(context).offset(position_of(context));
};
const auto take_operand = [](const auto& context) {
  Node& node = x3::_val(context);
  Node& operand = x3::_attr(context);
  if (node.kind != NodeKind::Not || is_nothing(operand)) {
    node = std::move(operand);
  } else {
    node.span.end = operand.span.end;
    node.children.push_back(std::move(operand));
  }
};
const auto weigh = [](const auto& context) {
  if (!x3::_attr(context).empty()) multiply_boost(x3::_val(context), x3::_attr(context));
};
const auto take_content = [](const auto& context) {
  Node& node = x3::_val(context);
  const std::size_t begin = node.span.begin;
  node = make_quoted(input_of(context), piece_of(context));
  if (!is_nothing(node)) node.span.begin = begin;
};
const auto take_slop = [](const auto& context) {
  if (!x3::_attr(context).empty()) set_quoted_tilde(x3::_val(context), bounded_number(x3::_attr(context)));
};
const auto take_piece = [](const auto& context) { x3::_val(context) = piece_of(context); };
const auto if_quoted = [](const auto& context) { x3::_pass(context) = has_quote(piece_of(context)); };
const auto take_body = [](const auto& context) { x3::_val(context).body = piece_of(context); };
const auto take_edits = [](const auto& context) {
  x3::_val(context).has_tilde = true;
  if (!piece_of(context).empty()) x3::_val(context).edits = bounded_number(piece_of(context));
};
const auto take_weight = [](const auto& context) { x3::_val(context).weight = piece_of(context); };
const auto take_word = [](const auto& context) {
  const WordPieces& pieces = x3::_attr(context);
  const Input& input = input_of(context);
  const std::size_t end = input.offset(position_of(context));
  Node& node = x3::_val(context);
  node = has_quote(pieces.body) ? make_word(input, pieces.body, false, 0, end)
                                : make_word(input, pieces.body, pieces.has_tilde, pieces.edits, end);
  if (!pieces.weight.empty()) multiply_boost(node, pieces.weight);
};
const auto take_field = [](const auto& context) { x3::_val(context).field = x3::_attr(context)->name; };
const auto take_field_child = [](const auto& context) {
  Node& node = x3::_val(context);
  Node& child = x3::_attr(context);
  if (is_nothing(child)) {
    node = Node{};
    return;
  }
  node.kind = NodeKind::Field;
  node.span.end = child.span.end;
  node.children.push_back(std::move(child));
};
const auto take_filter_field = [](const auto& context) {
  Filter& filter = x3::_val(context);
  filter.field = x3::_attr(context);
  filter.begin = position_of(context) - filter.field->name.size() - 1;
};
const auto add_value = [](const auto& context) {
  if (!x3::_attr(context).piece.empty()) x3::_val(context).values.push_back(x3::_attr(context));
};
const auto take_filter = [](const auto& context) {
  const Filter& filter = x3::_attr(context);
  const Input& input = input_of(context);
  const Span span{input.offset(filter.begin), input.offset(position_of(context))};
  x3::_val(context) = make_filter(input, *filter.field, filter.values, span);
};
const auto take_text = [](const auto& context) { x3::_val(context).text = piece_of(context); };
const auto take_upper = [](const auto& context) { x3::_val(context).upper = x3::_attr(context); };
template <FieldValue::Shape ValueShape>
constexpr auto finish_value = [](const auto& context) {
  FieldValue& value = x3::_val(context);
  value.shape = ValueShape;
  value.piece = piece_of(context);
};
template <NodeKind Kind>
constexpr auto take_joined = [](const auto& context) {
  x3::_val(context) = join(Kind, std::move(x3::_attr(context)));
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

using NodeList = std::vector<Node>;
const x3::rule<struct QueryTag, Node> query = "query";
const x3::rule<struct EitherTag, Node> either = "or";
const x3::rule<struct EitherListTag, NodeList> either_list = "alternatives";
const x3::rule<struct AllTag, Node> all = "and";
const x3::rule<struct AllListTag, NodeList> all_list = "words";
const x3::rule<struct NegationTag, Node> negation = "not";
const x3::rule<struct OperandTag, Node> operand = "operand of not";
const x3::rule<struct GroupTag, Node> group = "parentheses";
const x3::rule<struct PhraseTag, Node> phrase = "phrase";
const x3::rule<struct WordTag, Node> word = "word";
const x3::rule<struct WordPiecesTag, WordPieces> word_pieces = "word with suffixes";
const x3::rule<struct TextFieldTag, Node> text_field = "field";
const x3::rule<struct FilterNodeTag, Node> filter_node = "filter";
const x3::rule<struct FilterTag, Filter> filter = "filter with values";
const x3::rule<struct QuotedValueTag, FieldValue> quoted_value = "quoted value";
const x3::rule<struct RangeValueTag, FieldValue> range_value = "range";

const x3::rule<struct NextAllTag, Node> next_all = demanded::operand;
const x3::rule<struct NextNegationTag, Node> next_negation = demanded::operand;
const x3::rule<struct NextOperandTag, Node> next_operand = demanded::operand;
const x3::rule<struct GroupContentTag, Node> group_content = demanded::group;
const x3::rule<struct FieldWordsTag, Node> field_words = demanded::value;
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
const auto weight = -('^' >> x3::expect[weight_number[weigh]] >> x3::eps[end_span]);

const auto phrase_def = &quote >> x3::eps[begin_span] >> quote >> x3::raw[*content_char][take_content] >> x3::expect[quote_end] >>
                        -('~' >> x3::expect[slop_number[take_slop]]) >> x3::eps[end_span] >> weight;

const auto group_content_def = either[take] | unfinished;
const auto group_def = '(' >> blanks >> x3::eps[begin_group] >> x3::expect[group_content[take]] >> blanks >>
                       x3::expect[group_end] >> weight;

const auto field_words_def = group[take] | phrase[take] | (!minus >> !keyword >> word[take]) | unfinished;
const auto text_field_def = x3::eps[begin_span] >> FieldName(true)[take_field] >> blanks >>
                            x3::expect[field_words[take_field_child]];

const auto quoted_value_def = x3::raw[quote >> x3::raw[*content_char][take_text] >> x3::expect[quote_end]][finish_value<FieldValue::Shape::Quoted>];
const auto range_upper_def = (x3::lit("TO") >> blanks >> -(x3::raw[+range_char][take_piece] >> blanks)) |
                             ('T' >> &unfinished) | unfinished;
const auto range_value_def =
    x3::raw['[' >> blanks >> x3::raw[+range_char][take_text] >> (&blank | &x3::eoi) >> blanks >>
            x3::expect[range_upper[take_upper]] >> x3::expect[range_end]][finish_value<FieldValue::Shape::Range>];
const auto filter_value_def = quoted_value[take] | range_value[take] |
                              x3::raw[+value_char][take_text][finish_value<FieldValue::Shape::Plain>] | unfinished;
const auto filter_def = FieldName(false)[take_filter_field] >> blanks >> x3::expect[filter_value[add_value]] >>
                        *(',' >> blanks >> x3::expect[filter_value[add_value]]);
const auto filter_node_def = filter[take_filter] >> weight;

const auto operand_def = group[take] | phrase[take] | text_field[take] | filter_node[take] | word[take];
const auto next_operand_def = operand[take] | unfinished;
const auto not_operator = minus | ('-' >> &unfinished) | (&x3::lit("NOT") >> keyword >> blanks);
const auto negation_def =
    (x3::eps[begin_span] >> +(not_operator >> x3::eps[flip]) >> x3::expect[next_operand[take_operand]]) | operand[take];

const auto next_negation_def = negation[take] | unfinished;
const auto and_operator = &x3::lit("AND") >> keyword >> blanks;
const auto all_list_def =
    negation[add_child] >> *(blanks >> ((and_operator >> x3::expect[next_negation[add_child]]) | negation[add_child]));
const auto all_def = all_list[take_joined<NodeKind::And>];

const auto next_all_def = all[take] | unfinished;
const auto or_operator = (+x3::lit('|') | (&x3::lit("OR") >> keyword)) >> blanks;
const auto either_list_def = all[add_child] >> *(blanks >> or_operator >> x3::expect[next_all[add_child]]);
const auto either_def = either_list[take_joined<NodeKind::Or>];

const auto query_def = blanks >> x3::eps[begin_group] >> -either[take] >> blanks >> x3::expect[query_end];

BOOST_SPIRIT_DEFINE(query, either, either_list, all, all_list, negation, operand, group, phrase, word, word_pieces,
                    text_field, filter_node, filter, quoted_value, range_upper, range_value, next_all, next_negation, next_operand,
                    group_content, field_words, filter_value, group_end, quote_end, range_end, query_end,
                    weight_number, slop_number)

}  // namespace

Result<Node> read_grammar(std::string_view text, bool is_typing) {
  Input input{text, is_typing};
  Node root;
  const char* first = text.data();
  try {
    const char* const last = first + text.size();
    if (x3::parse(first, last, x3::with<InputTag>(input)[query], root)) return root;
  } catch (const x3::expectation_failure<const char*>& failure) {
    return syntax_error(text, failure.which(), input.offset(failure.where()));
  }
  return syntax_error(text, demanded::query_end, input.offset(first));
}

}  // namespace medcode::query
