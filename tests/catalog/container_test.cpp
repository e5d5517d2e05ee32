// Is a catalog that is not whole and sound refused, with a sentence that says what to do?
#include "core/catalog/container.hpp"

#include <gtest/gtest.h>

#include "core/base/bytes.hpp"
#include "core/base/checksum.hpp"
#include "core/catalog/catalog.hpp"
#include "core/engine.hpp"
#include "tests/support/catalog_content.hpp"

namespace medcode::catalog {
namespace {

std::string small_catalog() {
  Result<std::string> bytes = medcode::testing::hand_made_content().build();
  return bytes.ok() ? std::move(bytes).value() : std::string();
}

Error error_of(std::string_view bytes) {
  const Result<Catalog> catalog = Catalog::open(bytes);
  return catalog.ok() ? Error{ErrorCode::NotFound, "It opened.", "", {}} : catalog.error();
}

/// Returns `bytes` with the checksums of one section and of the table made right again.
std::string with_right_checksums(std::string bytes, std::size_t section) {
  const std::size_t entry = header_bytes + section * section_entry_bytes;
  ByteReader reader(std::string_view(bytes).substr(entry + 8));
  const std::uint64_t offset = reader.u64();
  const std::uint64_t size = reader.u64();
  ByteWriter checksum;
  checksum.u32(crc32(std::string_view(bytes).substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size))));
  bytes.replace(entry + 4, 4, checksum.bytes());
  const std::size_t table_end = header_bytes + section_tags.size() * section_entry_bytes;
  ByteWriter table;
  table.u32(crc32(std::string_view(bytes).substr(0, table_end)));
  bytes.replace(table_end, 4, table.bytes());
  return bytes;
}

TEST(Container, GivesEverySectionAsItWasWritten) {
  Sections sections;
  for (std::size_t i = 0; i < sections.size(); ++i) sections[i] = std::string(i * 3, static_cast<char>('a' + i));
  const std::string bytes = write_container(sections);
  const Result<Container> container = Container::open(bytes);
  ASSERT_TRUE(container.ok()) << to_string(container.error());
  for (std::size_t i = 0; i < sections.size(); ++i) EXPECT_EQ(container->section(static_cast<Section>(i)), sections[i]);
  EXPECT_EQ(container->id().size(), 8U);
  sections[3] += "other";
  const std::string other = write_container(sections);
  EXPECT_NE(Container::open(other)->id(), container->id());
}

TEST(Container, RefusesEveryTruncation) {
  const std::string bytes = small_catalog();
  ASSERT_GT(bytes.size(), 500U);
  ASSERT_TRUE(Catalog::open(bytes).ok());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Error error = error_of(std::string_view(bytes).substr(0, size));
    ASSERT_TRUE(error.code == ErrorCode::Truncated || (size == 0 && error.code == ErrorCode::Empty)) << size << ' ' << to_string(error);
    ASSERT_NE(error.advice.find("medcode build"), std::string::npos) << size;
  }
}

TEST(Container, RefusesEveryChangedByte) {
  std::string bytes = small_catalog();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int change : {1, 0xFF}) {
      bytes[at] = static_cast<char>(bytes[at] ^ change);
      ASSERT_FALSE(Catalog::open(bytes).ok()) << at;
      bytes[at] = static_cast<char>(bytes[at] ^ change);
    }
  }
}

TEST(Container, IsHarmlessWhenAForgerMadeTheChecksumsRight) {
  const std::string bytes = small_catalog();
  const Result<Container> container = Container::open(bytes);
  ASSERT_TRUE(container.ok());
  std::size_t opened = 0;
  for (std::size_t section = 0; section < section_tags.size(); ++section) {
    const std::string_view content = container->section(static_cast<Section>(section));
    const auto begin = static_cast<std::size_t>(content.data() - bytes.data());
    for (std::size_t i = 0; i < content.size(); ++i) {
      for (const int change : {1, 0xFF}) {
        std::string forged = bytes;
        forged[begin + i] = static_cast<char>(forged[begin + i] ^ change);
        const Result<Engine> engine = Engine::open(with_right_checksums(std::move(forged), section));
        if (!engine.ok()) continue;
        ++opened;
        if (i % 16 == 0) {
          for (std::uint32_t number = 0; number < engine->catalog().concept_count(); ++number) engine->neighbourhood(number);
        }
        const search::Answer answer = engine->search("fracture tibia OR under:E11");
        EXPECT_LE(answer.hits.size(), 20U);
      }
    }
  }
  EXPECT_GT(opened, 0U);
}

TEST(Container, SaysWhatIsWrongAndWhatToDo) {
  struct Wrong {
    std::string_view bytes, message;
    ErrorCode code;
  };
  const std::string catalog = small_catalog();
  std::string newer = catalog;
  newer[8] = 9;
  std::string unix_line_ends = catalog;
  unix_line_ends.erase(6, 1);
  std::string last_byte = catalog;
  last_byte.back() = static_cast<char>(last_byte.back() ^ 1);
  for (const Wrong& wrong :
       {Wrong{"", "The catalog is empty.", ErrorCode::Empty},
        Wrong{"\x1f\x8b\x08\x00\x00", "These bytes are still compressed with gzip.", ErrorCode::BadFormat},
        Wrong{"<!doctype html>", "These bytes are not a medical code catalog: they do not start with MEDCAT.", ErrorCode::BadFormat},
        Wrong{unix_line_ends, "These bytes are not a medical code catalog: they do not start with MEDCAT.", ErrorCode::BadFormat},
        Wrong{std::string_view(catalog).substr(0, 100), "The catalog ends within its header.", ErrorCode::Truncated},
        Wrong{std::string_view(catalog).substr(0, catalog.size() - 1), "The catalog ends within its section PACK.", ErrorCode::Truncated},
        Wrong{newer, "The catalog has format version 9, this program reads version 2.", ErrorCode::WrongVersion},
        Wrong{last_byte, "The catalog's section PACK is damaged: its checksum differs.", ErrorCode::Damaged}}) {
    const Error error = error_of(wrong.bytes);
    EXPECT_EQ(error.message, wrong.message);
    EXPECT_EQ(error.code, wrong.code) << wrong.message;
    EXPECT_FALSE(error.advice.empty()) << wrong.message;
  }
}

}  // namespace
}  // namespace medcode::catalog
