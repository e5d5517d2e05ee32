// When do two words count as one term?
//
// Exports term_key: the stem of the American spelling of a folded word, roman numerals as digits. Words with
// one key are one term, in the catalog and in the query. Held by tests/text/key_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace medcode::text {

/// Returns the key of a folded word (Token::form). Words with a digit in them are their own key.
/// `anaemias` -> `anemia`, `tumours` -> `tumor`, `iii` -> `3`, `b12` -> `b12`.
std::string term_key(std::string_view form);

/// Writes the key of `form` into `key`, reusing its memory.
void term_key(std::string_view form, std::string& key);

/// Says whether the word carries so little that an answer may lack it (of, the, and, with ...).
bool is_function_word(std::string_view form);

}  // namespace medcode::text
