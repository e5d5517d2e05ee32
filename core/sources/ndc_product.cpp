// Products first, since packages take their name from them.
#include "core/sources/ndc_product.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/plain_table.hpp"
#include "core/sources/report.hpp"
#include "core/sources/skips.hpp"

namespace medcode {
namespace {

enum ProductColumn : std::size_t { Product, Brand, Generic, Form, Labeler, BrandSuffix, Route, Type, Started, Ended,
                                   Category, Substance, Strength, StrengthUnit, Classes, Schedule, Excluded };
constexpr std::array<std::string_view, 17> product_columns{
    "PRODUCTNDC", "PROPRIETARYNAME", "NONPROPRIETARYNAME", "DOSAGEFORMNAME", "LABELERNAME", "PROPRIETARYNAMESUFFIX",
    "ROUTENAME", "PRODUCTTYPENAME", "STARTMARKETINGDATE", "ENDMARKETINGDATE", "MARKETINGCATEGORYNAME", "SUBSTANCENAME",
    "ACTIVE_NUMERATOR_STRENGTH", "ACTIVE_INGRED_UNIT", "PHARM_CLASSES", "DEASCHEDULE", "NDC_EXCLUDE_FLAG"};
constexpr std::size_t required_product_columns = 5;

enum PackageColumn : std::size_t { OfProduct, Package, Description, PackageStarted, PackageEnded, PackageExcluded };
constexpr std::array<std::string_view, 6> package_columns{"PRODUCTNDC",         "NDCPACKAGECODE",   "PACKAGEDESCRIPTION",
                                                          "STARTMARKETINGDATE", "ENDMARKETINGDATE", "NDC_EXCLUDE_FLAG"};
constexpr std::size_t required_package_columns = 3;

/// Returns a field without the quotes of a spreadsheet around it, cleaned.
std::string text_of(std::string_view field) {
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return cleaned(field);
  std::string plain;
  field = field.substr(1, field.size() - 2);
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] == '"' && at + 1 < field.size() && field[at + 1] == '"') ++at;
    plain.push_back(field[at]);
  }
  return cleaned(plain);
}

