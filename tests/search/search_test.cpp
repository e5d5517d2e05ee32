// Is a query answered as its person would expect: tiers, readings, spellings, reasons?
#include "core/search/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "tests/query/random_source.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::search {
namespace {

using medcode::testing::ask;
using medcode::testing::codes;
using medcode::testing::hand_made_engine;
using medcode::testing::marked;
using Codes = std::vector<std::string>;

TEST(Search, PutsACodeInAnySpellingFirst) {
  for (const char* query : {"E11.21", "e11.21", "E1121", "e1121"}) {
    const Answer answer = ask(query);
    ASSERT_FALSE(answer.hits.empty()) << query;
    EXPECT_EQ(answer.hits[0].display, "Type 2 diabetes mellitus with diabetic nephropathy") << query;
    EXPECT_EQ(answer.hits[0].score.tier, Tier::ExactCode) << query;
  }
  EXPECT_EQ(codes("c1874").front(), "C1874");
}

TEST(Search, PutsTheCodeBeforeThoseThatStartSo) {
  const Answer answer = ask("e11.2");
  ASSERT_EQ(answer.hits.size(), 2U);
  EXPECT_EQ(answer.hits[0].score.tier, Tier::ExactCode);
  EXPECT_EQ(answer.hits[1].score.tier, Tier::CodePrefix);
  EXPECT_EQ(codes("e11.2"), (Codes{"E11.2", "E11.21"}));
}

TEST(Search, OrdersTheTiers) {
  static_assert(Tier::ExactCode > Tier::CodePrefix && Tier::CodePrefix > Tier::ExactName && Tier::ExactName > Tier::AllWords && Tier::AllWords > Tier::Relaxed);
  const Answer answer = ask("pneumonia");
  ASSERT_EQ(answer.hits.size(), 3U);
  EXPECT_EQ(answer.hits[0].display, "Pneumonia");
  EXPECT_EQ(answer.hits[0].score.tier, Tier::ExactName);
  EXPECT_EQ(answer.hits[1].score.tier, Tier::AllWords);
  for (std::size_t i = 1; i < answer.hits.size(); ++i) EXPECT_GE(answer.hits[i - 1].score.total(), answer.hits[i].score.total());
}

TEST(Search, PutsTheExactNameFirstAlsoWhenItIsAnotherName) {
  const Answer answer = ask("heart attack");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Acute myocardial infarction, unspecified");
  EXPECT_EQ(answer.hits[0].score.tier, Tier::ExactName);
  ASSERT_TRUE(answer.hits[0].matched);
  EXPECT_EQ(answer.hits[0].matched->text, "heart attack");
  EXPECT_EQ(answer.hits[0].matched->use, DesignationUse::Lay);
}

TEST(Search, AsksForEveryWordInAnyOrder) {
  EXPECT_EQ(codes("tibia fracture right").front(), "S82.201A");
  EXPECT_EQ(ask("tibia fracture right").hits[0].score.tier, Tier::AllWords);
}

TEST(Search, ReadsTheLastWordAsABeginningOnlyWhileItIsTyped) {
  EXPECT_EQ(codes("neph", true).front(), "E11.21");
  EXPECT_TRUE(codes("ne", false).empty());
  EXPECT_EQ(codes("ne", true).front(), "E11.21");
}

TEST(Search, RelaxesWhenTooFewMeetEveryWordAndSaysSo) {
  const Answer answer = ask("fracture tibia ankle");
  EXPECT_TRUE(answer.is_relaxed);
  ASSERT_GE(answer.hits.size(), 3U);
  for (const Hit& hit : answer.hits) EXPECT_EQ(hit.score.tier, Tier::Relaxed);
  EXPECT_NE(answer.hits[0].why.find("some words found"), std::string::npos);
  EXPECT_NE(answer.hits[0].why.find("without"), std::string::npos);
  EXPECT_FALSE(ask("fracture").is_relaxed);
}

TEST(Search, IsNeverEmptyWhenAWordIsKnown) {
  for (const char* word : {"fracture", "stent", "walker", "of", "diabetes", "糖尿病"}) {
    for (const char* rest : {"xqzzy", "xqzzy wkkvv", "xqzzy wkkvv jjpqq", "xqzzy wkkvv jjpqq ghhtz rrwwx"}) {
      EXPECT_FALSE(codes(std::string(word) + ' ' + rest).empty()) << word << ' ' << rest;
    }
  }
  EXPECT_FALSE(codes("walker insulin vertigo pneumonia nephropathy smile cane").empty());
  EXPECT_TRUE(codes("xqzzy").empty());
}

TEST(Search, OfWordsNoOneNameHasTheRareOneWeighsMost) {
  const Answer answer = ask("mellitus vertigo");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Ménière's disease: vertigo, [chronic] (both ears)");
}

TEST(Search, ReadsAWordOfTheLexiconAndSaysWhich) {
  const Answer answer = ask("rt tibia fx");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Fracture of shaft of right tibia, initial encounter");
  const auto has = [&answer](std::string_view from, std::string_view to, std::string_view kind) {
    return std::any_of(answer.expansions.begin(), answer.expansions.end(), [&](const Expansion& one) { return one.from == from && one.to == to && one.kind == kind; });
  };
  EXPECT_TRUE(has("fx", "fracture", "abbreviation"));
  EXPECT_TRUE(has("rt", "right", "abbreviation"));
  EXPECT_NE(answer.hits[0].why.find("fx read as fracture"), std::string::npos) << answer.hits[0].why;
  EXPECT_FALSE(answer.did_you_mean) << "an abbreviation is no slip";
}

TEST(Search, ReadsAPhraseOfTheLexiconAsOne) {
  const Answer answer = ask("broken shin bone");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display.find("Fracture of shaft"), 0U);
  ASSERT_FALSE(answer.expansions.empty());
  EXPECT_EQ(answer.expansions[0].from, "broken shin bone");
  EXPECT_EQ(answer.expansions[0].kind, "lay");
}

