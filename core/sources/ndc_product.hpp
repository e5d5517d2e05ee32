// What is in the FDA's NDC directory (product.txt, package.txt)?
//
// Exports the group reader. Held by tests/sources/ndc_product_test.cpp.
//
// Tab-separated with a header, in UTF-8 or Windows' Latin-1; a field that holds a quote or comma may stand in quotes.
// A product (labeler and product number, "0002-3227") is a concept whose display is put together from its brand,
// generic name, strength and dosage form; a package ("0002-3227-30") is a child of it, with its number in the
// eleven digits of claims ("00002322730") as an index name.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns which files are product or package tables, empty when no product table is among them.
std::vector<std::size_t> take_ndc(std::span<const SourceFile> files);

/// Reads them; products and packages come in the content of the first product table, since only together they are the
/// whole list.
Result<std::vector<SourceContent>> read_ndc(std::span<const SourceFile> files);

/// Returns the eleven digits (5-4-2) of a package number "0002-3227-30", empty when it is none.
std::string ndc_eleven_digits(std::string_view package);

}  // namespace medcode
