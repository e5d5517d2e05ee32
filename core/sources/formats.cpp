// The offering of files to a table of formats. Held by tests/sources/readers_test.cpp.
#include "core/sources/formats.hpp"

#include <utility>

#include "core/sources/foreign_files.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// Offers the files not yet taken to one group reader. Returns whether it took any.
bool read_group(const GroupReader& reader, std::span<const SourceFile> files, std::vector<bool>& taken, FolderReading& reading) {
  std::vector<SourceFile> free;
  std::vector<std::size_t> places;
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (taken[index]) continue;
    free.push_back(files[index]);
    places.push_back(index);
  }
  const std::vector<std::size_t> chosen = reader.takes(free);
  std::vector<SourceFile> together;
  for (const std::size_t index : chosen) {
    together.push_back(free[index]);
    taken[places[index]] = true;
  }
  if (together.empty()) return false;
  Result<std::vector<SourceContent>> contents = reader.read(together);
  if (!contents) {
    reading.errors.push_back(contents.error());
    return true;
  }
  for (SourceContent& content : *contents) reading.contents.push_back(std::move(content));
  return true;
}

}  // namespace

const Reader* recognise(const SourceFile& file, const Formats& formats) {
  for (const Reader& reader : formats.readers) {
    if (reader.recognises(file)) return &reader;
  }
  return nullptr;
}

std::string reason_to_skip(const SourceFile& file, const Formats& formats) {
  for (const ForeignFile& foreign : formats.foreign) {
    if (foreign.recognises(file)) return std::string(foreign.reason);
  }
  return "no reader knows this format";
}

FolderReading read_folder(std::span<const SourceFile> files, const Formats& formats) {
  FolderReading reading;
  std::vector<bool> taken(files.size(), false);
  for (const GroupReader& reader : formats.groups) {
    while (read_group(reader, files, taken, reading)) continue;
  }
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (taken[index]) continue;
    const SourceFile& file = files[index];
    if (is_empty_file(file)) {
      reading.errors.push_back(empty_file(file, "file"));
      continue;
    }
    const Reader* reader = recognise(file, formats);
    if (reader == nullptr) {
      reading.skipped.push_back(SkippedFile{file.name, reason_to_skip(file, formats)});
      continue;
    }
    Result<SourceContent> content = reader->read(file);
    if (content) {
      reading.contents.push_back(std::move(*content));
    } else {
      reading.errors.push_back(content.error());
    }
  }
  return reading;
}

}  // namespace medcode
