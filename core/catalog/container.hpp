// How do sections become one file, and come back unharmed?
//
// Exports write_container and Container: magic, version, a table of sections (tag, CRC-32, offset, size), the
// checksum of that table, then the sections. Held by tests/catalog/container_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/catalog/format.hpp"

namespace medcode::catalog {

/// One content for each Section, by its number.
using Sections = std::array<std::string, section_tags.size()>;

/// Returns the bytes of the file.
std::string write_container(const Sections& sections);

/// Gives the sections of a file's bytes, whose checksums have been compared.
class Container {
 public:
  /// Reads the table and compares every checksum. Errors: BadFormat (no catalog), WrongVersion, Truncated,
  /// Damaged (naming the section). The bytes must outlive the container.
  static Result<Container> open(std::string_view bytes);

  std::string_view section(Section which) const { return sections_[static_cast<std::size_t>(which)]; }

  const std::array<std::string_view, section_tags.size()>& sections() const { return sections_; }

  /// Returns the catalog's identity: the checksum of its section table, eight hexadecimal digits.
  std::string id() const;

 private:
  std::array<std::string_view, section_tags.size()> sections_;
  std::uint32_t table_checksum_ = 0;
};

}  // namespace medcode::catalog
