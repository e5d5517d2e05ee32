// Which catalogs would nobody write by hand?
//
// Exports random_content: a few systems, up to sixty concepts, names of a small vocabulary, so that words meet often.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "tests/query/random_source.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::testing {

using query::testing::RandomSource;

/// Words of names: forms of one stem, words that begin alike, that differ by a slip, that are two words in one, that
/// have marks, digits or other scripts.
inline constexpr std::array<std::string_view, 50> vocabulary{
    "Fracture", "fractures", "of",       "tibia",  "tibial",  "fibula",   "(left)",    "left",      "right,",    "open",     "closed",   "biliary",
    "bile",     "duct",      "stent",    "stents", "stenting", "stand",   "gallbladder", "gall",    "bladder",   "diabetes", "diabetic", "anemia",
    "anaemia",  "tumour",    "tumors",   "the",    "with",    "without",  "due",       "to",        "B12",       "0.5",      "mL",       "type",
    "II",       "2",         "1,000",    "Alzheimer's", "β-blocker", "Ménière", "non-small-cell", "[initial]:", ",", "糖尿病",   "😀",       "heart",
    "or",       "non-union"};

inline std::string random_name(RandomSource& random) {
  std::string name;
  for (std::size_t i = 1 + random.below(6); i > 0; --i) {
    if (!name.empty()) name += ' ';
    name += random.one_of(vocabulary);
  }
  return name;
}

/// Returns a code of the shape of ICD-10-CM; few letters, so that codes begin alike.
inline std::string random_code(RandomSource& random) {
  std::string code(1, "ABE"[random.below(3)]);
  code += static_cast<char>('0' + random.below(2));
  code += static_cast<char>('0' + random.below(3));
  const std::size_t more = random.below(4);
  if (more != 0) code += '.';
  for (std::size_t i = 0; i < more; ++i) code += "01A"[random.below(3)];
  return code;
}

inline void add_random_concepts(TestContent& content, RandomSource& random) {
  std::set<std::string> codes;
  for (std::size_t i = random.below(24); i > 0; --i) codes.insert(random_code(random));
  for (const std::string& code : codes) {
    Concept& entry = content.add(code, random_name(random));
    for (std::size_t names = random.below(3); names > 0; --names) {
      entry.designations.push_back({static_cast<DesignationUse>(1 + random.below(6)), random_name(random)});
    }
    entry.status = random.below(5) == 0 ? Status::Inactive : Status::Active;
    entry.billing = static_cast<Billing>(random.below(3));
    entry.usage = random.below(3) == 0 ? 0 : static_cast<std::uint32_t>(random.below(5'000));
    if (random.below(4) == 0) entry.parent = random.one_of(std::vector<std::string>(codes.begin(), codes.end()));
  }
}

inline TestContent random_content(RandomSource& random) {
  TestContent content;
  for (const std::string_view id : {"icd10cm", "hcpcs", "rxnorm"}) {
    content.systems.push_back({std::string(id), std::string(id) + " title", "uri", "1", "", "notice"});
    add_random_concepts(content, random);
  }
  sort_concepts(content);
  for (std::uint32_t i = 0; i < content.concepts.size(); ++i) {
    if (random.below(6) == 0) content.with_article.push_back(i);
  }
  return content;
}

}  // namespace medcode::testing
