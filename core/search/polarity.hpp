// Does a name say the contrary of what is asked?
//
// "Concussion without loss of consciousness" has every word of "concussion with loss of consciousness". A negator reaches
// as far as the next comma or "with", at most eight words ("non" the next one only); "with or without" says neither.
// Exports Negations, is_negator and is_contrary. Held by tests/search/polarity_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace medcode::search {

class Index;
struct Segment;
struct Alternative;

/// Says whether this folded word turns what follows it into its contrary: without, no, not, except, excluding.
bool is_negator(std::string_view form);

/// Knows the negators among the terms of an index, and the names that have one.
class Negations {
 public:
  /// Reads the postings of `index`, which must be filled.
  void fill(const Index& index);

  bool is_in(std::uint32_t name) const { return names_[name]; }

  /// Says whether one of `terms`, negators among them left out, stands under a negator in `name`.
  bool negates(const Index& index, std::uint32_t name, std::span<const std::uint32_t> terms) const;

  bool is_negator(std::uint32_t term) const;

 private:
  std::vector<std::uint32_t> negators_;
  std::vector<std::uint32_t> either_;    ///< terms of "or" and "and"
  std::vector<bool> names_;
  std::uint32_t non_ = 0xFFFFFFFFU;
};

/// Says whether `name`, which `alternative` of `segment` meets, has its words under a negator where the query has not, or
/// the other way round.
bool is_contrary(const Index& index, const Segment& segment, const Alternative& alternative, std::uint32_t name);

}  // namespace medcode::search
