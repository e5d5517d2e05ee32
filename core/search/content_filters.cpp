// Which concepts are mapped to another, and which have words in their notes? Both lie in the catalog's companion.
#include <algorithm>
#include <utility>

#include "core/base/bytes.hpp"
#include "core/search/filters.hpp"
#include "core/text/key.hpp"
#include "core/text/tokenize.hpp"

namespace medcode::search {

using catalog::Catalog;

ConceptSet filter_maps_to(const Catalog& catalog, std::string_view mappings, std::span<const std::uint32_t> targets) {
  ConceptSet set(catalog.concept_count());
  std::vector<std::uint32_t> before(catalog.systems().size(), 0);
  ByteReader reader(mappings);
  for (std::uint32_t number = 0; number < catalog.concept_count() && reader.ok(); ++number) {
    std::uint32_t system_before = 0xFFFFFFFFU;
    std::uint32_t target = 0;
    for (std::uint32_t left = reader.leb(); left > 0 && reader.ok(); --left) {
      const std::uint32_t system = reader.leb();
      const std::uint32_t step = reader.leb();
      if (system >= before.size()) return set;
      const bool is_first = system != std::exchange(system_before, system);
      target = (is_first ? before[system] : target) + (step % 2 == 0 ? step / 2 : 0U - (step / 2 + 1));
      if (is_first) before[system] = target;
      if (std::find(targets.begin(), targets.end(), target) != targets.end()) set.insert(number);
    }
  }
  return set;
}

ConceptSet filter_notes(const Catalog& catalog, std::string_view notes, std::string_view words, bool is_prefix) {
  ConceptSet set(catalog.concept_count());
  std::string wanted;
  for (const text::Token& token : text::tokenize(words)) wanted += ' ' + text::term_key(token.form);
  if (wanted.empty()) return set;
  if (!is_prefix) wanted += ' ';
  std::uint64_t number = 0;
  for (ByteReader reader(notes); !reader.at_end();) {
    number += reader.leb();
    const std::string_view keys = reader.text();
    if (!reader.ok() || number >= catalog.concept_count()) break;
    if (keys.find(wanted) != std::string_view::npos) set.insert(static_cast<std::uint32_t>(number));
  }
  return set;
}

}  // namespace medcode::search
