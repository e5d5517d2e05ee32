// Does a catalog give back what it was built from, the same bytes every time, and refuse content that is out of order?
#include "core/catalog/catalog.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "core/catalog/catalog_builder.hpp"
#include "core/catalog/usage_scale.hpp"
#include "tests/support/random_content.hpp"

namespace medcode::catalog {
namespace {

using medcode::testing::hand_made_content;
using medcode::testing::random_content;
using medcode::testing::TestContent;

Catalog open(const TestContent& content) {
  const Result<std::string> bytes = content.build();
  EXPECT_TRUE(bytes.ok()) << to_string(bytes.error());
  Result<Catalog> catalog = Catalog::open(bytes.value());
  EXPECT_TRUE(catalog.ok()) << to_string(catalog.error());
  return std::move(catalog).value();
}

void expect_same_names(const Catalog& catalog, std::uint32_t number, const Concept& entry) {
  ASSERT_EQ(catalog.display(number), entry.display);
  ASSERT_EQ(catalog.name_use(catalog.first_name(number)), DesignationUse::Display);
  std::uint32_t name = catalog.first_name(number) + 1;
  for (const Designation& designation : entry.designations) {
    if (!is_searchable(entry.system, designation.use)) continue;
    ASSERT_LT(name, catalog.end_name(number));
    ASSERT_EQ(catalog.name_text(name), designation.text);
    ASSERT_EQ(catalog.name_use(name), designation.use);
    ASSERT_EQ(catalog.concept_of_name(name), number);
    ++name;
  }
  ASSERT_EQ(name, catalog.end_name(number));
}

void expect_same(const Catalog& catalog, const TestContent& content) {
  ASSERT_EQ(catalog.concept_count(), content.concepts.size());
  for (std::uint32_t number = 0; number < catalog.concept_count(); ++number) {
    const Concept& entry = content.concepts[number];
    ASSERT_EQ(catalog.systems()[catalog.system_of(number)].system.id, entry.system);
    ASSERT_EQ(catalog.code(number), entry.code);
    ASSERT_EQ(catalog.status(number), entry.status);
    ASSERT_EQ(catalog.billing(number), entry.billing);
    ASSERT_EQ(catalog.usage(number), usage_to_scale(entry.usage));
    const bool has_article = std::binary_search(content.with_article.begin(), content.with_article.end(), number);
    ASSERT_EQ(catalog.has_article(number), has_article);
    expect_same_names(catalog, number, entry);
  }
}

TEST(Catalog, GivesBackTheHandMadeContent) {
  const TestContent content = hand_made_content();
  const Catalog catalog = open(content);
  expect_same(catalog, content);
  ASSERT_EQ(catalog.systems().size(), 3U);
  const CodeSystem& system = catalog.systems()[1].system;
  EXPECT_EQ(system.title, "HCPCS Level II");
  EXPECT_EQ(system.version, "2026-01");
  EXPECT_EQ(system.publisher, "CMS");
  EXPECT_EQ(system.notice, "Public domain.");
  EXPECT_EQ(catalog.lexicon(), content.lexicon);
  ASSERT_EQ(catalog.groups().size(), 3U);
  EXPECT_EQ(catalog.groups()[1].parent, "E00-E89");
  EXPECT_EQ(catalog.groups()[1].last, "E13");
  EXPECT_EQ(catalog.find_system("local"), 2U);
  EXPECT_EQ(catalog.find_system("snomed"), std::nullopt);
}

TEST(Catalog, GivesBackAnyContentAndTwoBuildsAreTheSameBytes) {
  query::testing::RandomSource random;
  for (int round = 0; round < 60; ++round) {
    const TestContent content = random_content(random);
    ASSERT_NO_FATAL_FAILURE(expect_same(open(content), content)) << random.described();
    const TestContent copy = content;
    ASSERT_EQ(content.build().value(), copy.build().value()) << random.described();
  }
}

TEST(Catalog, OfNothingOpensAndHoldsNothing) {
  const Catalog catalog = open({});
  EXPECT_EQ(catalog.concept_count(), 0U);
  EXPECT_TRUE(catalog.systems().empty());
  TestContent empty_system;
  empty_system.systems.push_back({"icd10cm", "", "", "", "", ""});
  EXPECT_EQ(open(empty_system).find(0, "E11"), std::nullopt);
}

TEST(Catalog, FindsACodeInAnySpelling) {
  const Catalog catalog = open(hand_made_content());
  for (const char* spelling : {"E11.21", "e11.21", "E1121", "e1121", "E-11 21"}) EXPECT_EQ(catalog.find(0, spelling), 2U) << spelling;
  for (const char* other : {"", ".", "E11.2x", "E1", "C1874", "糖"}) EXPECT_EQ(catalog.find(0, other), std::nullopt) << other;
  EXPECT_EQ(catalog.code(*catalog.find(1, "c1874")), "C1874");
}

TEST(Catalog, PrefersTheSpellingTypedWhereTwoCodesDifferInIt) {
  TestContent content;
  content.systems.push_back({"ucum", "", "", "", "", ""});
  content.add("L", "liter");
  content.add("l", "liter in small letters");
  const Catalog catalog = open(content);
  EXPECT_EQ(catalog.find(0, "L"), 0U);
  EXPECT_EQ(catalog.find(0, "l"), 1U);
}

TEST(Catalog, FindsTheRunOfCodesThatStartSo) {
  query::testing::RandomSource random;
  for (int round = 0; round < 40; ++round) {
    const TestContent content = random_content(random);
    const Catalog catalog = open(content);
    for (std::size_t system = 0; system < catalog.systems().size(); ++system) {
      for (const std::string_view start : {"", "A", "A0", "A01", "E1", "E120", "Z", "B0"}) {
        const auto [first, end] = catalog.find_prefix(system, start);
        for (std::uint32_t number = catalog.systems()[system].first; number < catalog.systems()[system].end; ++number) {
          ASSERT_EQ(number >= first && number < end, compact_code(catalog.code(number)).starts_with(start)) << start << ' ' << random.described();
        }
      }
    }
  }
}

TEST(Catalog, KnowsTheParentByNameElseByShape) {
  TestContent content = hand_made_content();
  content.concepts[4].parent = "E11.9";   // I21
  content.concepts[15].parent = "C1874";  // E0100 of HCPCS
  content.concepts[16].parent = "nowhere";
  const Catalog catalog = open(content);
  EXPECT_EQ(catalog.parent(0), no_parent);
  EXPECT_EQ(catalog.parent(2), 1U);
  EXPECT_EQ(catalog.parent(3), 0U);
  EXPECT_EQ(catalog.parent(4), 3U);
  EXPECT_EQ(catalog.parent(14), no_parent);
  EXPECT_EQ(catalog.parent(15), 14U);
  EXPECT_EQ(catalog.parent(16), no_parent);
}

TEST(Catalog, SaysInWhichPackAConceptLies) {
  const Catalog catalog = open(hand_made_content());
  EXPECT_EQ(catalog.pack_of(0), "icd10cm-0000.json.gz");
  EXPECT_EQ(catalog.pack_of(13), "icd10cm-0000.json.gz");
  EXPECT_EQ(catalog.pack_of(14), "hcpcs-0000.json.gz");
  EXPECT_EQ(catalog.pack_of(20), "local-0000.json.gz");
  TestContent without = hand_made_content();
  without.packs.clear();
  EXPECT_EQ(open(without).pack_of(3), "");
}

TEST(Catalog, LeavesCutTitlesToTheDetailPacks) {
  EXPECT_FALSE(is_searchable("icd10cm", DesignationUse::Short));
  EXPECT_FALSE(is_searchable("icd10pcs", DesignationUse::Short));
  EXPECT_TRUE(is_searchable("hcpcs", DesignationUse::Short));
  EXPECT_TRUE(is_searchable("icd10cm", DesignationUse::Index));
}

TEST(CatalogBuilder, RefusesContentThatIsOutOfOrder) {
  const auto code_of = [](const TestContent& content) {
    const Result<std::string> bytes = content.build();
    return bytes.ok() ? ErrorCode::NotFound : bytes.error().code;
  };
  TestContent twice = hand_made_content();
  twice.concepts[1].code = "E11";
  EXPECT_EQ(code_of(twice), ErrorCode::Duplicate);
  TestContent disorder = hand_made_content();
  std::swap(disorder.concepts[0], disorder.concepts[1]);
  EXPECT_EQ(code_of(disorder), ErrorCode::Duplicate);
  TestContent unknown = hand_made_content();
  unknown.concepts.back().system = "unknown";
  EXPECT_EQ(code_of(unknown), ErrorCode::UnknownReference);
  TestContent mixed = hand_made_content();
  std::swap(mixed.concepts.front(), mixed.concepts.back());
  EXPECT_EQ(code_of(mixed), ErrorCode::UnknownReference);
  TestContent nameless = hand_made_content();
  nameless.concepts[0].code.clear();
  EXPECT_EQ(code_of(nameless), ErrorCode::TooLarge);
  TestContent long_code = hand_made_content();
  long_code.concepts[0].code = std::string(max_code_bytes + 1, 'E');
  EXPECT_EQ(code_of(long_code), ErrorCode::TooLarge);
  TestContent many_systems;
  many_systems.systems.resize(max_systems + 1);
  EXPECT_EQ(code_of(many_systems), ErrorCode::TooLarge);
  TestContent broken_line = hand_made_content();
  broken_line.concepts.back().code = "L\n2";
  EXPECT_EQ(code_of(broken_line), ErrorCode::BadFormat);
}

TEST(CatalogBuilder, RefusesANameTooLongForAnyCatalogInsteadOfCuttingIt) {
  TestContent content;
  content.systems.push_back({"local", "", "", "", "", ""});
  content.add("1", std::string(max_name_bytes, 'x'));
  EXPECT_EQ(open(content).display(0).size(), max_name_bytes);
  content.concepts[0].display += 'x';
  EXPECT_EQ(content.build().error().message, "A name of local/1 has 16385 bytes and 1 words; a catalog holds names of 16384 bytes and 4096 words.");
  content.concepts[0].display.clear();
  for (std::uint32_t word = 0; word <= max_name_words; ++word) content.concepts[0].display += "a ";
  content.concepts[0].display.pop_back();
  const Result<std::string> many_words = content.build();
  ASSERT_FALSE(many_words.ok());
  EXPECT_EQ(many_words.error().message, "A name of local/1 has 8193 bytes and 4097 words; a catalog holds names of 16384 bytes and 4096 words.");
}

TEST(Catalog, IsRefusedWhereAFewBytesMakeEndlessNames) {
  TestContent content;
  content.systems.push_back({"local", "", "", "", "", ""});
  for (int i = 0; i < 300; ++i) content.add(std::to_string(1'000 + i), std::string(max_name_bytes - 8, 'x') + std::to_string(i % 4));
  const Result<Catalog> catalog = Catalog::open(content.build().value());
  ASSERT_FALSE(catalog.ok());
  EXPECT_EQ(catalog.error().message, "The catalog's names are damaged.");
}

TEST(CatalogBuilder, TakesALineBreakInANameAsABlank) {
  TestContent content;
  content.systems.push_back({"local", "", "", "", "", ""});
  content.add("1", "open\nfracture\tof tibia");
  content.add("2", "open fracture");
  const Catalog catalog = open(content);
  EXPECT_EQ(catalog.display(0), "open fracture of tibia");
  EXPECT_EQ(catalog.display(1), "open fracture");
}

TEST(UsageScale, KeepsTheOrderAndItsBounds) {
  EXPECT_EQ(usage_to_scale(0), 0);
  EXPECT_EQ(usage_to_scale(1), 1);
  std::uint32_t previous = 0;
  for (std::uint64_t usage = 1; usage <= 0xFFFFFFFFU; usage = usage * 17 / 16 + 1) {
    const std::uint8_t scaled = usage_to_scale(static_cast<std::uint32_t>(usage));
    EXPECT_GE(scaled, previous) << usage;
    EXPECT_GE(scaled, 1) << usage;
    previous = scaled;
  }
  EXPECT_LT(usage_to_scale(1'000), usage_to_scale(2'000));
}

}  // namespace
}  // namespace medcode::catalog
