// Are articles read as they are written, and is each mistake in one told?
#include "core/sources/article_source.hpp"

#include <gtest/gtest.h>

#include "tests/sources/reader_fixture.hpp"

namespace medcode {
namespace {

using testing::Damage;
using testing::fixture_text;

TEST(ArticleSourceTest, ParagraphsListsAndStepsAreRead) {
  const std::string text = fixture_text("articles.json");
  const SourceFile file{"articles.json", text};
  ASSERT_TRUE(is_article_file(file));
  const Result<SourceContent> content = read_articles(file);
  ASSERT_TRUE(content.ok()) << to_string(content.error());
  ASSERT_EQ(content->articles.size(), 2U);
  EXPECT_EQ(content->report.read, 2U);
  const Article& access = content->articles[0];
  EXPECT_EQ(access.system, "cpt4");
  EXPECT_EQ(access.kind, ArticleKind::Procedure);
  ASSERT_EQ(access.sections.size(), 4U);
  EXPECT_EQ(access.sections[0].blocks[0].items[0], "A way through the liver.");
  EXPECT_EQ(access.sections[1].blocks[0].shape, ArticleBlock::Shape::Steps);
  EXPECT_EQ(access.sections[1].blocks[0].items.size(), 3U);
  EXPECT_EQ(access.sections[2].subheading, "During");
  EXPECT_EQ(content->articles[1].code, "E11.9");
}

TEST(ArticleSourceTest, EachMistakeIsToldWithTheArticlesLine) {
  const std::string text = fixture_text("articles.json");
  const std::vector<Damage> damages = {
      {"\"Summary\"", "\"Summery\"", "a.json:3: Article \"47541\": An article has no heading \"Summery\"."},
      {"\"procedure\"", "\"operation\"",
       "a.json:3: Article \"47541\": The kind \"operation\" is not procedure, diagnosis, test, imaging, drug, device or vaccine."},
      {"\"A  way through the liver.\"", "\" \"", "a.json:3: Article \"47541\": A paragraph under \"Summary\" is empty."},
      {"[\"Puncture\", \"Wire\", \"Drain\"]", "[]", "a.json:3: Article \"47541\": A list under \"Procedure Description\" is empty."},
      {"\"Wire\"", "7", "a.json:3: Article \"47541\": An item of a list under \"Procedure Description\" is empty or not a text."},
      {"\"steps\"", "\"stairs\"", "a.json:3: Article \"47541\": A block under \"Procedure Description\" has an unknown shape \"stairs\"."},
      {"\"During\"", "\"Before\"", "a.json:3: Article \"47541\": The heading \"Patient Experience\" has no subheading \"Before\"."},
      {"\"After\"", "\"During\"", "a.json:3: Article \"47541\": The heading \"Patient Experience\" comes twice."},
      {"\"2026-11-22\"", "\"2026-11-32\"",
       "a.json:3: Article \"47541\": The date of review is not a date like \"2026-11-22\": \"2026-11-32\""},
      {"\"title\": \"Biliary access\"", "\"titel\": \"x\"", "a.json:3: Article \"47541\": An unknown member \"titel\"."},
      {"\"cpt\"", "\"icd9\"", "a.json:3: Article \"47541\": This is not the id of one code system: \"icd9\""},
      {"\"blocks\": [\"A  way through the liver.\"]", "\"blocks\": []", "a.json:3: Article \"47541\": Nothing stands under \"Summary\"."},
  };
  for (const Damage& damage : damages) {
    const std::string wrong = testing::damaged(text, damage);
    EXPECT_EQ(testing::complaint(read_articles(SourceFile{"a.json", wrong})), damage.complaint);
  }
}

TEST(ArticleSourceTest, JsonThatIsCutOffIsAnErrorWithItsLine) {
  const std::string text = fixture_text("articles.json");
  const std::string cut = text.substr(0, text.size() / 2);
  const Result<SourceContent> content = read_articles(SourceFile{"a.json", cut});
  ASSERT_FALSE(content.ok());
  EXPECT_EQ(content.error().place.file, "a.json");
  EXPECT_GT(content.error().place.line, 0U);
}

TEST(ArticleSourceTest, OtherJsonIsNotTakenForArticles) {
  EXPECT_FALSE(is_article_file(SourceFile{"a", "{\"resourceType\":\"CodeSystem\"}"}));
  EXPECT_FALSE(is_article_file(SourceFile{"a", "[1,2]"}));
  EXPECT_FALSE(is_article_file(SourceFile{"a", "code,display\n"}));
}

}  // namespace
}  // namespace medcode
