// What is in a file of articles, the clinical pages of concepts?
//
//   {"system":"cpt4","code":"47541","kind":"procedure","title":"...","reviewed":"2026-11-22",
//    "sections":[{"heading":"Summary","blocks":["a paragraph",{"list":["..."]},{"steps":["..."]}]},
//                {"heading":"Patient Experience","subheading":"During","blocks":["..."]}]}
//
// One article or a JSON array of articles (FORMATS.md). Held by tests/sources/article_source_test.cpp.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether the file is JSON whose start names a system, a code and sections.
bool is_article_file(const SourceFile& file);

/// Reads every article; one with an unknown heading, kind or subheading, an empty block or a missing member is
/// refused with its line. Its role is Local.
Result<SourceContent> read_articles(const SourceFile& file);

}  // namespace medcode
