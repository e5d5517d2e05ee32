#include "core/sources/xml.hpp"

#include <gtest/gtest.h>

namespace medcode {
namespace {

Result<XmlFile> parse(const std::string& text) { return XmlFile::parse(SourceFile{"a.xml", text}, "a"); }

TEST(Xml, LinesAreCountedFromOne) {
  const Result<XmlFile> xml = parse("<?xml version=\"1.0\"?>\n<a>\n  <b/>\n</a>");
  ASSERT_TRUE(xml.ok());
  EXPECT_EQ(xml->line_of(xml->root()), 2U);
  EXPECT_EQ(xml->line_of(xml->root().child("b")), 3U);
}

TEST(Xml, DeclaredLatin1BecomesUtf8) {
  const Result<XmlFile> xml = parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>");
  ASSERT_TRUE(xml.ok());
  EXPECT_EQ(text_of(xml->root()), "caf\xC3\xA9");
}

TEST(Xml, TextIsCleanedAndItsElementsAreLeftOut) {
  const Result<XmlFile> xml = parse("<a> one <b>two</b>\n three &amp; <![CDATA[four]]> </a>");
  ASSERT_TRUE(xml.ok());
  EXPECT_EQ(text_of(xml->root()), "one three & four");
  EXPECT_EQ(text_of_child(xml->root(), "b"), "two");
  EXPECT_EQ(text_of_child(xml->root(), "c"), "");
}

TEST(Xml, UndeclaredLatin1IsAnError) {
  const Result<XmlFile> xml = parse("<a>caf\xE9</a>");
  ASSERT_FALSE(xml.ok());
  EXPECT_EQ(xml.error().code, ErrorCode::BadEncoding);
}

TEST(Xml, EndlessNestingIsAnErrorNotACrash) {
  std::string text = "<a>";
  for (int depth = 0; depth < 200'000; ++depth) text += "<b>";
  for (int depth = 0; depth < 200'000; ++depth) text += "</b>";
  const Result<XmlFile> xml = parse(text + "</a>");
  ASSERT_FALSE(xml.ok());
  EXPECT_EQ(xml.error().code, ErrorCode::TooLarge);
  EXPECT_EQ(xml.error().message, "Elements are nested more than 64 deep.");
}

TEST(Xml, EntitiesOfADocumentTypeAreNotExpanded) {
  const Result<XmlFile> xml = parse("<!DOCTYPE a [<!ENTITY e \"boom\">]><a>&e;</a>");
  ASSERT_TRUE(xml.ok());
  EXPECT_EQ(text_of(xml->root()), "&e;");
}

TEST(Xml, RootsAreRecognisedBehindDeclarationsAndComments) {
  EXPECT_TRUE(is_xml_with_root("<?xml version=\"1.0\"?>\r\n<!-- <b> -->\n<a attribute=\"1\">", "a"));
  EXPECT_TRUE(is_xml_with_root("<a>", "a"));
  EXPECT_FALSE(is_xml_with_root("<ab>", "a"));
  EXPECT_FALSE(is_xml_with_root("text <a>", "a"));
  EXPECT_FALSE(is_xml_with_root("<?xml", "a"));
  EXPECT_FALSE(is_xml_with_root("<", "a"));
  EXPECT_FALSE(is_xml_with_root("", "a"));
}

}  // namespace
}  // namespace medcode
