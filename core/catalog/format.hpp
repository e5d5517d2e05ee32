// What are the fixed numbers of the catalog's format?
//
// FORMAT.md shows the format by example. Held by tests/catalog/format_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medcode::catalog {

/// First eight bytes of every catalog. The line ends show a transfer that changed them.
inline constexpr std::string_view magic = "MEDCAT\r\n";

/// Version of the format this program writes and reads; another one is refused.
inline constexpr std::uint32_t format_version = 2;

/// Bytes of the header before the section table: magic, version, number of sections.
inline constexpr std::size_t header_bytes = 16;

/// Bytes of one entry of the section table: tag, CRC-32, offset, size.
inline constexpr std::size_t section_entry_bytes = 24;

/// Every section, in file order. A tag has four letters.
enum class Section : std::uint8_t {
  Systems, CodePrefixes, CodeSuffixes, Flags, Parents, Usage, NameCounts, NameUses, NamePrefixes, NameSuffixes,
  NameMiddles, NameWords, CommonWords, WordPrefixes, WordSuffixes, WordKinds, FormKeys, FormTails, Lexicon, Groups, Packs
};

inline constexpr std::array<std::string_view, 21> section_tags = {
    "SYST", "CODP", "CODS", "FLAG", "PARE", "USAG", "NCNT", "NUSE", "NPRE", "NSUF", "NMID", "NWRD", "WTOP", "WPRE", "WSUF", "WKND", "FKEY", "FTAI", "LEXI", "GRUP", "PACK"};

/// Words that take one byte in the name stream: the numbers below 128.
inline constexpr std::size_t common_word_count = 128;

/// Limits of what is opened. A catalog beyond them is refused, not read in part. The largest real one
/// (an Athena download of all vocabularies) has about 10 million concepts.
inline constexpr std::uint32_t max_concepts = 16'000'000;
inline constexpr std::uint32_t max_names = 64'000'000;
inline constexpr std::uint32_t max_words = 8'000'000;
inline constexpr std::uint32_t max_name_words = 4'096;   ///< of one name; the longest official one has 93
inline constexpr std::size_t max_name_bytes = std::size_t{16} * 1024;  ///< of one name as text; a list of answers holds up to 10,000
inline constexpr std::uint64_t max_expansion = 64;       ///< bytes or words of a front-coded column per byte in the file; real ones reach 3
inline constexpr std::uint64_t max_stream_words = 1'000'000'000;
inline constexpr std::size_t max_code_bytes = 64;
inline constexpr std::uint32_t max_systems = 10'000;  ///< all of FHIR R4's own definitions are 1,089

/// Bits of the FLAG column.
namespace flag {
inline constexpr std::uint8_t inactive = 1;
inline constexpr std::uint8_t billable = 2;
inline constexpr std::uint8_t header = 4;
inline constexpr std::uint8_t article = 8;
inline constexpr std::uint8_t retired = 16;
}  // namespace flag

}  // namespace medcode::catalog
