#include "core/sources/xml.hpp"

#include <algorithm>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/report.hpp"

namespace medcode {
namespace {

bool declares_latin1(std::string_view bytes) {
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find("?>"), recognised_bytes));
  for (const std::string_view name : {"ISO-8859-1", "iso-8859-1", "latin1", "Latin1"}) {
    if (declaration.substr(0, 5) == "<?xml" && declaration.find(name) != std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::size_t> find_line_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ends.push_back(at);
  return ends;
}

class DepthMeter : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (depth() < max_xml_depth) return true;
    too_deep_ = node;
    return false;
  }
  pugi::xml_node too_deep() const { return too_deep_; }

 private:
  pugi::xml_node too_deep_;
};

bool starts_name(char letter) { return letter != '?' && letter != '!'; }

}  // namespace

Result<XmlFile> XmlFile::parse(const SourceFile& file, std::string_view root) {
  const std::string format = std::string(root) + " XML file";
  std::string_view bytes = without_byte_order_mark(file.bytes);
  if (trimmed(bytes).empty()) return empty_file(file, format);
  std::string converted;
  if (declares_latin1(bytes)) {
    converted = latin1_to_utf8(bytes);
    bytes = converted;
  }
  if (const Result<Done> encoding = check_utf8(file.name, bytes); !encoding) return encoding.error();
  XmlFile xml;
  xml.line_ends_ = find_line_ends(bytes);
  const pugi::xml_parse_result parsed =
      xml.document_.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    const std::size_t offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
    return bad_format(file, line_of_offset(bytes, offset),
                      "The XML is not well-formed: " + std::string(parsed.description()) + ".",
                      "Download the file again; it may have been cut off or edited.");
  }
  if (xml.root().name() != root) {
    return bad_format(file, xml.line_of(xml.root()),
                      "The root element is " + quoted(xml.root().name()) + ", not " + quoted(root) + ".",
                      "Check that the file is the publisher's own, unchanged.");
  }
  DepthMeter meter;
  if (!xml.document_.traverse(meter)) {
    return Error{ErrorCode::TooLarge, "Elements are nested more than " + std::to_string(max_xml_depth) + " deep.",
                 "Check that the file is the publisher's own, unchanged.",
                 Place{file.name, xml.line_of(meter.too_deep()), 0, 0}};
  }
  return xml;
}

std::size_t XmlFile::line_of(pugi::xml_node node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0) return 0;
  const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), static_cast<std::size_t>(offset));
  return static_cast<std::size_t>(end - line_ends_.begin()) + 1;
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text.append(child.value()).append(" ");
  }
  return cleaned(text);
}

std::string text_of_child(pugi::xml_node node, const char* name) { return text_of(node.child(name)); }

bool is_xml_with_root(std::string_view bytes, std::string_view root) {
  const std::string_view head = without_byte_order_mark(bytes).substr(0, recognised_bytes);
  std::size_t at = head.find('<');
  if (at == std::string_view::npos || !trimmed(head.substr(0, at)).empty()) return false;
  while (at + 1 < head.size() && !starts_name(head[at + 1])) {
    const std::string_view end = head.substr(at, 4) == "<!--" ? "-->" : ">";
    at = head.find(end, at);
    at = at == std::string_view::npos ? at : head.find('<', at);
    if (at == std::string_view::npos) return false;
  }
  const std::size_t after = at + 1 + root.size();
  return head.substr(at + 1, root.size()) == root && after < head.size() &&
         (head[after] == '>' || head[after] == ' ' || head[after] == '\r' || head[after] == '\n' || head[after] == '\t');
}

}  // namespace medcode
