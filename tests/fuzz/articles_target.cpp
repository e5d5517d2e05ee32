// Is any file of articles read or refused with its line, and is what was read shown whole?
#include "core/api/details_json.hpp"
#include "core/sources/article_source.hpp"
#include "tests/fuzz/json_complaint.hpp"
#include "tests/fuzz/targets.hpp"

namespace medcode::fuzz {
namespace {

std::string complain_of_article(const Article& article) {
  if (article.system.empty() || article.code.empty() || article.title.empty() || article.sections.empty()) return "an article without code, title or sections\n";
  for (const ArticleSection& section : article.sections) {
    if (section.heading.empty() || section.blocks.empty()) return "a section without heading or text\n";
    for (const ArticleBlock& block : section.blocks) {
      if (block.items.empty()) return "an empty block\n";
    }
  }
  return {};
}

}  // namespace

std::string complain_of_articles(std::string_view bytes) {
  const SourceFile file{"articles.json", bytes};
  static_cast<void>(is_article_file(file));
  const Result<SourceContent> content = read_articles(file);
  if (!content.ok()) return content.error().message.empty() || content.error().advice.empty() ? "refused without a sentence or advice" : "";
  std::string complaint;
  for (const Article& article : content->articles) {
    complaint += complain_of_article(article);
    Concept entry;
    entry.system = article.system;
    entry.code = article.code;
    const std::vector<api::DetailPack> packs = api::make_detail_packs({&entry, 1}, {&article, 1}, {});
    complaint += json_complaint("details", packs.front().json);
    if (api::find_in_pack(packs.front().json, entry.code).empty()) complaint += "the article of `" + entry.code + "` is not in its pack\n";
  }
  return complaint;
}

}  // namespace medcode::fuzz
