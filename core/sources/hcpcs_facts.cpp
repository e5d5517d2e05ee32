// What both layouts of HCPCS say of a code in the same words. Held by tests/sources/hcpcs_test.cpp.
#include "core/sources/hcpcs_facts.hpp"

#include <array>
#include <cctype>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

/// The quarters in which CMS releases the file, by the names it gives them.
struct NamedMonth {
  std::string_view name;
  std::string_view number;
};
constexpr std::array<NamedMonth, 4> release_months = {{{"jan", "01"}, {"apr", "04"}, {"jul", "07"}, {"oct", "10"}}};

}  // namespace

std::string hcpcs_release(std::string_view file, std::string_view latest_date) {
  std::string year = year_in_name(file);
  if (year.empty()) return std::string(latest_date.substr(0, 7));
  std::string name;
  for (const char letter : base_name(file)) {
    name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(letter))));
  }
  for (const NamedMonth& month : release_months) {
    if (name.find(month.name) != std::string::npos) return year + "-" + std::string(month.number);
  }
  return year;
}

std::string add_date(Concept& concept_entry, std::string_view name, std::string_view digits) {
  const std::string_view date = trimmed(digits);
  if (date.empty()) return {};
  const auto iso = iso_date(date);
  if (!iso) return "The date \"" + std::string(name) + "\" of code " + quoted(concept_entry.code) + " is not YYYYMMDD: " + quoted(date);
  concept_entry.properties.push_back(Property{std::string(name), *iso});
  return {};
}

void add_property(Concept& concept_entry, std::string_view name, std::string_view value) {
  std::string clean = cleaned(value);
  if (!clean.empty()) concept_entry.properties.push_back(Property{std::string(name), std::move(clean)});
}

std::string_view property_value(const Concept& concept_entry, std::string_view name) {
  for (const Property& property : concept_entry.properties) {
    if (property.name == name) return property.value;
  }
  return {};
}

void set_status_at(Concept& concept_entry, std::string_view release) {
  const std::string_view terminated = property_value(concept_entry, "terminated");
  if (terminated.empty()) return;
  std::string first_day(release);
  if (first_day.size() == 4) first_day += "-01";
  if (first_day.size() == 7) first_day += "-01";
  if (terminated < first_day) concept_entry.status = Status::Inactive;
}

}  // namespace medcode
