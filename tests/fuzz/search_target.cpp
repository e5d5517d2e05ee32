// Does the engine answer any text with a right page of one list, marked inside its names, in right JSON?
#include "core/api/json_api.hpp"
#include "tests/fuzz/json_complaint.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::fuzz {
namespace {

bool are_inside(const std::vector<query::Span>& spans, const std::string& text) {
  std::size_t last = 0;
  for (const query::Span& span : spans) {
    if (span.begin < last || span.begin >= span.end || span.end > text.size()) return false;
    last = span.end;
  }
  return true;
}

std::string complain_of_hits(const search::Answer& answer) {
  for (const search::Hit& hit : answer.hits) {
    if (hit.number >= testing::hand_made_engine().catalog().concept_count()) return "a hit that is no concept\n";
    if (!are_inside(hit.spans, hit.display)) return "marks outside " + hit.display + "\n";
    if (hit.matched && !are_inside(hit.matched->spans, hit.matched->text)) return "marks outside " + hit.matched->text + "\n";
    if (hit.why.empty()) return "no reason for " + hit.display + "\n";
  }
  return {};
}

/// Compares a page with the same part of the whole list.
std::string complain_of_page(const std::string& text, search::SearchOptions options, std::size_t offset) {
  const Engine& engine = testing::hand_made_engine();
  const search::Answer all = engine.search(text, options);
  if (all.total != all.hits.size()) return "not all answers are listed\n";
  options.offset = offset;
  options.limit = 2;
  const search::Answer page = engine.search(text, options);
  if (page.total != all.total) return "the total depends on the page\n";
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    if (offset + i >= all.hits.size() || page.hits[i].number != all.hits[offset + i].number) return "the page is not that part of the list\n";
  }
  return complain_of_hits(all);
}

}  // namespace

/// The first byte: is it typed (1), is it a filter (2), only one system (4), offset of a page (the rest).
std::string complain_of_search(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto choice = static_cast<unsigned char>(bytes[0]);
  const std::string text(bytes.substr(1));
  const Engine& engine = testing::hand_made_engine();
  search::SearchOptions options;
  options.limit = search::max_limit;
  options.is_typing = (choice & 1U) != 0;
  if ((choice & 2U) != 0) options.filter = text.substr(text.size() / 2);
  if ((choice & 4U) != 0) options.systems = {"icd10cm"};
  std::string complaint = complain_of_page(text, options, choice >> 3U);
  complaint += json_complaint("search", api::search_json(engine, text, options, true));
  complaint += json_complaint("suggest", api::suggest_json(engine, text, 8));
  complaint += json_complaint("show", api::show_json(engine, "icd10cm", text));
  complaint += json_complaint("browse", api::browse_json(engine, "icd10cm", text, choice >> 3U, 3));
  return complaint;
}

}  // namespace medcode::fuzz