std::string lower_case(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

/// Returns whether `code` is groups of digits ("0002-3227"), as many as asked for.
bool is_ndc(std::string_view code, std::ptrdiff_t groups) {
  if (code.empty() || code.front() == '-' || code.back() == '-' || code.find("--") != std::string_view::npos) return false;
  if (code.find_first_not_of("0123456789-") != std::string_view::npos) return false;
  return std::count(code.begin(), code.end(), '-') == groups - 1;
}

std::string product_display(const PlainTable& row) {
  std::string brand = text_of(row[Brand]);
  const std::string suffix = text_of(row[BrandSuffix]);
  if (!suffix.empty()) brand += " " + suffix;
  const std::string generic = text_of(row[Generic]);
  std::string display = brand;
  if (!generic.empty() && !same_without_case(brand, generic)) display += brand.empty() ? generic : " (" + generic + ")";
  const std::string strength = text_of(row[Strength]);
  const bool single = strength.find(';') == std::string::npos;  // a mixture's strengths are a property only
  if (!strength.empty() && single) display += " " + strength + " " + text_of(row[StrengthUnit]);
  const std::string form = lower_case(text_of(row[Form]));
  return cleaned(form.empty() ? display : display + ", " + form);
}

void add_property(Concept& entry, const std::string& name, std::string value) {
  if (!value.empty()) entry.properties.push_back({name, std::move(value)});
}

void add_dates(Concept& entry, std::string_view started, std::string_view ended, std::string_view excluded) {
  add_property(entry, "added", iso_date(started).value_or(std::string()));
  add_property(entry, "terminated", iso_date(ended).value_or(std::string()));
  if (!excluded.empty() && excluded != "N") entry.status = Status::Inactive;
}

Concept product_of(const PlainTable& row) {
  Concept entry;
  entry.system = "ndc";
  entry.code = std::string(row[Product]);
  entry.display = product_display(row);
  add_property(entry, "labeler", text_of(row[Labeler]));
  add_property(entry, "dosage-form", text_of(row[Form]));
  add_property(entry, "route", text_of(row[Route]));
  add_property(entry, "substance", text_of(row[Substance]));
  add_property(entry, "strength", cleaned(text_of(row[Strength]) + " " + text_of(row[StrengthUnit])));
  add_property(entry, "product-type", text_of(row[Type]));
  add_property(entry, "marketing-category", text_of(row[Category]));
  add_property(entry, "class", text_of(row[Classes]));
  add_property(entry, "dea-schedule", text_of(row[Schedule]));
  add_dates(entry, row[Started], row[Ended], row[Excluded]);
  std::string substance = text_of(row[Substance]);
  if (!substance.empty() && !same_without_case(substance, text_of(row[Generic]))) {
    entry.designations.push_back({DesignationUse::Synonym, std::move(substance)});
  }
  return entry;
}

using DisplayOfProduct = std::unordered_map<std::string, std::string>;

Result<SourceContent> read_products(const SourceFile& file, DisplayOfProduct& displays) {
  Result<PlainTable> table = PlainTable::with_header(file, '\t', product_columns, required_product_columns);
  if (!table) return table.error();
  SourceContent content = start_content(file, "NDC products", SourceRole::CodeList);
  content.systems.push_back(system_with_version("ndc", ""));
  while (table->next(content.report)) {
    const PlainTable& row = *table;
    const std::string which = "The product " + std::string(row[Product]);
    if (!is_ndc(row[Product], 2)) {
      refuse(content.report, row.line(), "The PRODUCTNDC " + quoted(row[Product]) + " is no product number such as 0002-3227.");
    } else if (row[Brand].empty() && row[Generic].empty()) {
      refuse(content.report, row.line(), which + " has neither a proprietary nor a nonproprietary name.");
    } else if (!row[Started].empty() && !iso_date(row[Started])) {
      refuse(content.report, row.line(), which + " has the STARTMARKETINGDATE " + quoted(row[Started]) + ", which is no date YYYYMMDD.");
    } else if (displays.count(std::string(row[Product])) > 0) {
      skip(content.report, "lists a product number once more, for another route or marketing category", row.line(), row[Product]);
    } else {
      content.concepts.push_back(product_of(row));
      displays.emplace(content.concepts.back().code, content.concepts.back().display);
      ++content.report.read;
    }
  }
  const Result<Done> some = require_some_read(content);
  if (!some) return some.error();
  return content;
}

Result<SourceContent> read_packages(const SourceFile& file, const DisplayOfProduct& displays) {
  Result<PlainTable> table = PlainTable::with_header(file, '\t', package_columns, required_package_columns);
  if (!table) return table.error();
  SourceContent content = start_content(file, "NDC packages", SourceRole::CodeList);
  std::unordered_map<std::string, bool> seen;
  while (table->next(content.report)) {
    const PlainTable& row = *table;
    const auto product = displays.find(std::string(row[OfProduct]));
    if (!is_ndc(row[Package], 3)) {
      refuse(content.report, row.line(), "The NDCPACKAGECODE " + quoted(row[Package]) + " is no package number such as 0002-3227-30.");
    } else if (product == displays.end()) {
      refuse(content.report, row.line(), "The package " + std::string(row[Package]) + " is of the product " + quoted(row[OfProduct]) + ", which the product table does not have.");
    } else if (!seen.emplace(row[Package], true).second) {
      skip(content.report, "lists a package number once more", row.line(), row[Package]);
    } else {
      Concept entry;
      entry.system = "ndc";
      entry.code = std::string(row[Package]);
      entry.display = cleaned(product->second + ": " + text_of(row[Description]));
      entry.parent = product->first;
      add_dates(entry, row[PackageStarted], row[PackageEnded], row[PackageExcluded]);
      std::string eleven = ndc_eleven_digits(row[Package]);
      if (!eleven.empty()) entry.designations.push_back({DesignationUse::Index, std::move(eleven)});
      content.concepts.push_back(std::move(entry));
      ++content.report.read;
    }
  }
  return content;
}

bool is_product_table(const SourceFile& file) {
  return has_columns(file, '\t', std::array<std::string_view, 3>{"PRODUCTNDC", "PROPRIETARYNAME", "LABELERNAME"});
}

bool is_package_table(const SourceFile& file) {
  return has_columns(file, '\t', std::array<std::string_view, 2>{"PRODUCTNDC", "NDCPACKAGECODE"});
}

}  // namespace

std::string ndc_eleven_digits(std::string_view package) {
  if (!is_ndc(package, 3)) return {};
  static constexpr std::array<std::size_t, 3> widths{5, 4, 2};
  std::string digits;
  for (const std::size_t width : widths) {
    const std::size_t length = std::min(package.size(), package.find('-'));
    if (length > width) return {};
    digits.append(width - length, '0').append(package.substr(0, length));
    package.remove_prefix(std::min(package.size(), length + 1));
  }
  return digits;
}

std::vector<std::size_t> take_ndc(std::span<const SourceFile> files) {
  std::vector<std::size_t> taken;
  for (std::size_t place = 0; place < files.size(); ++place) {
    if (is_product_table(files[place]) || is_package_table(files[place])) taken.push_back(place);
  }
  return std::any_of(files.begin(), files.end(), is_product_table) ? taken : std::vector<std::size_t>();
}

Result<std::vector<SourceContent>> read_ndc(std::span<const SourceFile> files) {
  std::vector<SourceContent> contents(files.size());
  const auto main_table = static_cast<std::size_t>(std::find_if(files.begin(), files.end(), is_product_table) - files.begin());
  DisplayOfProduct displays;
  for (const bool products : {true, false}) {
    for (std::size_t place = 0; place < files.size(); ++place) {
      if (is_product_table(files[place]) != products) continue;
      const bool latin1 = find_bad_utf8(files[place].bytes).has_value();
      const std::string converted = latin1 ? latin1_to_utf8(files[place].bytes) : std::string();
      const SourceFile file{files[place].name, latin1 ? std::string_view(converted) : files[place].bytes};
      Result<SourceContent> content = products ? read_products(file, displays) : read_packages(file, displays);
      if (!content) return content.error();
      contents[place] = std::move(*content);
      if (place == main_table) continue;
      std::move(contents[place].concepts.begin(), contents[place].concepts.end(), std::back_inserter(contents[main_table].concepts));
      contents[place].concepts.clear();
      contents[place].systems.clear();
    }
  }
  return contents;
}

}  // namespace medcode
