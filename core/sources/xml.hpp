// What is in an XML file, and in which line does it stand?
//
// Exports XmlFile, a parsed document whose encoding, size of nesting and root are checked, and the text of a
// node. The only door to pugixml: a header that only the .cpp files of this room include. Held by
// tests/sources/xml_test.cpp.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Elements within elements: the deepest official file (the ICD-10-CM tabular list) has 9. The readers
/// recurse over elements, so this also bounds the stack.
inline constexpr int max_xml_depth = 64;

/// Holds a parsed XML document. Independent of the bytes it was parsed from.
class XmlFile {
 public:
  /// Parses `file`, declared or plain UTF-8 or declared ISO-8859-1, whose root element must be `root`.
  /// Errors: Empty, BadEncoding, BadFormat with the line (not well-formed, another root), TooLarge (nesting).
  static Result<XmlFile> parse(const SourceFile& file, std::string_view root);

  /// Returns the root element.
  pugi::xml_node root() const { return document_.document_element(); }

  /// Returns the 1-based line in which `node` starts.
  std::size_t line_of(pugi::xml_node node) const;

 private:
  XmlFile() = default;

  pugi::xml_document document_;
  std::vector<std::size_t> line_ends_;
};

/// Returns the text directly in `node` (not in its elements), cleaned.
std::string text_of(pugi::xml_node node);

/// Returns the cleaned text of the first child element with this name, empty when there is none.
std::string text_of_child(pugi::xml_node node, const char* name);

/// Bytes at the start of a file that recognisers look at: declaration, comments, root and heading stand there.
inline constexpr std::size_t recognised_bytes = 4096;

/// Returns whether a file starts as XML whose root element is `root`.
bool is_xml_with_root(std::string_view bytes, std::string_view root);

}  // namespace medcode
