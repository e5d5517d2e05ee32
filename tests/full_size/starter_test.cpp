// Is what a fresh machine gets true by the publishers' own files?
//
// A starter code of a public-domain system must be in force and have the publisher's title to the letter. Names of our
// own (LOINC numbers, the titles of articles) mean the same when one of them shares a telling word with the publisher's
// names of that code: a word that fewer than one in fifty names of the system have.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "core/text/key.hpp"
#include "core/text/lexicon.hpp"
#include "core/text/tokenize.hpp"
#include "tests/full_size/official_reading.hpp"

namespace medcode {
namespace {

using testing::find_official;
using testing::official;
using Keys = std::set<std::string>;

const std::set<std::string> public_domain = {"icd10cm", "icd10pcs", "hcpcs", "cvx", "msdrg", "icd9cm"};

const std::vector<SourceContent>& starter() {
  static const std::vector<SourceContent> contents = [] {
    testing::OfficialReading reading;
    std::vector<SourceContent> read = testing::read_below(std::string(MEDCODE_ROOT) + "/data/starter", reading);
    for (const Error& error : reading.errors) ADD_FAILURE() << to_string(error);
    return read;
  }();
  return contents;
}

std::vector<const Concept*> starter_concepts(const std::string& system) {
  std::vector<const Concept*> found;
  for (const SourceContent& content : starter()) {
    for (const Concept& each : content.concepts) {
      if (each.system == system) found.push_back(&each);
    }
  }
  return found;
}

Keys keys_of(std::string_view text) {
  Keys keys;
  for (const text::Token& token : text::tokenize(text)) keys.insert(text::term_key(token.form));
  return keys;
}

bool includes(const Keys& keys, std::string_view words) {
  const Keys wanted = keys_of(words);
  return std::includes(keys.begin(), keys.end(), wanted.begin(), wanted.end());
}

Keys keys_of_names(const Concept& entry) {
  Keys keys = keys_of(entry.display);
  for (const Designation& each : entry.designations) keys.merge(keys_of(each.text));
  return keys;
}

/// Knows which words tell something within one system.
class TellingWords {
 public:
  explicit TellingWords(const std::string& system) {
    for (const Concept& each : official().catalog.concepts) {
      if (each.system != system) continue;
      ++concepts_;
      for (const std::string& key : keys_of_names(each)) ++counts_[key];
    }
  }

  bool mean_the_same(const Keys& one, const Keys& other) const {
    std::size_t shared = 0;
    for (const std::string& key : one) {
      const auto count = counts_.find(key);
      if (other.count(key) == 0 || text::is_function_word(key) || count == counts_.end()) continue;
      if (count->second * 50 <= concepts_) return true;
      ++shared;
    }
    return shared >= 3;
  }

