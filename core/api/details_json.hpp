// What does a concept's page need beside what is searched?
//
// Exports DetailPacks: the notes, axes, properties, relations, unsearched names and articles of all concepts, as JSON texts of
// bounded size, each for a run of concepts. Official notes of a chapter or section hold for every code in it; they lie in each
// pack that has such a code, so that one pack is enough for a page:
//
//   {"concepts": {"E11": {"notes": [..]}, "E11.9": {..}}, "groups": {"E00-E89": {"notes": [..]}, "E08-E13": {..}}}
//
// Held by tests/api/details_json_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/catalog/catalog_builder.hpp"
#include "core/systems/article.hpp"
#include "core/systems/concept.hpp"

namespace medcode::api {

/// Bytes of JSON after which a pack is closed; gzip makes about a tenth of it, and 40 kB a page are allowed.
inline constexpr std::size_t pack_bytes = std::size_t{160} * 1024;

/// Is one pack: the file's name, the first concept in it, and its JSON text.
struct DetailPack {
  catalog::PackEntry entry;
  std::string json;
};

/// Returns the packs of `concepts`; `articles` are sorted as the concepts are. A pack holds concepts of one system.
std::vector<DetailPack> make_detail_packs(std::span<const Concept> concepts, std::span<const Article> articles, std::span<const Group> groups);

/// Limit of arrays and objects within each other in a pack: those of an article are 7, and printing recurses.
inline constexpr std::size_t max_pack_depth = 32;

/// Says whether a pack read from outside is one, whatever stands in its parts.
bool is_detail_pack(std::string_view pack_json);

/// Returns the concept's part of a pack's JSON, or an empty text when the pack does not have it or is not one.
std::string find_in_pack(std::string_view pack_json, std::string_view code);

/// Returns the same of a chapter or section: {"notes": [..]}.
std::string find_group_in_pack(std::string_view pack_json, std::string_view id);

/// Returns `shown` (of show_json) with the members of `details` (of find_in_pack) added; designations are joined. A member that
/// should be a list and is none is left out.
std::string join_details(std::string_view shown, std::string_view details);

/// Returns `shown` with the notes of `details`, those of the code or chapter above called `from`, added to its own, each with a member
/// `from`: official notes hold for every code under the one they stand at.
std::string join_inherited_notes(std::string_view shown, std::string_view from, std::string_view details);

}  // namespace medcode::api
