// Is this text an ICD-10-CM code as the publisher's tables and indexes write it?
//
// Exports the one shape check shared by the readers of ICD-10-CM. Held by tests/sources/icd_code_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medcode {

/// Returns the canonical code of `text` ("E119", "E11.9 ", "S52.50-", "E11.-" and "X58-" give "E11.9",
/// "E11.9", "S52.50", "E11", "X58"), or nothing when it has not the shape of one: letter, two letters or
/// digits, a dot, up to four more. A final hyphen says that characters must follow.
std::optional<std::string> icd10cm_code(std::string_view text);

}  // namespace medcode
