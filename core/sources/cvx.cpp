#include "core/sources/cvx.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/sources/concept_gatherer.hpp"
#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

constexpr std::string_view vaccines_root = "CVXCodes";
constexpr std::string_view products_root = "productnames";

bool is_cvx_code(std::string_view code) {
  return !code.empty() && code.size() <= 4 && std::all_of(code.begin(), code.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Returns "3/20/2011" as "2011-03-20", or nothing when it is no date.
std::optional<std::string> iso_of_american_date(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto padded = [](std::string_view digits) { return (digits.size() == 1 ? "0" : "") + std::string(digits); };
  return iso_date(std::string(text.substr(second + 1, 4)) + padded(text.substr(0, first)) + padded(text.substr(first + 1, second - first - 1)));
}

Concept vaccine_of(pugi::xml_node info) {
  Concept vaccine;
  vaccine.system = "cvx";
  vaccine.code = text_of_child(info, "CVXCode");
  vaccine.display = text_of_child(info, "FullVaccinename");
  const std::string short_name = text_of_child(info, "ShortDescription");
  if (vaccine.display.empty()) vaccine.display = short_name;
  if (!short_name.empty() && short_name != vaccine.display) vaccine.designations.push_back(Designation{DesignationUse::Short, short_name});
  if (const std::string notes = text_of_child(info, "Notes"); !notes.empty()) vaccine.notes.push_back(Note{NoteKind::Other, notes});
  const std::string status = text_of_child(info, "Status");
  if (status == "Inactive" || status == "Never Active") vaccine.status = Status::Inactive;
  if (!status.empty()) vaccine.properties.push_back(Property{"status", status});
  if (const auto updated = iso_of_american_date(text_of_child(info, "LastUpdated"))) {
    vaccine.properties.push_back(Property{"updated", *updated});
  }
  return vaccine;
}

/// Returns the <Value> after the <Name> with this text.
std::string value_named(pugi::xml_node product, std::string_view name) {
  for (const pugi::xml_node each : product.children("Name")) {
    if (text_of(each) == name) return text_of(each.next_sibling("Value"));
  }
  return {};
}

void add_product(pugi::xml_node product, std::size_t line, ConceptGatherer& codes, SourceReport& report) {
  const std::string code = value_named(product, "CVXCode");
  const std::string name = value_named(product, "CDC Product Name");
  if (!is_cvx_code(code) || name.empty()) {
    return refuse(report, line, "The product " + quoted(name) + " has the CVX code " + quoted(code) + "; expected a name and a number of up to four digits.");
  }
  codes.add_designation(code, DesignationUse::Synonym, name);
  const std::string manufacturer = value_named(product, "Manufacturer");
  std::vector<Property>& properties = codes.of(code).properties;
  const bool known = std::any_of(properties.begin(), properties.end(), [&](const Property& each) { return each.value == manufacturer; });
  if (!manufacturer.empty() && !known) properties.push_back(Property{"manufacturer", manufacturer});
  ++report.read;
}

}  // namespace

bool is_cvx(const SourceFile& file) { return is_xml_with_root(file.bytes, vaccines_root); }

Result<SourceContent> read_cvx(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, vaccines_root);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "CVX vaccines administered", SourceRole::CodeList);
  std::unordered_set<std::string> known;
  for (const pugi::xml_node info : xml->root().children("CVXInfo")) {
    Concept vaccine = vaccine_of(info);
    if (!is_cvx_code(vaccine.code) || vaccine.display.empty()) {
      refuse(content.report, xml->line_of(info), "The vaccine " + quoted(vaccine.display) + " has the CVX code " + quoted(vaccine.code) +
                                                     "; expected a name and a number of up to four digits.");
    } else if (!known.insert(vaccine.code).second) {
      refuse(content.report, xml->line_of(info), "The code " + quoted(vaccine.code) + " stands twice; the first one counts.");
    } else {
      for (const Property& each : vaccine.properties) {
        if (each.name == "updated" && each.value > content.release) content.release = each.value;
      }
      content.concepts.push_back(std::move(vaccine));
      ++content.report.read;
    }
  }
  content.systems.push_back(system_with_version("cvx", content.release));
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

bool is_cvx_trade_names(const SourceFile& file) { return is_xml_with_root(file.bytes, products_root); }

Result<SourceContent> read_cvx_trade_names(const SourceFile& file) {
  const Result<XmlFile> xml = XmlFile::parse(file, products_root);
  if (!xml) return xml.error();
  SourceContent content = start_content(file, "CVX trade names", SourceRole::Index);
  content.systems.push_back(system_with_version("cvx", {}));
  ConceptGatherer codes("cvx");
  for (const pugi::xml_node product : xml->root().children("prodInfo")) {
    add_product(product, xml->line_of(product), codes, content.report);
  }
  content.concepts = codes.take();
  if (const Result<Done> some = require_some_read(content); !some) return some.error();
  return content;
}

}  // namespace medcode
