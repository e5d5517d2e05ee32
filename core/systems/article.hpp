// What is an article, the clinical page of a concept?
//
// Exports Article as plain values and the headings it may have. The file format (JSON) is in
// data/starter/README.md; its reader is core/sources/article_source.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medcode {

enum class ArticleKind : std::uint8_t { Procedure, Diagnosis, Test, Imaging, Drug, Device, Vaccine };

/// Is a paragraph (one item), a bullet list or numbered steps.
struct ArticleBlock {
  enum class Shape : std::uint8_t { Paragraph, List, Steps };
  Shape shape = Shape::Paragraph;
  std::vector<std::string> items;
};

/// Is one heading with what stands under it. `subheading` is set in Patient Experience only
/// ("During", "After", "Pain management", "Daily life").
struct ArticleSection {
  std::string heading;
  std::string subheading;
  std::vector<ArticleBlock> blocks;
};

struct Article {
  std::string system;
  std::string code;
  ArticleKind kind = ArticleKind::Procedure;
  std::string title;
  std::string reviewed;  ///< ISO date of the last review
  std::vector<ArticleSection> sections;
};

/// Returns the headings an article may have, in the order in which they are shown:
/// Name of the Procedure ... Patient Experience. Similar Codes is computed, never written.
std::span<const std::string_view> article_headings();

}  // namespace medcode
