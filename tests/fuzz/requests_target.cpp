// Is any request, detail pack, lexicon or table of sources answered, or refused by name?
#include <sstream>

#include "core/api/details_json.hpp"
#include "core/api/json_api.hpp"
#include "core/cli/opensearch_export.hpp"
#include "core/cli/text_output.hpp"
#include "core/sources/source_table.hpp"
#include "core/text/lexicon.hpp"
#include "tests/fuzz/json_complaint.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/hand_made_engine.hpp"

namespace medcode::fuzz {
namespace {

/// Shows a concept with what a damaged pack says of it, of a code above and of its chapter.
std::string complain_of_pack(const std::string& pack) {
  const Engine& engine = testing::hand_made_engine();
  const std::string details = api::find_in_pack(pack, "E11.9");
  std::string shown = api::join_details(api::show_json(engine, "icd10cm", "E11.9"), details);
  shown = api::join_inherited_notes(shown, "E11", api::find_in_pack(pack, "E11"));
  shown = api::join_inherited_notes(shown, "E08-E13", api::find_group_in_pack(pack, "E08-E13"));
  std::ostringstream out;
  write_concept(out, shown);
  const std::uint32_t number = *engine.find("icd10cm", "E11.9");
  return json_complaint("show", shown) + json_complaint("document", opensearch_document(engine.catalog(), number, details, pack.substr(0, 40)));
}

std::string complain_of_lexicon(const std::string& bytes) {
  const Result<std::vector<text::LexiconEntry>> entries = text::read_lexicon_file("lay.tsv", bytes);
  if (!entries.ok()) return entries.error().message.empty() || entries.error().advice.empty() ? "refused without a sentence or advice" : "";
  const std::string written = text::write_lexicon(*entries);
  const text::Lexicon lexicon(written);
  std::vector<text::LexiconMatch> matches;
  for (const text::LexiconEntry& entry : *entries) lexicon.find(std::vector<std::string>{entry.from, "stent"}, matches);
  return {};
}

std::string complain_of_table(const std::string& bytes) {
  const Result<std::vector<OfficialSource>> sources = read_source_table({"sources.json", bytes});
  if (!sources.ok()) return sources.error().message.empty() || sources.error().advice.empty() ? "refused without a sentence or advice" : "";
  for (const OfficialSource& source : *sources) {
    for (const Download& download : source.downloads) {
      if (download.file.find('/') != std::string::npos || !download.url.starts_with("https://")) return "a download that may write or fetch anywhere";
    }
  }
  return {};
}

}  // namespace

/// The first byte says what the rest is: P detail pack, L lexicon, T table of sources, any other a search request.
std::string complain_of_requests(std::string_view bytes) {
  if (bytes.empty()) return {};
  const std::string rest(bytes.substr(1));
  switch (bytes[0]) {
    case 'P': return complain_of_pack(rest);
    case 'L': return complain_of_lexicon(rest);
    case 'T': return complain_of_table(rest);
    default: return json_complaint("search", api::search_request_json(testing::hand_made_engine(), rest));
  }
}

}  // namespace medcode::fuzz
