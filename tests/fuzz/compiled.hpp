// What does `medcode build` make of merged sources, without files?
//
// Exports Compiled and compile.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/api/details_json.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/catalog/companion.hpp"
#include "core/catalog/container.hpp"
#include "core/sources/merge.hpp"
#include "core/sources/pcs_axes.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::fuzz {

struct Compiled {
  std::string catalog;
  std::string companion;
  std::vector<api::DetailPack> packs;
};

/// Compiles `merged`, whose axes are filled on the way. Errors: as build_catalog.
inline Result<Compiled> compile(MergedCatalog& merged) {
  fill_pcs_axes(merged.axis_tables, merged.axis_definitions, merged.concepts);
  std::vector<text::LexiconEntry> entries;
  for (const TermSynonym& synonym : merged.synonyms) entries.push_back({text::LexiconKind::Synonym, synonym.from, {synonym.to}, {synonym.system}});
  Compiled compiled;
  compiled.packs = api::make_detail_packs(merged.concepts, merged.articles, merged.groups);
  std::vector<catalog::PackEntry> packs;
  for (const api::DetailPack& pack : compiled.packs) packs.push_back(pack.entry);
  const catalog::CatalogContent content{merged.systems, merged.concepts, merged.groups, {}, packs, text::write_lexicon(entries)};
  Result<std::string> bytes = catalog::build_catalog(content);
  if (!bytes.ok()) return bytes.error();
  compiled.catalog = std::move(bytes).value();
  const Result<catalog::Container> container = catalog::Container::open(compiled.catalog);
  if (!container.ok()) return container.error();
  compiled.companion = catalog::build_companion(content, container->id());
  return compiled;
}

}  // namespace medcode::fuzz
