// Which facts do both HCPCS layouts state of a code?
//
// Exports the few functions the fixed-width and the CSV reader share: dates, status and release. Held by
// tests/sources/hcpcs_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "core/systems/concept.hpp"

namespace medcode {

/// Returns the release an HCPCS file is of: year and, where named, month of its name ("hcpcs_2026_january.csv"
/// -> "2026-01"), else the latest date in it (ISO) cut to its month.
std::string hcpcs_release(std::string_view file, std::string_view latest_date);

/// Adds property `name` with the ISO form of `digits` (YYYYMMDD); empty digits add nothing. Returns why it is
/// not a date, or an empty text.
std::string add_date(Concept& concept_entry, std::string_view name, std::string_view digits);

/// Adds property `name` unless `value` is blank.
void add_property(Concept& concept_entry, std::string_view name, std::string_view value);

/// Returns the value of the property `name`, empty when there is none.
std::string_view property_value(const Concept& concept_entry, std::string_view name);

/// Makes a concept inactive that was terminated before the first day of `release` ("2026", "2026-01").
void set_status_at(Concept& concept_entry, std::string_view release);

}  // namespace medcode
