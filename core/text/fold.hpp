// Which characters count as the same?
//
// Exports fold_character: letters and digits to lower-case ASCII where there is one (é -> e, ß -> ss, β -> beta),
// other letters as they are. Held by tests/text/tokenize_test.cpp.
#pragma once

#include <string>

namespace medcode::text {

/// Appends the folded form of `c` to `folded` and returns true; returns false, appending nothing, when `c` is
/// neither letter nor digit. Combining accents (U+0300 to U+036F) are part of a word and fold to nothing.
bool fold_character(char32_t c, std::string& folded);

}  // namespace medcode::text