TEST(Search, ReadsAWordOfTheLexiconOnlyInTheSystemsItIsLimitedTo) {
  medcode::testing::TestContent content = medcode::testing::hand_made_content();
  content.add("L3", "Card on myocardial infarction");
  const Engine engine = Engine::open(content.build().value()).value();
  const auto codes_of = [&engine](std::string_view query) {
    Codes codes;
    for (const Hit& hit : engine.search(query, {}).hits) codes.emplace_back(engine.catalog().code(hit.number));
    std::sort(codes.begin(), codes.end());
    return codes;
  };
  EXPECT_EQ(codes_of("myocardial infarction"), (Codes{"I21", "I21.9", "L3"}));
  EXPECT_EQ(codes_of("mi"), (Codes{"I21", "I21.9"}));
}

TEST(Search, NamesTheKindOfKnowledgeBehindAnExpansion) {
  using enum text::LexiconKind;
  const std::vector<std::pair<text::LexiconKind, std::string>> kinds = {{Equivalent, "equivalent"}, {Abbreviation, "abbreviation"}, {Brand, "brand"}, {Disease, "disease"},
                                                                        {Lay, "lay"}, {Procedure, "procedure"}, {Synonym, "synonym"}};
  for (const auto& [kind, name] : kinds) {
    medcode::testing::TestContent content;
    content.systems.push_back({"local", "", "", "", "", ""});
    content.add("L1", "Removal of the appendix");
    content.lexicon = text::write_lexicon(std::vector<text::LexiconEntry>{{kind, "blinddarm", {"appendix"}, {}}});
    const Engine engine = Engine::open(content.build().value()).value();
    const Answer answer = engine.search("blinddarm", {});
    ASSERT_EQ(answer.hits.size(), 1U) << name;
    ASSERT_EQ(answer.expansions.size(), 1U) << name;
    EXPECT_EQ(answer.expansions[0].kind, name);
    EXPECT_EQ(answer.expansions[0].to, "appendix");
  }
}

