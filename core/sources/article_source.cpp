// Checks and copies the tree member by member; the first thing wrong refuses the article. Held by
// tests/sources/article_source_test.cpp.
#include "core/sources/article_source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/sources/bounded_json.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/table_head.hpp"

namespace medcode {
namespace {

using nlohmann::json;

struct NamedKind {
  std::string_view name;
  ArticleKind kind;
};
constexpr std::array<NamedKind, 7> named_kinds = {{{"procedure", ArticleKind::Procedure},
                                                   {"diagnosis", ArticleKind::Diagnosis},
                                                   {"test", ArticleKind::Test},
                                                   {"imaging", ArticleKind::Imaging},
                                                   {"drug", ArticleKind::Drug},
                                                   {"device", ArticleKind::Device},
                                                   {"vaccine", ArticleKind::Vaccine}}};
constexpr std::array<std::string_view, 4> subheadings = {"During", "After", "Pain management", "Daily life"};

/// Returns why an object is wrong, or an empty text: it must have no other members than these.
std::string check_members(const json& object, const std::vector<std::string_view>& known) {
  for (const auto& item : object.items()) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end()) return "An unknown member " + medcode::quoted(item.key()) + ".";
  }
  return {};
}

std::string read_items(const json& items, std::string_view heading, ArticleBlock& block) {
  if (!items.is_array() || items.empty()) return "A list under " + medcode::quoted(heading) + " is empty.";
  for (const json& item : items) {
    std::string text = item.is_string() ? cleaned(item.get_ref<const std::string&>()) : std::string();
    if (text.empty()) return "An item of a list under " + medcode::quoted(heading) + " is empty or not a text.";
    block.items.push_back(std::move(text));
  }
  return {};
}

std::string read_block(const json& value, std::string_view heading, ArticleBlock& block) {
  if (value.is_string()) {
    block.items.push_back(cleaned(value.get_ref<const std::string&>()));
    return block.items.front().empty() ? "A paragraph under " + medcode::quoted(heading) + " is empty." : std::string();
  }
  if (!value.is_object() || value.size() != 1) {
    return "A block under " + medcode::quoted(heading) + " is neither a text nor {\"list\": [...]} nor {\"steps\": [...]}.";
  }
  const std::string& shape = value.begin().key();
  if (shape != "list" && shape != "steps") return "A block under " + medcode::quoted(heading) + " has an unknown shape " + medcode::quoted(shape) + ".";
  block.shape = shape == "list" ? ArticleBlock::Shape::List : ArticleBlock::Shape::Steps;
  return read_items(value.begin().value(), heading, block);
}

std::string read_section(const json& value, ArticleSection& section) {
  if (!value.is_object()) return "A section is not an object.";
  std::string reason = check_members(value, {"heading", "subheading", "blocks"});
  if (!reason.empty()) return reason;
  section.heading = text_member(value, "heading");
  const auto headings = article_headings();
  if (std::find(headings.begin(), headings.end(), section.heading) == headings.end()) {
    return "An article has no heading " + medcode::quoted(section.heading) + ".";
  }
  section.subheading = text_member(value, "subheading");
  const bool known = std::find(subheadings.begin(), subheadings.end(), section.subheading) != subheadings.end();
  if (!section.subheading.empty() && (!known || section.heading != "Patient Experience")) {
    return "The heading " + medcode::quoted(section.heading) + " has no subheading " + medcode::quoted(section.subheading) + ".";
  }
  const json& blocks = array_member(value, "blocks");
  if (blocks.empty()) return "Nothing stands under " + medcode::quoted(section.heading) + ".";
  for (const json& block : blocks) {
    section.blocks.emplace_back();
    reason = read_block(block, section.heading, section.blocks.back());
    if (!reason.empty()) return reason;
  }
  return {};
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return iso_date(std::string(text.substr(0, 4)) + std::string(text.substr(5, 2)) + std::string(text.substr(8, 2))).has_value();
}

std::string read_kind(const json& value, Article& article) {
  const std::string name = text_member(value, "kind");
  for (const NamedKind& named : named_kinds) {
    if (named.name == name) {
      article.kind = named.kind;
      return {};
    }
  }
  return "The kind " + medcode::quoted(name) + " is not procedure, diagnosis, test, imaging, drug, device or vaccine.";
}

std::string read_sections(const json& value, Article& article) {
  const json& sections = array_member(value, "sections");
  if (sections.empty()) return "The article has no sections.";
  std::set<std::pair<std::string, std::string>> seen;
  for (const json& section : sections) {
    article.sections.emplace_back();
    ArticleSection& added = article.sections.back();
    std::string reason = read_section(section, added);
    if (!reason.empty()) return reason;
    if (!seen.emplace(added.heading, added.subheading).second) return "The heading " + medcode::quoted(added.heading) + " comes twice.";
  }
  return {};
}

std::string read_article(const json& value, Article& article) {
  if (!value.is_object()) return "An article is not an object.";
  std::string reason = check_members(value, {"system", "code", "kind", "title", "reviewed", "sections"});
  if (!reason.empty()) return reason;
  article.system = system_id_of(text_member(value, "system"));
  if (article.system.empty()) return "This is not the id of one code system: " + medcode::quoted(text_member(value, "system"));
  article.code = canonical_code(article.system, text_member(value, "code"));
  if (article.code.empty()) return "The article has no code.";
  article.title = text_member(value, "title");
  if (article.title.empty()) return "The article of code " + medcode::quoted(article.code) + " has no title.";
  article.reviewed = text_member(value, "reviewed");
  if (!is_iso_date(article.reviewed)) {
    return "The date of review is not a date like \"2026-11-22\": " + medcode::quoted(article.reviewed);
  }
  reason = read_kind(value, article);
  return reason.empty() ? read_sections(value, article) : reason;
}

/// Returns the line in which the quoted code of an article stands, 0 when it is nowhere.
std::size_t line_of_code(const SourceFile& file, const json& article) {
  const json& code = member(article, "code");
  if (!code.is_string()) return 1;
  const std::size_t offset = file.bytes.find("\"" + code.get_ref<const std::string&>() + "\"");
  return offset == std::string_view::npos ? 1 : line_of_offset(file.bytes, offset);
}

void take_article(const SourceFile& file, const json& value, SourceContent& content) {
  Article article;
  const std::string reason = read_article(value, article);
  if (!reason.empty()) {
    const std::string code = text_member(value, "code");
    refuse(content.report, line_of_code(file, value), code.empty() ? reason : "Article " + medcode::quoted(code) + ": " + reason);
    return;
  }
  content.articles.push_back(std::move(article));
  ++content.report.read;
}

}  // namespace

bool is_article_file(const SourceFile& file) {
  const std::string_view text = trimmed(without_byte_order_mark(file.bytes.substr(0, 4096)));
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const auto has = [&](std::string_view name) { return text.find(name) != std::string_view::npos; };
  return has("\"system\"") && has("\"code\"") && has("\"sections\"") && !has("\"resourceType\"");
}

Result<SourceContent> read_articles(const SourceFile& file) {
  const Result<Done> encoding = check_utf8(file.name, file.bytes);
  if (!encoding) return encoding.error();
  const Result<json> tree = parse_bounded_json(file);
  if (!tree) return tree.error();
  SourceContent content = start_content(file, "articles", SourceRole::Local);
  if (tree->is_array()) {
    for (const json& value : *tree) take_article(file, value, content);
  } else {
    take_article(file, *tree, content);
  }
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  return content;
}

}  // namespace medcode
