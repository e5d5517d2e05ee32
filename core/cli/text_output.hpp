// How do answers look on a terminal?
//
// Exports one function for each kind of answer. Held by tests/cli/program_test.cpp.
#pragma once

#include <ostream>
#include <string_view>

#include "core/engine.hpp"

namespace medcode {

/// Writes hits as columns: system, code, name; what matched and, with `is_explained`, the sum in a second line.
void write_answer(std::ostream& out, const Engine& engine, const search::Answer& answer, bool is_explained);

/// Writes the JSON text of a concept (api::show_json with details) as headed paragraphs.
void write_concept(std::ostream& out, std::string_view text);

/// Writes the JSON text of api::similar_json as columns.
void write_similar(std::ostream& out, std::string_view text);

/// Writes the JSON text of api::info_json as columns.
void write_info(std::ostream& out, std::string_view text);

}  // namespace medcode