TEST(Search, DropsAWordTheLexiconSaysToDrop) {
  EXPECT_EQ(codes("walker please").front(), "E0143");
  EXPECT_FALSE(ask("walker please").hits[0].score.tier == Tier::Relaxed);
}

TEST(Search, ForgivesSlipsAndAsksWhatWasMeant) {
  const Answer answer = ask("pnuemonia");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Pneumonia");
  EXPECT_EQ(answer.did_you_mean, "pneumonia");
  ASSERT_FALSE(answer.expansions.empty());
  EXPECT_EQ(answer.expansions[0].kind, "fuzzy");
  EXPECT_EQ(ask("acute miocardial infarction").did_you_mean, "acute myocardial infarction");
  EXPECT_EQ(ask("pneumonia").did_you_mean, std::nullopt);
}

TEST(Search, NeverGuessesAtDigitsAndCodes) {
  EXPECT_TRUE(codes("E1191").empty());
  EXPECT_TRUE(codes("C1875").empty());
}

TEST(Search, FindsTwoWordsThatWereRunTogether) {
  const Answer answer = ask("openfracture");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].display, "Open fracture of left ankle");
  EXPECT_EQ(answer.did_you_mean, "open fracture");
}

TEST(Search, MarksExactlyTheWordsThatAnswer) {
  const Hit meniere = ask("meniere vertigo").hits.at(0);
  EXPECT_EQ(marked(meniere.display, meniere.spans), "Ménière's|vertigo");
  const Hit fracture = ask("tibial fractures").hits.at(0);
  EXPECT_EQ(marked(fracture.display, fracture.spans).find("Fracture"), 0U);
  const Hit begun = ask("walk whee", true).hits.at(0);
  EXPECT_EQ(marked(begun.display, begun.spans), "Walk|whee");
  const Hit smile = ask("糖尿病 stent").hits.at(0);
  EXPECT_EQ(marked(smile.display, smile.spans), "糖尿病|stent");
}

TEST(Search, MarksTheOtherNameByWhichItWasFound) {
  const Answer answer = ask("lung infection");
  ASSERT_FALSE(answer.hits.empty());
  ASSERT_TRUE(answer.hits[0].matched);
  EXPECT_EQ(marked(answer.hits[0].matched->text, answer.hits[0].matched->spans), "Lung|infection");
}

TEST(Search, CountsBySystemAndStatus) {
  const Answer answer = ask("walker OR machine OR stent");
  EXPECT_EQ(answer.by_system, (std::vector<std::size_t>{1, 3, 1}));
  EXPECT_EQ(answer.active, 3U);
  EXPECT_EQ(answer.inactive, 2U);
  EXPECT_EQ(answer.total, 5U);
}

TEST(Search, PutsActiveBeforeInactive) { EXPECT_EQ(codes("walker"), (Codes{"E0143", "K0099"})); }

TEST(Search, OfNothingIsEmptyAndNoError) {
  for (const char* query : {"", "   ", "*"}) {
    const Answer answer = ask(query);
    EXPECT_TRUE(answer.hits.empty()) << query;
    EXPECT_FALSE(answer.error) << query;
    EXPECT_EQ(answer.by_system.size(), 3U) << query;
  }
}

TEST(Search, TellsAMistakeAndAnswersThePlainReading) {
  const Answer answer = ask("fracture AND");
  ASSERT_TRUE(answer.error);
  EXPECT_EQ(answer.error->code, ErrorCode::BadQuery);
  EXPECT_FALSE(answer.hits.empty());
}

