#include "tests/fuzz/catalog_bytes.hpp"

#include <algorithm>

#include "core/base/bytes.hpp"
#include "core/base/checksum.hpp"
#include "core/catalog/companion_format.hpp"

namespace medcode::fuzz {
namespace {

constexpr std::size_t companion_header_bytes = catalog::companion_magic.size() + 8;

}  // namespace

std::pair<std::string_view, std::string_view> split_input(std::string_view bytes) {
  std::size_t at = std::string_view::npos;  // the last one; found from the front, which is many times faster than rfind
  for (std::size_t next = bytes.find(catalog::companion_magic); next != std::string_view::npos; next = bytes.find(catalog::companion_magic, next + 1)) at = next;
  if (at == std::string_view::npos) return {bytes, {}};
  return {bytes.substr(0, at), bytes.substr(at)};
}

CatalogBytes CatalogBytes::take_apart(std::string_view bytes) {
  const auto [file, companion] = split_input(bytes);
  CatalogBytes parts;
  if (companion.size() > companion_header_bytes) parts.companion = companion.substr(companion_header_bytes);
  ByteReader reader(file);
  reader.raw(catalog::header_bytes);
  for (std::string& section : parts.sections) {
    reader.u64();  // tag and checksum
    const std::uint64_t offset = reader.u64();
    const std::uint64_t size = reader.u64();
    if (!reader.ok() || offset > file.size()) continue;
    section = file.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(std::min<std::uint64_t>(size, file.size())));
  }
  return parts;
}

std::string CatalogBytes::put_together() const {
  std::string bytes = catalog::write_container(sections);
  if (companion.empty()) return bytes;
  std::string body = companion;
  if (const Result<catalog::Container> container = catalog::Container::open(bytes); container.ok() && body.size() > 8 && body[0] == 8) {
    body.replace(1, 8, container->id());
  }
  ByteWriter writer;
  writer.raw(catalog::companion_magic);
  writer.u32(catalog::companion_version);
  writer.u32(crc32(body));
  return bytes + writer.bytes() + body;
}

}  // namespace medcode::fuzz
