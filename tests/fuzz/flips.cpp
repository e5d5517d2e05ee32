#include "tests/fuzz/flips.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "core/api/json_api.hpp"
#include "tests/fuzz/catalog_bytes.hpp"
#include "tests/fuzz/memory_in_use.hpp"

namespace medcode::fuzz {
namespace {

using query::testing::RandomSource;

struct Damage {
  std::string bytes;
  std::string told;  ///< "byte 17 became 200"
};

Damage damage(std::string_view bytes, RandomSource& random) {
  const std::size_t at = random.below(bytes.size());
  if (random.below(8) == 0) return {std::string(bytes.substr(0, at)), "cut after byte " + std::to_string(at)};
  Damage damaged{std::string(bytes), {}};
  damaged.bytes[at] = static_cast<char>(static_cast<unsigned char>(damaged.bytes[at]) ^ (1U + random.below(255)));
  damaged.told = "byte " + std::to_string(at) + " became " + std::to_string(static_cast<unsigned char>(damaged.bytes[at]));
  return damaged;
}

/// Says whether both show the same codes and names.
bool show_the_same(const Engine& one, const Engine& other) {
  const catalog::Catalog& a = one.catalog();
  const catalog::Catalog& b = other.catalog();
  if (a.concept_count() != b.concept_count() || a.name_count() != b.name_count() || api::info_json(one) != api::info_json(other)) return false;
  for (std::uint32_t number = 0; number < a.concept_count(); ++number) {
    if (a.code(number) != b.code(number) || a.flags(number) != b.flags(number) || a.parent(number) != b.parent(number)) return false;
  }
  for (std::uint32_t name = 0; name < a.name_count(); ++name) {
    if (a.name_text(name) != b.name_text(name) || a.name_use(name) != b.name_use(name)) return false;
  }
  return true;
}

/// Asks what a page asks first; the answers may be wrong, but they come.
void ask(const Engine& engine, RandomSource& random) {
  for (const char* query : {"fracture of tib", "diabetis", "E11.9"}) api::search_json(engine, query, {});
  if (engine.catalog().concept_count() == 0) return;
  const auto number = static_cast<std::uint32_t>(random.below(engine.catalog().concept_count()));
  const std::string& system = engine.catalog().systems()[engine.catalog().system_of(number)].system.id;
  api::show_json(engine, system, engine.catalog().code(number));
  api::browse_json(engine, system, "", 0, 50);
  api::similar_json(engine, system, engine.catalog().code(number), system, 3);
}

/// Opens what is damaged and notes what became of it.
void try_damage(const Damage& damaged, bool is_repaired, const Engine& whole, RandomSource& random, FlipFigures& figures) {
  const Result<Engine> engine = Engine::open(damaged.bytes);
  if (!engine.ok()) {
    ++figures.refused;
    if (engine.error().message.empty() || engine.error().advice.empty()) figures.complaint = damaged.told + ": refused without a sentence or advice";
  } else if (is_repaired) {
    ask(*engine, random);
    ++figures.answered;
  } else if (show_the_same(*engine, whole)) {
    ++figures.harmless;
  } else {
    figures.complaint = damaged.told + ": opened, and shows something else";
  }
}

}  // namespace

FlipFigures flip(std::string_view bytes, std::size_t rounds, bool is_repaired, RandomSource& random) {
  FlipFigures figures;
  const Result<Engine> whole = Engine::open(bytes);
  if (!whole.ok()) figures.complaint = "the undamaged catalog does not open";
  for (std::size_t round = 0; round < rounds && figures.complaint.empty(); ++round) {
    Damage damaged = damage(bytes, random);
    if (is_repaired) damaged.bytes = CatalogBytes::take_apart(damaged.bytes).put_together();
    const std::clock_t start = std::clock();
    start_measuring_memory();
    try_damage(damaged, is_repaired, *whole, random, figures);
    figures.most_memory = std::max(figures.most_memory, most_memory_in_use());
    figures.slowest_seconds = std::max(figures.slowest_seconds, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return figures;
}

std::size_t count_of_flips(std::size_t usual) {
  const char* given = std::getenv("MEDCODE_FLIPS");
  return given == nullptr ? usual : std::strtoul(given, nullptr, 10);
}

}  // namespace medcode::fuzz
