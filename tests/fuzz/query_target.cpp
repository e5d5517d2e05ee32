// Is any text read as a query, printed so that it reads the same again, and said to OpenSearch?
#include <nlohmann/json.hpp>

#include "core/cli/opensearch_query.hpp"
#include "core/query/parser.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/query/reading_complaint.hpp"

namespace medcode::fuzz {

/// The first byte says whether it is being typed.
std::string complain_of_query(std::string_view bytes) {
  if (bytes.empty()) return {};
  const bool is_typing = (static_cast<unsigned char>(bytes[0]) & 1U) != 0;
  const std::string text(bytes.substr(1));
  std::string complaint = query::testing::reading_complaint(text, is_typing);
  const std::string translated = opensearch_query(query::parse(text, {is_typing}).ast);
  if (!nlohmann::json::accept(translated)) complaint += "not JSON for OpenSearch: " + translated;
  return complaint;
}

}  // namespace medcode::fuzz
