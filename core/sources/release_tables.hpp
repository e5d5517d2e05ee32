// How are the tables of a release found and read that comes as several files, flat or in subfolders?
//
// Exports the one walk that LOINC, RxNorm, SNOMED CT and Athena share. A format says which kind of table a file is
// (`table_of`, an optional of its own enum) and reads one table; here the files are chosen and put into order:
//
//   Loinc_2.77/LoincTable/Loinc.csv
//   Loinc_2.78/LoincTable/Loinc.csv                                  the larger: the main table
//   Loinc_2.77/AccessoryFiles/PartFile/LoincPartLink_Primary.csv     shares no folder with it
//   Loinc_2.78/AccessoryFiles/PartFile/LoincPartLink_Primary.csv     shares one: belongs to it
//
// Held by tests/sources/release_tables_test.cpp and the tests of the formats.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns the place of the file with most bytes among `places`, the first of equals; nothing where there are none.
std::optional<std::size_t> largest_of(std::span<const SourceFile> files, std::span<const std::size_t> places);

/// Returns those of `places` whose files share most folders with the file at `main`, in their order.
std::vector<std::size_t> nearest_to(std::span<const SourceFile> files, std::span<const std::size_t> places, std::size_t main);

/// Returns the places of the files that are tables of kind `kind`.
template <typename TableOf, typename Table>
std::vector<std::size_t> places_of(std::span<const SourceFile> files, TableOf table_of, Table kind) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < files.size(); ++place) {
    if (table_of(files[place]) == kind) places.push_back(place);
  }
  return places;
}

/// Reads the tables of the kinds in `order`, kind by kind, by `read(kind, file)`; contents[i] becomes that of files[i].
/// Requires: as many contents as files.
template <typename Table, typename TableOf, typename Read>
Result<Done> read_tables(std::span<const SourceFile> files, std::span<const Table> order, TableOf table_of, Read read,
                         std::vector<SourceContent>& contents) {
  for (const Table kind : order) {
    for (const std::size_t place : places_of(files, table_of, kind)) {
      Result<SourceContent> content = read(kind, files[place]);
      if (!content) return content.error();
      contents[place] = std::move(*content);
    }
  }
  return Done{};
}

/// Returns the place of the table of kind `kind` of which most rows were read, the first of equals; nothing where there
/// is none. Requires: contents[i] is what was read of files[i].
template <typename TableOf, typename Table>
std::optional<std::size_t> fullest_of(std::span<const SourceFile> files, TableOf table_of, Table kind,
                                      std::span<const SourceContent> contents) {
  std::optional<std::size_t> fullest;
  for (const std::size_t place : places_of(files, table_of, kind)) {
    if (!fullest || contents[place].report.read > contents[*fullest].report.read) fullest = place;
  }
  return fullest;
}

}  // namespace medcode