TEST(Search, AnswersHostileQueriesWithinBounds) {
  query::testing::RandomSource random;
  constexpr std::string_view pieces[] = {"fracture", "(", ")", "\"", "*", "?", "~", "~2", "^", "^99", " OR ", " AND ", " NOT ", "-", ":", "system:", "code:", "under:E11", "similar:icd10cm/E11", "E11", "..", "[", "]",
                                         "\xFF", "\xF0\x9F", std::string_view("\0", 1), "糖", "😀", "a", " ", "%00", "title:", "chapter:", "is:", "has:article", "1", "."};
  for (int round = 0; round < 3'000; ++round) {
    std::string query;
    for (std::size_t i = random.below(20); i > 0; --i) query += random.one_of(pieces);
    const Answer answer = ask(query, random.below(2) == 0);
    ASSERT_LE(answer.hits.size(), 100U) << random.described();
    ASSERT_LE(answer.hits.size(), answer.total) << random.described();
    for (const Hit& hit : answer.hits) {
      std::size_t before = 0;
      for (const query::Span& span : hit.spans) {
        ASSERT_TRUE(before <= span.begin && span.begin < span.end && span.end <= hit.display.size()) << query << ' ' << random.described();
        before = span.end;
      }
    }
    const bool is_placed = !answer.error || (answer.error->place.begin <= answer.error->place.end && answer.error->place.end <= query.size());
    ASSERT_TRUE(is_placed) << query << ' ' << random.described();
  }
  for (const std::string& query : {std::string(100'000, '('), std::string(100'000, 'a'), std::string(5'000, '*'), std::string(50'000, '\xFF')}) EXPECT_LE(ask(query).hits.size(), 100U);
}

TEST(Search, KeepsToItsLimits) {
  SearchOptions options;
  options.limit = static_cast<std::size_t>(-1);
  options.offset = static_cast<std::size_t>(-1);
  EXPECT_TRUE(hand_made_engine().search("fracture", options).hits.empty());
  options.offset = 0;
  EXPECT_EQ(hand_made_engine().search("fracture", options).hits.size(), 4U);
  options.limit = 0;
  EXPECT_TRUE(hand_made_engine().search("fracture", options).hits.empty());
  EXPECT_EQ(hand_made_engine().search("fracture", options).total, 4U);
}

TEST(Suggest, CompletesTheLastWordByTheCommonestFirst) {
  const Engine& engine = hand_made_engine();
  EXPECT_EQ(engine.suggest("open fr", 5), (Codes{"open fracture", "Open fracture of left ankle"}));
  const std::vector<std::string> completions = engine.suggest("d", 10);
  ASSERT_GE(completions.size(), 2U);
  EXPECT_EQ(completions[0], "diabetes");
  EXPECT_EQ(engine.suggest("d", 1).size(), 1U);
  for (const char* query : {"", "fracture ", "xq", "(", "\xFF"}) EXPECT_TRUE(engine.suggest(query, 5).empty()) << query;
}

TEST(Search, CountsBillingAndTheWidestChapters) {
  const Answer answer = ask("type");
  EXPECT_EQ(answer.billable, 2U);
  EXPECT_EQ(answer.headers, 2U);
  ASSERT_EQ(answer.by_chapter.size(), 1U);
  EXPECT_EQ(answer.by_chapter[0].chapter->id, "E00-E89");
  EXPECT_EQ(answer.by_chapter[0].count, 4U);
}

TEST(Search, AFilterNarrowsAnswersAndCountsAndLeavesTheTypedWordUnfinished) {
  SearchOptions options;
  options.filter = "is:billable";
  const Answer answer = medcode::testing::hand_made_engine().search("diab", options);
  EXPECT_EQ(answer.total, 2U);
  EXPECT_EQ(answer.headers, 0U);
  for (const Hit& hit : answer.hits) EXPECT_EQ(medcode::testing::hand_made_engine().catalog().billing(hit.number), Billing::Billable);
  options.filter = "tibia";  // words narrow too
  EXPECT_EQ(medcode::testing::hand_made_engine().search("fracture", options).total, 3U);
  options.filter = "is:nothing";
  ASSERT_TRUE(medcode::testing::hand_made_engine().search("diab", options).error);
  EXPECT_TRUE(medcode::testing::hand_made_engine().search("diab", options).error->message.starts_with("Of the filter: "));
}

}  // namespace
}  // namespace medcode::search
