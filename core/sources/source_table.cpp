// Every member of an entry is checked, so that the commands can rely on it.
#include "core/sources/source_table.hpp"

#include <algorithm>
#include <regex>
#include <string_view>
#include <utility>

#include "core/sources/bounded_json.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

using nlohmann::json;

struct TextMember {
  const char* key;
  std::string OfficialSource::*field;
};

constexpr TextMember text_members[] = {
    {"id", &OfficialSource::id},           {"title", &OfficialSource::title},     {"publisher", &OfficialSource::publisher},
    {"page", &OfficialSource::page},       {"format", &OfficialSource::format},   {"licence", &OfficialSource::licence},
    {"notice", &OfficialSource::notice},   {"uri", &OfficialSource::uri},         {"codeShape", &OfficialSource::code_shape}};

bool is_https(std::string_view address) { return address.starts_with("https://") && address.size() > 8; }

bool is_plain_file_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.front() != '-' && name.find_first_of("/\\:\n") == std::string_view::npos;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_regular_expression(const std::string& text) {
  try {
    const std::regex shape(text, std::regex::ECMAScript);
    return true;
  } catch (const std::regex_error&) {
    return false;
  }
}

/// Returns what is wrong with a download, empty when nothing is.
std::string fault_of(const Download& download) {
  if (!is_https(download.url)) return "the download address " + quoted(std::string_view(download.url)) + " is not https";
  if (!is_plain_file_name(download.file)) return "the download file " + quoted(std::string_view(download.file)) + " is no plain file name";
  if (!download.sha256.empty() && !is_sha256(download.sha256)) return "the sha256 of " + download.file + " is not 64 hexadecimal digits";
  return {};
}

/// Returns what is wrong with an entry whose texts are all there, empty when nothing is.
std::string fault_of(const OfficialSource& source) {
  if (!is_https(source.page)) return "the page " + quoted(std::string_view(source.page)) + " is not https";
  if (source.files.empty()) return "the member \"files\" names no file";
  if (!is_regular_expression(source.code_shape)) return "the codeShape " + quoted(std::string_view(source.code_shape)) + " is no regular expression";
  if (!source.free && !source.downloads.empty()) return "it needs a licence, so it must have no downloads";
  for (const Download& download : source.downloads) {
    std::string fault = fault_of(download);
    if (!fault.empty()) return fault;
  }
  return {};
}

/// Fills `source`; returns what is wrong, empty when nothing is.
std::string read_entry(const json& entry, OfficialSource& source) {
  for (const TextMember& text : text_members) {
    source.*(text.field) = text_member(entry, text.key);
    if ((source.*(text.field)).empty()) return "the member " + quoted(std::string_view(text.key)) + " is missing or empty";
  }
  const json& free = member(entry, "free");
  if (!free.is_boolean()) return "the member \"free\" is not true or false";
  source.free = free.get<bool>();
  for (const json& file : array_member(entry, "files")) source.files.push_back(scalar_text(file));
  for (const json& each : array_member(entry, "downloads")) {
    source.downloads.push_back({text_member(each, "url"), text_member(each, "file"), text_member(each, "sha256")});
  }
  return fault_of(source);
}

}  // namespace

Result<std::vector<OfficialSource>> read_source_table(const SourceFile& file) {
  const Result<json> tree = parse_bounded_json(file);
  if (!tree) return tree.error();
  const std::string advice = "Correct the entry; the members are described in core/sources/source_table.hpp.";
  const json& entries = array_member(*tree, "sources");
  if (entries.empty()) return bad_format(file, 0, "The table has no \"sources\".", advice);
  std::vector<OfficialSource> sources;
  for (const json& entry : entries) {
    OfficialSource source;
    std::string fault = read_entry(entry, source);
    const auto same = [&](const OfficialSource& each) { return each.id == source.id; };
    if (fault.empty() && std::any_of(sources.begin(), sources.end(), same)) fault = "its id stands twice in the table";
    if (!fault.empty()) {
      const std::string name = source.id.empty() ? std::to_string(sources.size() + 1) : quoted(std::string_view(source.id));
      return bad_format(file, 0, "In the entry " + name + " " + fault + ".", advice);
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace medcode
