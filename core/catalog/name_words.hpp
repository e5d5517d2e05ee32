// How does a name become words that join to exactly that name again?
//
//   "Fracture of tibia (left), initial"  ->  Fracture|of|tibia|(|left|)|,|initial
//
// Names are cut at blanks; brackets before and commas, semicolons, colons and brackets after a word are words of
// their own that stick to their neighbour. A mark that stands alone between blanks is written with a leading blank
// (" ,") so that joining is exact. Held by tests/catalog/name_words_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace medcode::catalog {

/// Returns the words of `name`. Requires: no leading, trailing or double blanks.
std::vector<std::string> split_name(std::string_view name);

/// Says how a word stands to its neighbours.
enum class Glue : unsigned char { None, ToNext, ToPrevious };

Glue glue_of(std::string_view word);

/// Appends `word` to `name`, which ends in `previous` (Glue::ToNext at the start), with a blank where one belongs; returns
/// at which byte the word then begins.
std::size_t append_word(std::string& name, std::string_view word, Glue previous);

}  // namespace medcode::catalog
