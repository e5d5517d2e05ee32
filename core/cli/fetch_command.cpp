// Files are written under another name until they are whole and checked.
#include "core/cli/fetch_command.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>
#include <string_view>
#include <system_error>

#include "core/cli/curl.hpp"
#include "core/cli/sha256.hpp"
#include "core/cli/source_files.hpp"
#include "core/sources/zip.hpp"

namespace medcode {
namespace {

namespace filesystem = std::filesystem;

/// Is one run of the command.
struct Fetch {
  const FetchOptions& options;
  std::ostream& out;
  std::ostream& problems;
  bool complete = true;
  std::set<std::string> done = {};  ///< addresses: two systems may share a file

  void complain(const std::string& sentence) {
    problems << "medcode: " << sentence << '\n';
    complete = false;
  }
};

std::string sha256_of_file(const filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  Sha256 checksum;
  std::string piece(std::size_t{1} << 16U, '\0');
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    checksum.add(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  return checksum.finish();
}

/// Returns whether the file begins as a web page does: what servers send that want a login first.
bool is_web_page(const filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(256, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  std::transform(head.begin(), head.end(), head.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  const std::string_view start = std::string_view(head).substr(first);
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

/// Returns whether it can be told that the file is whole: only then is a part of it continued.
bool is_checkable(const Download& download) { return download.file.ends_with(".zip") || !download.sha256.empty(); }

/// Returns what is wrong with a downloaded file, empty when nothing is.
std::string fault_of(const Download& download, const filesystem::path& path) {
  if (is_web_page(path)) return "the server sent a web page instead of " + download.file + "; it may ask for a login";
  if (!download.sha256.empty()) {
    const std::string found = sha256_of_file(path);
    if (found != download.sha256) return "the checksum of " + download.file + " differs: sha256 " + found + " instead of " + download.sha256;
  }
  if (!download.file.ends_with(".zip")) return {};
  const Result<std::string> bytes = read_file(path.string());
  if (!bytes) return bytes.error().message;
  const Result<std::vector<ZipMember>> members = read_zip({download.file, *bytes});
  return members ? std::string() : download.file + " cannot be opened: " + members.error().message;
}

std::string url_of(const FetchOptions& options, const Download& download) {
  if (options.base_url.empty()) return download.url;
  return options.base_url + (options.base_url.ends_with('/') ? "" : "/") + download.file;
}

void fetch_file(Fetch& fetch, const OfficialSource& source, const Download& download) {
  const filesystem::path folder = filesystem::path(fetch.options.folder) / source.id;
  const filesystem::path path = folder / download.file;
  const filesystem::path part = folder / (download.file + ".part");
  const std::string url = url_of(fetch.options, download);
  if (!fetch.done.insert(url).second) return;
  std::error_code fault;
  if (filesystem::exists(path, fault) && fault_of(download, path).empty()) {
    fetch.out << source.id << ": " << download.file << " is there already\n";
    return;
  }
  filesystem::create_directories(folder, fault);
  if (fault) return fetch.complain("The folder " + folder.string() + " cannot be made: " + fault.message() + ".");
  if (!is_checkable(download)) filesystem::remove(part, fault);
  const bool continued = filesystem::exists(part, fault);
  const Transfer transfer{fetch.options.program, url, part.string(), fetch.options.shows_progress};
  Result<Done> downloaded = download_with_curl(transfer);
  std::string wrong = downloaded ? fault_of(download, part) : std::string();
  if (!wrong.empty() && continued) {  // the part was of another release
    filesystem::remove(part, fault);
    downloaded = download_with_curl(transfer);
    wrong = downloaded ? fault_of(download, part) : std::string();
  }
  if (!downloaded) return fetch.complain(downloaded.error().message + " " + downloaded.error().advice + " Its page is " + source.page);
  if (!wrong.empty()) {
    filesystem::remove(part, fault);
    return fetch.complain(url + " was not kept: " + wrong + (wrong.back() == '.' ? "" : ".") + " Get it from " + source.page);
  }
  filesystem::rename(part, path, fault);
  if (fault) return fetch.complain(part.string() + " cannot be renamed: " + fault.message() + ".");
  fetch.out << source.id << ": " << path.string() << ", " << filesystem::file_size(path, fault) << " bytes\n";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void fetch_system(Fetch& fetch, const OfficialSource& source, bool asked_by_name) {
  const std::string where = "Get " + joined(source.files) + " from " + source.page + " and put them into the folder you build from.";
  if (source.free && !source.downloads.empty()) {
    for (const Download& download : source.downloads) fetch_file(fetch, source, download);
    return;
  }
  const std::string sentence = source.free ? source.title + " has no address that stays. " + where
                                           : source.title + " needs a licence (" + source.licence + "). " + where;
  if (asked_by_name) return fetch.complain(sentence);
  fetch.out << sentence << '\n';
}

const OfficialSource* find_source(std::span<const OfficialSource> table, std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const OfficialSource& each) { return each.id == id; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace

int run_fetch(const FetchOptions& options, std::span<const OfficialSource> table, std::ostream& out, std::ostream& problems) {
  Fetch fetch{options, out, problems};
  if (!options.base_url.empty() && !options.base_url.starts_with("http://") && !options.base_url.starts_with("https://")) {
    fetch.complain("The base URL \"" + options.base_url + "\" does not begin with http:// or https://.");
    return 1;
  }
  for (const std::string& name : options.systems) {
    if (name == "all") {
      for (const OfficialSource& source : table) fetch_system(fetch, source, false);
      continue;
    }
    const std::span<const std::string_view> ids = systems_of_alias(name);
    if (ids.empty()) fetch.complain("There is no system \"" + name + "\"; `medcode sources` lists them.");
    for (const std::string_view id : ids) {
      const OfficialSource* source = find_source(table, id);
      if (source != nullptr) {
        fetch_system(fetch, *source, true);
      } else {
        fetch.complain("The table of sources has no system \"" + std::string(id) + "\".");
      }
    }
  }
  return fetch.complete ? 0 : 1;
}

}  // namespace medcode
