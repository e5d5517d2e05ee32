// Which words are forms of one word?
//
// Exports stem_english: the English stemmer of Snowball ("Porter2"), published by M. F. Porter at
// snowballstem.org/algorithms/english/stemmer.html. Held by tests/text/stem_test.cpp and tests/full_size/stem_test.cpp,
// which compare it with Debian's libstemmer on every word of the data and of the official titles.
#pragma once

#include <string>

namespace medcode::text {

/// Replaces `word` by its stem. Requires: `word` is folded; a word with a byte other than a-z is left alone.
void stem_english(std::string& word);

}  // namespace medcode::text
