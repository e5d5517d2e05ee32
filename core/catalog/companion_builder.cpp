// How are mappings and notes written?
#include <algorithm>
#include <unordered_map>

#include "core/base/bytes.hpp"
#include "core/base/checksum.hpp"
#include "core/catalog/companion.hpp"
#include "core/catalog/companion_format.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::catalog {
namespace {

/// Writes the mappings between concepts of this catalog; what points elsewhere lies in the detail packs only.
std::string write_mappings(const CatalogContent& content) {
  std::unordered_map<std::string_view, std::size_t> systems;
  for (const CodeSystem& system : content.systems) systems.emplace(system.id, systems.size());
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> numbers(content.systems.size());
  for (std::uint32_t number = 0; number < content.concepts.size(); ++number) {
    const Concept& entry = content.concepts[number];
    numbers[systems.at(entry.system)].emplace(entry.code, number);
  }
  std::vector<std::uint32_t> before(content.systems.size(), 0);
  ByteWriter writer;
  for (const Concept& entry : content.concepts) {
    std::vector<std::pair<std::size_t, std::uint32_t>> targets;
    for (const Relation& relation : entry.relations) {
      const auto system = systems.find(relation.system);
      if (relation.kind != "maps-to" || system == systems.end()) continue;
      const auto target = numbers[system->second].find(relation.code);
      if (target != numbers[system->second].end()) targets.emplace_back(system->second, target->second);
    }
    std::sort(targets.begin(), targets.end());
    writer.leb(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const auto [system, target] = targets[i];
      const bool is_first = i == 0 || targets[i - 1].first != system;
      const std::uint32_t from = is_first ? before[system] : targets[i - 1].second;
      writer.leb(system);
      // The second is taken only where `from` is greater, so that it is 1 or more before 1 is taken away.
      // cppcheck-suppress signConversion
      writer.leb(target >= from ? 2 * std::uint64_t{target - from} : 2 * std::uint64_t{from - target} - 1);
      if (is_first) before[system] = target;
    }
  }
  return std::move(writer).bytes();
}

/// Returns what a note is for in its publisher's words, so that `note:"code first"` finds those that say so by their place.
std::string_view words_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::Includes: return "includes ";
    case NoteKind::Excludes1: return "excludes1 ";
    case NoteKind::Excludes2: return "excludes2 ";
    case NoteKind::CodeFirst: return "code first ";
    case NoteKind::UseAdditionalCode: return "use additional code ";
    case NoteKind::CodeAlso: return "code also ";
    default: return "";
  }
}

std::string write_notes(const CatalogContent& content) {
  ByteWriter writer;
  std::uint32_t last = 0;
  for (std::uint32_t number = 0; number < content.concepts.size(); ++number) {
    std::string keys;
    for (const Note& note : content.concepts[number].notes) {
      for (const text::Token& token : text::tokenize(std::string(words_of(note.kind)) + note.text)) keys += ' ' + text::term_key(token.form);
    }
    if (keys.empty()) continue;
    writer.leb(number - last);
    writer.text(keys + ' ');
    last = number;
  }
  return std::move(writer).bytes();
}

}  // namespace

std::string build_companion(const CatalogContent& content, std::string_view catalog_id) {
  ByteWriter body;
  body.text(catalog_id);
  body.text(write_mappings(content));
  body.text(write_notes(content));
  ByteWriter file;
  file.raw(companion_magic);
  file.u32(companion_version);
  file.u32(crc32(body.bytes()));
  file.raw(body.bytes());
  return std::move(file).bytes();
}

}  // namespace medcode::catalog
