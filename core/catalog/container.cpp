#include "core/catalog/container.hpp"

#include <algorithm>

#include "core/base/bytes.hpp"
#include "core/base/checksum.hpp"

namespace medcode::catalog {
namespace {

constexpr std::string_view fetch_again = "Fetch it again, or build it again with `medcode build`.";

Error damaged(std::string message) { return Error{ErrorCode::Damaged, std::move(message), std::string(fetch_again), {}}; }

Error not_a_catalog(std::string_view bytes) {
  if (bytes.starts_with("\x1f\x8b")) {
    return Error{ErrorCode::BadFormat, "These bytes are still compressed with gzip.", "Inflate them before opening the catalog.", {}};
  }
  return Error{ErrorCode::BadFormat, "These bytes are not a medical code catalog: they do not start with MEDCAT.",
               "Give a file made by `medcode build`; if it was downloaded, check that the server did not send an error page.", {}};
}

std::size_t table_end() { return header_bytes + section_tags.size() * section_entry_bytes; }

}  // namespace

std::string write_container(const Sections& sections) {
  ByteWriter table;
  table.raw(magic);
  table.u32(format_version);
  table.u32(static_cast<std::uint32_t>(sections.size()));
  std::uint64_t offset = table_end() + 4;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    table.raw(section_tags[i]);
    table.u32(crc32(sections[i]));
    table.u64(offset);
    table.u64(sections[i].size());
    offset += sections[i].size();
  }
  table.u32(crc32(table.bytes()));
  std::string bytes = std::move(table).bytes();
  for (const std::string& section : sections) bytes += section;
  return bytes;
}

Result<Container> Container::open(std::string_view bytes) {
  if (bytes.empty()) return Error{ErrorCode::Empty, "The catalog is empty.", std::string(fetch_again), {}};
  if (!bytes.starts_with(magic.substr(0, std::min(magic.size(), bytes.size())))) return not_a_catalog(bytes);
  if (bytes.size() < table_end() + 4) {
    return Error{ErrorCode::Truncated, "The catalog ends within its header.", std::string(fetch_again), {}};
  }
  ByteReader reader(bytes);
  reader.raw(magic.size());
  if (const std::uint32_t version = reader.u32(); version != format_version) {
    return Error{ErrorCode::WrongVersion,
                 "The catalog has format version " + std::to_string(version) + ", this program reads version " + std::to_string(format_version) + ".",
                 "Use program and catalog of one release, or build the catalog again.", {}};
  }
  Container container;
  container.table_checksum_ = crc32(bytes.substr(0, table_end()));
  if (ByteReader(bytes.substr(table_end())).u32() != container.table_checksum_ || reader.u32() != section_tags.size()) {
    return damaged("The catalog's section table is damaged.");
  }
  for (std::size_t i = 0; i < section_tags.size(); ++i) {
    const std::string tag(reader.raw(4));
    const std::uint32_t checksum = reader.u32();
    const std::uint64_t offset = reader.u64();
    const std::uint64_t size = reader.u64();
    if (tag != section_tags[i]) return damaged("The catalog's section table names `" + tag + "` where `" + std::string(section_tags[i]) + "` belongs.");
    if (offset > bytes.size() || size > bytes.size() - offset) {
      return Error{ErrorCode::Truncated, "The catalog ends within its section " + tag + ".", std::string(fetch_again), {}};
    }
    container.sections_[i] = bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
    if (crc32(container.sections_[i]) != checksum) return damaged("The catalog's section " + tag + " is damaged: its checksum differs.");
  }
  return container;
}

std::string Container::id() const {
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits.push_back("0123456789abcdef"[table_checksum_ >> shift & 0xFU]);
  return digits;
}

}  // namespace medcode::catalog
