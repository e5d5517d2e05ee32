#include "core/search/likeness_profile.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/search/weights.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {
namespace {

using std::string_view;

/// Takes the part of `rest` before `separator` off it.
string_view take_part(string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

bool is_listed(string_view systems, string_view system) {
  bool is_found = systems.empty();
  while (!systems.empty()) is_found |= take_part(systems, ',') == system;
  return is_found;
}

class ProfileBuilder {
 public:
  ProfileBuilder(const Index& index, const text::Lexicon& lexicon, std::uint32_t number, string_view system) : index_(index), lexicon_(lexicon), system_(system) {
    profile_.number = number;
  }

  Profile build() {
    const catalog::Catalog& catalog = index_.catalog();
    const std::uint32_t first = catalog.first_name(profile_.number);
    const std::uint32_t end = std::min<std::uint32_t>(catalog.end_name(profile_.number), first + max_profile_names);
    for (std::uint32_t name = first; name < end; ++name) {
      const DesignationUse use = catalog.name_use(name);
      if (use != DesignationUse::Short && use != DesignationUse::Abbreviation) add_name(catalog.name_text(name), name == first ? 1.0F : weights::likeness_asked_elsewhere);
    }
    profile_.asked_count = profile_.terms.size();
    for (const Found& found : found_) add_wordings(found);
    mark_plain_words();
    for (ProfileTerm& term : profile_.terms) {
      const bool is_plain = term.kind != PlainWord::None && term.kind != PlainWord::Approach && term.kind != PlainWord::Without;
      term.asked = term.share * index_.weight(term.term) * (is_plain ? weights::likeness_plain_word : 1.0F);
      profile_.asked += term.asked;
      profile_.has_side |= term.kind == PlainWord::Side && term.share == 1.0F;
      profile_.has_without |= term.kind == PlainWord::Without && term.share > 0;
    }
    return std::move(profile_);
  }

 private:
  /// Is an entry of the lexicon and the words of the concept it is for.
  struct Found {
    text::LexiconMatch match;
    std::uint64_t covers = 0;
    std::string from;
  };

  /// Returns where `term` stands among the terms, adding it unless there are `limit`.
  std::size_t place_of(std::uint32_t term, std::size_t limit) {
    std::vector<ProfileTerm>& terms = profile_.terms;
    const auto found = std::find_if(terms.begin(), terms.end(), [term](const ProfileTerm& each) { return each.term == term; });
    const auto place = static_cast<std::size_t>(found - terms.begin());
    if (found == terms.end() && place < limit) terms.push_back({term, PlainWord::None, 0, 0, {}});
    return place;
  }

  void add_name(const std::string& name, float share) {
    const std::vector<text::Token> tokens = text::tokenize(name);
    std::vector<std::string> keys;
    std::vector<std::uint64_t> bits;
    for (const text::Token& token : tokens) {
      keys.push_back(text::term_key(token.form));
      bits.push_back(0);
      const auto term = index_.find_term(keys.back());
      const std::size_t place = term && !text::is_function_word(token.form) ? place_of(*term, max_asked_terms) : max_asked_terms;
      if (place == max_asked_terms) continue;
      ProfileTerm& asked = profile_.terms[place];
      asked.share = std::max(asked.share, share);
      if (asked.word.empty()) asked.word = token.form;
      bits.back() = std::uint64_t{1} << place;
    }
    std::vector<text::LexiconMatch> matches;
    for (std::size_t at = 0; at < keys.size(); ++at) {
      matches.clear();
      lexicon_.find(std::span(keys).subspan(at), matches);
      for (const text::LexiconMatch& match : matches) {
        if (!is_listed(match.systems, system_)) continue;
        Found found{match, 0, {}};
        for (std::size_t i = at; i < at + match.words; ++i) {
          found.covers |= bits[i];
          found.from += (found.from.empty() ? "" : " ") + tokens[i].form;
        }
        found_.push_back(std::move(found));
      }
    }
  }

  void add_wordings(const Found& found) {
    constexpr std::size_t most_terms = 1'000;  // far more than wordings of a few words come to
    float quality = found.match.kind == text::LexiconKind::Equivalent ? weights::equivalent : weights::lexicon;
    for (string_view rest = found.match.alternatives; !rest.empty() && profile_.wordings.size() < max_wordings;) {
      Wording wording{quality, found.covers, {}, found.from, take_part(rest, '|')};
      if (wording.text == "-") continue;
      const std::vector<text::Token> tokens = text::tokenize(wording.text);
      bool is_known = !tokens.empty();
      for (const text::Token& token : tokens) {
        if (tokens.size() > 1 && text::is_function_word(token.form)) continue;
        const auto term = index_.find_term(text::term_key(token.form));
        const std::size_t place = term && !text::is_function_word(token.form) ? place_of(*term, most_terms) : most_terms;
        is_known &= place != most_terms;
        wording.places.push_back(static_cast<std::uint16_t>(place));
      }
      if (is_known && !wording.places.empty()) profile_.wordings.push_back(std::move(wording));
      quality *= weights::later_alternative;
    }
  }

  void mark_plain_words() {
    static constexpr std::array<std::pair<string_view, PlainWord>, 19> plain_words = {{
        {"left", PlainWord::Side}, {"right", PlainWord::Side}, {"bilateral", PlainWord::Side}, {"unilateral", PlainWord::Side}, {"side", PlainWord::Side},
        {"unspecified", PlainWord::Vague}, {"nos", PlainWord::Vague}, {"other", PlainWord::Vague}, {"specified", PlainWord::Vague}, {"nec", PlainWord::Vague},
        {"initial", PlainWord::Encounter}, {"subsequent", PlainWord::Encounter}, {"encounter", PlainWord::Encounter},
        {"approach", PlainWord::Approach}, {"via", PlainWord::Approach}, {"natural", PlainWord::Approach}, {"artificial", PlainWord::Approach}, {"opening", PlainWord::Approach},
        {"without", PlainWord::Without}}};
    for (const auto& [word, kind] : plain_words) {
      if (const auto term = index_.find_term(text::term_key(word))) profile_.terms[place_of(*term, profile_.terms.size() + 1)].kind = kind;
    }
  }

  const Index& index_;
  const text::Lexicon& lexicon_;
  string_view system_;
  std::vector<Found> found_;
  Profile profile_;
};

}  // namespace

Profile make_profile(const Index& index, const text::Lexicon& lexicon, std::uint32_t number, string_view system) {
  return ProfileBuilder(index, lexicon, number, system).build();
}

}  // namespace medcode::search
