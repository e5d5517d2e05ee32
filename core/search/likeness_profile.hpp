// What does a concept ask of those that would be like it?
//
// Exports make_profile. The words of all names of the concept are what it asks for, weighed by how telling they are and
// by the name they stand in; what the lexicon knows for some of them is another way to meet those:
//
//   Cholecystectomy, open     asks: cholecystectomy 12.1, open 2.9
//                             or, for cholecystectomy: resection and gallbladder, 0.90 as good
//
// Words that name a side, an encounter or nothing in particular are known by their kind. Held by
// tests/search/similar_test.cpp and tests/relevance/similar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index.hpp"
#include "core/text/lexicon.hpp"

namespace medcode::search {

/// Says what sort of word does not tell one thing from another.
enum class PlainWord : std::uint8_t { None, Side, Vague, Encounter, Approach, Without };

/// Is a term that matters to the likeness of one concept.
struct ProfileTerm {
  std::uint32_t term = 0;
  PlainWord kind = PlainWord::None;
  float asked = 0;      ///< what it weighs in what is asked for; 0: it stands in wordings only, or marks a kind
  float share = 0;      ///< of the name it stands in: 1 of the display
  std::string word;     ///< as the concept writes it, folded
};

/// Is another way to meet some of the terms asked for.
struct Wording {
  float quality = 0;
  std::uint64_t covers = 0;           ///< bit i: the i-th term asked for
  std::vector<std::uint16_t> places;  ///< of its terms in Profile::terms
  std::string from;                   ///< the concept's words
  std::string_view text;              ///< the lexicon's
};

/// Limit of terms that are asked for; a bit of Wording::covers each.
inline constexpr std::size_t max_asked_terms = 64;

/// Limit of names of the concept that are read; the table of an ICD-10-PCS operation has hundreds of index phrases.
inline constexpr std::size_t max_profile_names = 24;

/// Limit of wordings; more are not looked at.
inline constexpr std::size_t max_wordings = 512;

struct Profile {
  std::uint32_t number = 0;        ///< of the concept
  std::vector<ProfileTerm> terms;  ///< those asked for first
  std::size_t asked_count = 0;
  std::vector<Wording> wordings;
  float asked = 0;                 ///< sum over the terms
  bool has_side = false;           ///< its display names a side
  bool has_without = false;
};

/// Returns the profile of a concept for concepts of the system with this id, to which some entries of the lexicon are
/// limited. Views into the lexicon live as long as that.
Profile make_profile(const Index& index, const text::Lexicon& lexicon, std::uint32_t number, std::string_view system);

}  // namespace medcode::search