 private:
  std::size_t concepts_ = 0;
  std::map<std::string, std::size_t> counts_;
};

bool is_in_force(const Concept* entry) { return entry != nullptr && entry->status == Status::Active; }

TEST(Starter, EveryPublicDomainCodeIsInForceUnderThePublishersTitle) {
  for (const std::string& system : public_domain) {
    const std::vector<const Concept*> concepts = starter_concepts(system);
    EXPECT_GT(concepts.size(), 100U) << system;
    for (const Concept* const ours : concepts) {
      const Concept* const theirs = find_official(system, ours->code);
      ASSERT_TRUE(is_in_force(theirs)) << system << " " << ours->code;
      EXPECT_EQ(ours->code, theirs->code) << system;
      EXPECT_EQ(ours->display, theirs->display) << system << " " << ours->code;
      if (ours->billing != Billing::NotApplicable) {
        EXPECT_EQ(ours->billing, theirs->billing) << system << " " << ours->code;
      }
    }
  }
}

TEST(Starter, OurNamesOfLaboratoryTestsMeanTheSame) {
  // Where no word is shared, what stands in ours for what stands in theirs: read one by one.
  const std::map<std::string, std::pair<std::string, std::string>> words_of_our_own = {
      {"2465-3", {"immunoglobulin g", "igg"}}, {"2472-9", {"immunoglobulin m", "igm"}},       {"2888-6", {"protein", "protein"}},
      {"5767-9", {"look", "appearance"}},      {"543-9", {"tuberculosis", "mycobacterium"}},  {"600-7", {"germs grown", "bacteria culture"}},
      {"630-4", {"germs grown", "bacteria culture"}}, {"6463-4", {"germs grown", "bacteria culture"}},
      {"8099-4", {"antibody thyroid peroxidase", "thyroperoxidase ab"}}};
  const TellingWords words("loinc");
  std::size_t unlisted = 0;
  for (const Concept* const ours : starter_concepts("loinc")) {
    const Concept* const theirs = find_official("loinc", ours->code);
    if (theirs == nullptr) {
      ++unlisted;
      continue;
    }
    const Keys our_keys = keys_of_names(*ours);
    const Keys their_keys = keys_of_names(*theirs);
    const auto read = words_of_our_own.find(ours->code);
    const bool is_read = read != words_of_our_own.end() && includes(our_keys, read->second.first) && includes(their_keys, read->second.second);
    EXPECT_TRUE(is_read || words.mean_the_same(our_keys, their_keys)) << ours->code << " " << ours->display << " / " << theirs->display;
  }
  EXPECT_LE(unlisted, 14U) << "numbers that are not among the commonest 2,000 and cannot be checked here";
}

TEST(Starter, ArticlesAreAboutTheCodesTheyStandAt) {
  std::map<std::string, TellingWords> words;
  std::size_t articles = 0;
  for (const SourceContent& content : starter()) {
    for (const Article& article : content.articles) {
      ++articles;
      if (public_domain.count(article.system) == 0) continue;
      const Concept* const theirs = find_official(article.system, article.code);
      ASSERT_TRUE(is_in_force(theirs)) << article.system << " " << article.code;
      const TellingWords& telling = words.try_emplace(article.system, article.system).first->second;
      EXPECT_TRUE(telling.mean_the_same(keys_of(article.title), keys_of_names(*theirs))) << article.code << " " << article.title << " / " << theirs->display;
    }
  }
  EXPECT_GE(articles, 60U);
}

TEST(Starter, CodesNamedInArticlesAreInForce) {
  const std::vector<std::pair<std::string, std::regex>> shapes = {
      {"hcpcs", std::regex("\\b[A-CE-V][0-9]{4}\\b")},
      {"icd10cm", std::regex("\\b[A-TV-Z][0-9][0-9A-Z]\\.[0-9A-Z]{1,4}\\b")},
      {"icd10pcs", std::regex("\\b[0-9][0-9A-HJ-NP-Z]{5}[0-9A-Z]\\b")}};
  std::size_t named = 0;
  for (const SourceContent& content : starter()) {
    for (const Article& article : content.articles) {
      for (const ArticleSection& section : article.sections) {
        for (const ArticleBlock& block : section.blocks) {
          for (const std::string& item : block.items) {
            for (const auto& [system, shape] : shapes) {
              for (auto match = std::sregex_iterator(item.begin(), item.end(), shape); match != std::sregex_iterator(); ++match) {
                ++named;
                EXPECT_TRUE(is_in_force(find_official(system, match->str()))) << article.system << " " << article.code << " names " << match->str();
              }
            }
          }
        }
      }
    }
  }
  EXPECT_GT(named, 0U);
}

/// Finds whether some name of a system, or of any, has all words of a phrase.
class NamesByWord {
 public:
  NamesByWord() {
    for (const Concept& each : official().catalog.concepts) add(each);
    for (const SourceContent& content : starter()) {
      for (const Concept& each : content.concepts) add(each);
    }
  }

  bool has(std::string_view phrase, const std::vector<std::string>& systems) const {
    std::vector<std::uint32_t> common;
    bool is_first = true;
    for (const std::string& key : keys_of(phrase)) {
      const auto found = names_.find(key);
      if (found == names_.end()) return false;
      if (is_first) {
        common = found->second;
      } else {
        std::vector<std::uint32_t> both;
        std::set_intersection(common.begin(), common.end(), found->second.begin(), found->second.end(), std::back_inserter(both));
        common = std::move(both);
      }
      is_first = false;
    }
    return std::any_of(common.begin(), common.end(), [&](std::uint32_t name) {
      return systems.empty() || std::find(systems.begin(), systems.end(), system_of_[name]) != systems.end();
    });
  }

 private:
  void add(const Concept& entry) {
    add(entry.system, entry.display);
    for (const Designation& each : entry.designations) add(entry.system, each.text);
  }
  void add(const std::string& system, std::string_view name) {
    for (const std::string& key : keys_of(name)) names_[key].push_back(static_cast<std::uint32_t>(system_of_.size()));
    system_of_.push_back(system);
  }

  std::map<std::string, std::vector<std::uint32_t>> names_;
  std::vector<std::string> system_of_;
};

TEST(Starter, TheLexiconLeadsToWordsThatStandTogetherInAName) {
  const NamesByWord names;
  std::size_t alternatives = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(MEDCODE_ROOT) + "/data/lexicon")) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto read = text::read_lexicon_file(entry.path().string(), bytes);
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    for (const text::LexiconEntry& each : *read) {
      for (const std::string& alternative : each.alternatives) {
        if (alternative == "-") continue;
        ++alternatives;
        EXPECT_TRUE(names.has(alternative, each.systems)) << entry.path().filename() << ": " << each.from << " -> " << alternative;
      }
    }
  }
  EXPECT_GT(alternatives, 1'000U);
}

}  // namespace
}  // namespace medcode
