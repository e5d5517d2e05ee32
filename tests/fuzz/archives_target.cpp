// Is any zip, workbook or gzip unpacked or refused by name?
#include "core/cli/gzip.hpp"
#include "core/sources/readers.hpp"
#include "core/sources/workbook.hpp"
#include "core/sources/zip.hpp"
#include "tests/fuzz/source_input.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/support/stored_zip.hpp"

namespace medcode::fuzz {
namespace {

std::string complain_of_error(const Error& error) { return error.message.empty() || error.advice.empty() ? "refused without a sentence or advice" : ""; }

std::string complain_of_zip(std::string_view bytes) {
  const Result<std::vector<ZipMember>> members = read_zip({"a.zip", bytes});
  if (!members.ok()) return complain_of_error(members.error());
  std::vector<SourceFile> files;
  for (const ZipMember& member : *members) files.push_back({member.name, member.bytes});
  for (const SourceFile& file : files) static_cast<void>(recognise(file));
  return {};
}

/// Packs and unpacks: the second time the same bytes come out.
std::string complain_of_gzip(std::string_view bytes) {
  const Result<std::string> inflated = gunzip(bytes);
  if (!inflated.ok()) return complain_of_error(inflated.error());
  const Result<std::string> again = gunzip(gzip(*inflated));
  return again.ok() && *again == *inflated ? "" : "what was packed does not unpack to the same";
}

std::string complain_of_workbook(std::string_view bytes) {
  const Result<std::vector<SheetRow>> rows = read_first_sheet({"a.xlsx", bytes});
  if (!rows.ok()) return complain_of_error(rows.error());
  for (const SheetRow& row : *rows) {
    if (row.cells.size() > max_sheet_columns) return "more columns than the limit";
  }
  return {};
}

/// Stores the files of the input in a zip, whose checksums are then right, and reads it as a workbook.
std::string complain_of_stored(std::string_view bytes) {
  std::vector<std::pair<std::string, std::string>> members;
  for (const NamedFile& file : split_files(bytes)) members.emplace_back(file.name, file.bytes);
  return complain_of_workbook(testing::stored_zip(members));
}

}  // namespace

/// The first byte says what the rest is: Z zip, G gzip, W workbook, any other the parts of a workbook.
std::string complain_of_archives(std::string_view bytes) {
  if (bytes.empty()) return {};
  const std::string_view rest = bytes.substr(1);
  switch (bytes[0]) {
    case 'Z': return complain_of_zip(rest);
    case 'G': return complain_of_gzip(rest);
    case 'W': return complain_of_workbook(rest);
    default: return complain_of_stored(rest);
  }
}

}  // namespace medcode::fuzz
