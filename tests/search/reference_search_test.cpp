// Does the engine answer as the stupid, obvious engine does?
//
// On random catalogs and queries: 2,000 pairs, or as many as MEDCODE_PAIRS says; the seed is printed with a failure.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>

#include "core/engine.hpp"
#include "core/query/parser.hpp"
#include "core/search/wildcard.hpp"
#include "tests/support/random_content.hpp"
#include "tests/support/reference_search.hpp"

namespace medcode::search {
namespace {

using medcode::testing::random_content;
using medcode::testing::RandomSource;
using medcode::testing::ReferenceSearch;
using medcode::testing::TestContent;
using Numbers = ReferenceSearch::Numbers;

constexpr std::size_t queries_of_a_catalog = 20;
constexpr float rounding = 1e-3F;

std::size_t count_of_pairs() {
  const char* given = std::getenv("MEDCODE_PAIRS");
  return given == nullptr ? 2'000 : std::strtoul(given, nullptr, 10);
}

Engine open(const TestContent& content) {
  Result<Engine> engine = Engine::open(content.build().value());
  EXPECT_TRUE(engine.ok());
  return std::move(engine).value();
}

SearchOptions everything(bool is_typing) {
  SearchOptions options;
  options.limit = max_limit;
  options.is_typing = is_typing;
  return options;
}

/// Returns a word as people type it: of the vocabulary, begun, misspelt, run together, or a code.
std::string typed_word(RandomSource& random) {
  std::string word(random.one_of(medcode::testing::vocabulary));
  switch (random.below(8)) {
    case 0: return word.substr(0, 1 + random.below(word.size()));
    case 1: word[random.below(word.size())] = static_cast<char>('a' + random.below(26)); return word;
    case 2: return word + std::string(random.one_of(medcode::testing::vocabulary));
    case 3: return medcode::testing::random_code(random).substr(0, 2 + random.below(5));
    case 4: if (word.size() > 2) std::swap(word[1], word[2]); return word;
    default: return word;
  }
}

std::string typed_query(RandomSource& random) {
  std::string query;
  for (std::size_t i = 1 + random.below(4); i > 0; --i) query += (query.empty() ? "" : " ") + typed_word(random);
  return query;
}

/// Returns the words of a query that is nothing but words; nothing for others.
std::vector<ReferenceSearch::Typed> plain_words(std::string_view query, bool is_typing) {
  const query::Parsed parsed = query::parse(query, {is_typing});
  std::vector<ReferenceSearch::Typed> words;
  const query::Node& root = parsed.ast.root;
  const auto take = [&words](const query::Node& node) {
    if (node.kind == query::NodeKind::Word && node.boost == 1.0F) words.push_back({node.text, node.is_prefix});
    return node.kind == query::NodeKind::Word && node.boost == 1.0F;
  };
  if (root.kind == query::NodeKind::And) {
    for (const query::Node& child : root.children) {
      if (!take(child)) return {};
    }
  } else if (!take(root)) {
    return {};
  }
  return words;
}

/// Compares a group of answers (strict or relaxed) with what the reference gives: the same concepts, sums and order.
void expect_same_group(const std::vector<const Hit*>& hits, const std::map<std::uint32_t, ReferenceSearch::Hit>& expected) {
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto found = expected.find(hits[i]->number);
    ASSERT_NE(found, expected.end()) << "unexpected: " << hits[i]->display;
    // Where rounding decides whether a name meets the least share, the engine may have left out the better one.
    const float least = found->second.is_doubtful ? 0 : found->second.total - rounding;
    ASSERT_LE(hits[i]->score.total(), found->second.total + rounding) << hits[i]->display;
    ASSERT_GE(hits[i]->score.total(), least) << hits[i]->display;
    if (i == 0) continue;
    const float before = hits[i - 1]->score.total();
    const float here = hits[i]->score.total();
    ASSERT_TRUE(before > here || (before == here && hits[i - 1]->number < hits[i]->number)) << hits[i]->display;
  }
  for (const auto& [number, hit] : expected) {
    const bool is_there = std::any_of(hits.begin(), hits.end(), [number = number](const Hit* other) { return other->number == number; });
    ASSERT_TRUE(is_there || hit.is_doubtful) << "missing: " << number;
  }
}

void expect_same_answers(const Engine& engine, const ReferenceSearch& reference, const std::string& query, bool is_typing) {
  const std::vector<ReferenceSearch::Typed> words = plain_words(query, is_typing);
  const std::size_t parts = reference.count_parts(words);
  if (parts == 0) return;
  std::map<std::uint32_t, ReferenceSearch::Hit> strict, relaxed;
  for (const auto& hit : reference.strict(words)) strict.emplace(hit.number, hit);
  constexpr std::size_t enough = 5;
  if (strict.size() < enough && (parts > 1 || strict.empty())) {
    for (const auto& hit : reference.relaxed(words)) {
      if (strict.count(hit.number) == 0) relaxed.emplace(hit.number, hit);
    }
  }
  const Answer answer = engine.search(query, everything(is_typing));
  ASSERT_EQ(answer.total, answer.hits.size());
  std::vector<const Hit*> strict_hits, relaxed_hits;
  for (const Hit& hit : answer.hits) {
    if (hit.score.tier == Tier::Relaxed) {
      relaxed_hits.push_back(&hit);
    } else {
      ASSERT_TRUE(relaxed_hits.empty()) << "a strict answer after a relaxed one";
      strict_hits.push_back(&hit);
    }
  }
  ASSERT_EQ(answer.is_relaxed, !relaxed_hits.empty());
  ASSERT_NO_FATAL_FAILURE(expect_same_group(strict_hits, strict));
  ASSERT_NO_FATAL_FAILURE(expect_same_group(relaxed_hits, relaxed));
}

TEST(ReferenceSearch, GivesTheSameAnswersToWordsInTheSameOrder) {
  RandomSource random;
  for (std::size_t pair = 0; pair < count_of_pairs();) {
    const TestContent content = random_content(random);
    const Engine engine = open(content);
    const ReferenceSearch reference(content);
    for (std::size_t i = 0; i < queries_of_a_catalog; ++i, ++pair) {
      const std::string query = typed_query(random);
      ASSERT_NO_FATAL_FAILURE(expect_same_answers(engine, reference, query, random.below(2) == 0)) << '`' << query << "` " << random.described();
    }
  }
}

TEST(ReferenceSearch, GivesTheSameAnswersInACatalogWithLongLists) {
  RandomSource random;
  TestContent content;
  content.systems.push_back({"hcpcs", "", "", "", "", ""});
  for (int i = 0; i < 5'000; ++i) {
    Concept& entry = content.add("Z" + std::to_string(100'000 + i), medcode::testing::random_name(random) + " gallbladder");
    entry.usage = static_cast<std::uint32_t>(random.below(100));
    if (random.below(3) == 0) entry.designations.push_back({DesignationUse::Synonym, medcode::testing::random_name(random) + " stand"});
  }
  const Engine engine = open(content);
  const ReferenceSearch reference(content);
  for (const char* query : {"gallbladder Ménière", "gallbladder tibia left", "gall bladder diabetes anemia", "stand gallbladder", "gallbladder", "Z1000", "gallbladder Z1001", "st bile"}) {
    ASSERT_NO_FATAL_FAILURE(expect_same_answers(engine, reference, query, true)) << query << ' ' << random.described();
  }
}

/// Is a query with the concepts that a person would expect.
struct Expected {
  std::string text;
  Numbers numbers;
};

/// Makes queries of all operators together with the sets they mean.
class QueryMaker {
 public:
  QueryMaker(RandomSource& random, const ReferenceSearch& reference, std::uint32_t count) : random_(random), reference_(reference), count_(count) {}

  /// Under NOT a word means only itself.
  Expected any(std::size_t depth, bool is_negated = false) {
    if (depth == 0) return leaf(is_negated);
    switch (random_.below(4)) {
      case 0: {
        const Expected left = any(depth - 1, is_negated), right = any(depth - 1, is_negated);
        Numbers both;
        std::set_intersection(left.numbers.begin(), left.numbers.end(), right.numbers.begin(), right.numbers.end(), std::inserter(both, both.end()));
        return {'(' + left.text + " AND " + right.text + ')', both};
      }
      case 1: {
        Expected left = any(depth - 1, is_negated);
        const Expected right = any(depth - 1, is_negated);
        left.numbers.insert(right.numbers.begin(), right.numbers.end());
        return {'(' + left.text + " OR " + right.text + ')', left.numbers};
      }
      case 2: {
        const Expected child = any(depth - 1, true);
        Numbers others;
        for (std::uint32_t number = 0; number < count_; ++number) {
          if (child.numbers.count(number) == 0) others.insert(number);
        }
        return {"(NOT " + child.text + ')', others};
      }
      default: return leaf(is_negated);
    }
  }

 private:
  static constexpr std::array<std::string_view, 14> words{"fracture", "tibia", "left", "open", "stent", "bile", "duct", "diabetes", "anaemia", "tumors", "heart", "biliary", "fractre", "unheardof"};

  Expected leaf(bool is_negated) {
    const std::string word(random_.one_of(words));
    switch (random_.below(6)) {
      case 0: {
        const std::string phrase = word + ' ' + std::string(random_.one_of(words));
        const std::size_t slop = random_.below(3);
        return {'"' + phrase + '"' + (slop == 0 ? "" : '~' + std::to_string(slop)), reference_.with_phrase(phrase, slop)};
      }
      case 1: {
        const std::string beginning = word.substr(0, 3);
        return {beginning + '*', reference_.with_form([&](std::string_view form) { return form.starts_with(beginning); })};
      }
      case 2: {
        std::string pattern = word;
        pattern[2] = '?';
        return {pattern, reference_.with_form([&](std::string_view form) { return matches_wildcard(pattern, form); })};
      }
      case 3: {
        const std::string system = random_.below(2) == 0 ? "hcpcs" : "icd10cm";
        return {"system:" + system, reference_.of_system(system)};
      }
      default: return {word, is_negated ? reference_.with_word(word) : reference_.meeting({{word, false}})};
    }
  }

  RandomSource& random_;
  const ReferenceSearch& reference_;
  std::uint32_t count_;
};

TEST(ReferenceSearch, GivesTheSameSetsForOperatorsPhrasesPatternsAndFilters) {
  RandomSource random;
  for (std::size_t pair = 0; pair < count_of_pairs();) {
    const TestContent content = random_content(random);
    const Engine engine = open(content);
    const ReferenceSearch reference(content);
    QueryMaker maker(random, reference, engine.catalog().concept_count());
    for (std::size_t i = 0; i < queries_of_a_catalog; ++i, ++pair) {
      const Expected expected = maker.any(random.below(4));
      const Answer answer = engine.search(expected.text, everything(false));
      ASSERT_FALSE(answer.error) << expected.text << ": " << answer.error->message << ' ' << random.described();
      Numbers found;
      for (const Hit& hit : answer.hits) {
        if (hit.score.tier != Tier::Relaxed) found.insert(hit.number);
      }
      if (expected.numbers.empty()) {  // then words are corrected that no allowed concept has
        for (const Hit& hit : answer.hits) {
          const bool is_said = hit.score.tier == Tier::Relaxed || hit.why.find("read as") != std::string::npos;
          ASSERT_TRUE(is_said) << expected.text << " -> " << hit.display << ' ' << random.described();
        }
        continue;
      }
      ASSERT_EQ(found, expected.numbers) << expected.text << ' ' << random.described();
    }
  }
}

TEST(ReferenceSearch, FacetsDoNotDependOnTheSystemsChosen) {
  RandomSource random;
  for (std::size_t pair = 0; pair < count_of_pairs() / 4;) {
    const TestContent content = random_content(random);
    const Engine engine = open(content);
    for (std::size_t i = 0; i < queries_of_a_catalog; ++i, ++pair) {
      const std::string query = typed_query(random);
      const Answer all = engine.search(query, everything(true));
      SearchOptions chosen = everything(true);
      chosen.systems = {"hcpcs", "rxnorm"};
      const Answer narrowed = engine.search(query, chosen);
      ASSERT_EQ(narrowed.by_system, all.by_system) << query << ' ' << random.described();
      ASSERT_EQ(narrowed.active + narrowed.inactive, all.active + all.inactive) << query << ' ' << random.described();
      std::vector<std::uint32_t> expected, found;
      for (const Hit& hit : all.hits) {
        if (content.concepts[hit.number].system != "icd10cm") expected.push_back(hit.number);
      }
      for (const Hit& hit : narrowed.hits) found.push_back(hit.number);
      ASSERT_EQ(found, expected) << query << ' ' << random.described();
      ASSERT_EQ(narrowed.total, expected.size()) << query << ' ' << random.described();
    }
  }
}

TEST(ReferenceSearch, APageIsTheSameAsThatPartOfTheWholeList) {
  RandomSource random;
  for (std::size_t pair = 0; pair < count_of_pairs() / 4;) {
    const TestContent content = random_content(random);
    const Engine engine = open(content);
    for (std::size_t i = 0; i < queries_of_a_catalog; ++i, ++pair) {
      const std::string query = typed_query(random);
      const Answer all = engine.search(query, everything(true));
      SearchOptions page;
      page.offset = random.below(6);
      page.limit = random.below(6);
      const Answer part = engine.search(query, page);
      ASSERT_EQ(part.total, all.total) << query << ' ' << random.described();
      const std::size_t first = std::min(page.offset, all.hits.size());
      ASSERT_EQ(part.hits.size(), std::min(page.limit, all.hits.size() - first)) << query << ' ' << random.described();
      for (std::size_t k = 0; k < part.hits.size(); ++k) ASSERT_EQ(part.hits[k].number, all.hits[first + k].number) << query << ' ' << random.described();
    }
  }
}

}  // namespace
}  // namespace medcode::search
