#include "core/compile/compilation.hpp"

#include <algorithm>
#include <utility>

#include "core/api/json_api.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/catalog/companion.hpp"
#include "core/sources/pcs_axes.hpp"

namespace medcode {
namespace {

void keep_systems(std::span<const std::string> systems, MergedCatalog& merged) {
  const auto is_left_out = [&](const std::string& id) { return std::find(systems.begin(), systems.end(), id) == systems.end(); };
  std::erase_if(merged.systems, [&](const CodeSystem& system) { return is_left_out(system.id); });
  std::erase_if(merged.concepts, [&](const Concept& entry) { return is_left_out(entry.system); });
  std::erase_if(merged.groups, [&](const Group& group) { return is_left_out(group.system); });
  std::erase_if(merged.articles, [&](const Article& article) { return is_left_out(article.system); });
  std::erase_if(merged.report.counts, [&](const SystemCount& count) { return is_left_out(count.system); });
}

std::vector<std::uint32_t> concepts_with_article(const MergedCatalog& merged) {
  std::vector<std::uint32_t> numbers;
  auto article = merged.articles.begin();
  for (std::uint32_t i = 0; i < merged.concepts.size() && article != merged.articles.end(); ++i) {
    if (merged.concepts[i].system != article->system || merged.concepts[i].code != article->code) continue;
    numbers.push_back(i);
    ++article;
  }
  return numbers;
}

}  // namespace

void Compilation::take(FolderReading reading) {
  for (SourceContent& content : reading.contents) {
    ReadSource source{content.report, content.concepts.size(), {}};
    for (const CodeSystem& system : content.systems) source.systems.push_back(system.id);
    report_.read.push_back(std::move(source));
    contents_.push_back(std::move(content));
  }
  report_.skipped.insert(report_.skipped.end(), reading.skipped.begin(), reading.skipped.end());
  report_.errors.insert(report_.errors.end(), reading.errors.begin(), reading.errors.end());
}

void Compilation::merge(std::span<const std::string> systems) {
  merged_ = medcode::merge(std::move(contents_));
  contents_ = {};
  fill_pcs_axes(merged_.axis_tables, merged_.axis_definitions, merged_.concepts);
  if (!systems.empty()) keep_systems(systems, merged_);
  report_.merged = merged_.report;
}

Result<Done> Compilation::add_lexicon(std::string_view name, std::string_view bytes) {
  Result<std::vector<text::LexiconEntry>> read = text::read_lexicon_file(name, bytes);
  if (!read.ok()) return read.error();
  lexicon_.insert(lexicon_.end(), read->begin(), read->end());
  return Done{};
}

void Compilation::make_details() { packs_ = api::make_detail_packs(merged_.concepts, merged_.articles, merged_.groups); }

Result<Done> Compilation::compile() {
  for (const TermSynonym& synonym : merged_.synonyms) lexicon_.push_back({text::LexiconKind::Synonym, synonym.from, {synonym.to}, {synonym.system}});
  std::vector<catalog::PackEntry> entries;
  for (const api::DetailPack& pack : packs_) entries.push_back(pack.entry);
  const std::vector<std::uint32_t> with_article = concepts_with_article(merged_);
  const catalog::CatalogContent content{merged_.systems, merged_.concepts, merged_.groups, with_article, entries, text::write_lexicon(lexicon_)};
  Result<std::string> bytes = catalog::build_catalog(content);
  if (!bytes.ok()) return bytes.error();
  catalog_ = std::move(bytes).value();
  const Result<catalog::Catalog> opened = catalog::Catalog::open(catalog_);
  if (!opened.ok()) return opened.error();
  info_ = api::info_json(opened.value());
  companion_ = catalog::build_companion(content, opened->id());
  for (api::DetailPack& pack : packs_) pack.json.insert(1, "\"catalog\":\"" + opened->id() + "\",");
  return Done{};
}

}  // namespace medcode
