#include "core/catalog/companion.hpp"

#include "core/base/bytes.hpp"
#include "core/base/checksum.hpp"
#include "core/catalog/companion_format.hpp"

namespace medcode::catalog {
namespace {

Error wrong(ErrorCode code, const char* message) { return Error{code, message, "Take the catalog and its details from one build.", {}}; }

}  // namespace

Result<Companion> Companion::open(std::string_view bytes, std::string_view catalog_id) {
  ByteReader reader(bytes);
  if (reader.raw(companion_magic.size()) != companion_magic) return wrong(ErrorCode::BadFormat, "These bytes are no mappings and notes of a catalog.");
  if (reader.u32() != companion_version) return wrong(ErrorCode::WrongVersion, "The mappings and notes are of another version.");
  const std::uint32_t checksum = reader.u32();
  if (!reader.ok() || crc32(bytes.substr(bytes.size() - reader.remaining())) != checksum) return wrong(ErrorCode::Damaged, "The mappings and notes are damaged.");
  if (reader.text() != catalog_id) return wrong(ErrorCode::UnknownReference, "The mappings and notes belong to another catalog.");
  Companion companion{std::string(reader.text()), std::string(reader.text())};
  if (!reader.ok() || !reader.at_end()) return wrong(ErrorCode::Damaged, "The mappings and notes are damaged.");
  return companion;
}

}  // namespace medcode::catalog
