// Inputs made here and of the tests' own fixtures.
#include "tests/fuzz/seeds.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "core/api/details_json.hpp"
#include "core/cli/gzip.hpp"
#include "core/sources/readers.hpp"
#include "tests/fuzz/catalog_bytes.hpp"
#include "tests/fuzz/source_input.hpp"
#include "tests/support/hand_made_engine.hpp"
#include "tests/support/random_content.hpp"
#include "tests/support/stored_zip.hpp"

namespace medcode::fuzz {
namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Makes the seeds of all targets.
class SeedMaker {
 public:
  explicit SeedMaker(fs::path root) : root_(std::move(root)) {}

  std::vector<Seed> make_all() {
    make_queries();
    make_catalogs();
    make_sources();
    make_archives();
    make_requests();
    return std::move(seeds_);
  }

 private:
  void put(const std::string& target, const std::string& name, const std::string& bytes) { seeds_.push_back({target, "seed-" + name, bytes}); }

  /// The first byte of a query's input is 1 while it is being typed.
  void make_queries() {
    int number = 0;
    for (const char* query :
         {"biliary stent", "\"open fracture\"~3", "diab* an?emia hypertenshun~2", "a AND (b OR -c) | NOT d", "system:hcpcs,cpt4 code:E11*", "title:(x y) synonym:z note:w chapter:E",
          "code:E08..E13 code:[E08 TO E13]", "under:icd10cm/E11 similar:icd10cm/E11.9 maps-to:icd10cm/K81.0", "is:billable is:inactive has:article", "stent^3 foo^0.5", "E119 e11.9 47541 0F9930Z",
          "fx rt tibia heart atack", "\"unfinished phrase", "((open", "😀 糖尿病 Ménière's β-blocker", "broken shin bone without kidney", "~ ^ : .. / , ` \\", "code:[E08 TO", "NOT NOT", "* ? *a*b?c*"}) {
      for (const char first : {'\0', '\1'}) {
        const std::string name = std::to_string(number) + (first == 0 ? "" : "-typing");
        put("query", name, first + std::string(query));
        put("search", name, first + std::string(query));
      }
      ++number;
    }
  }

  void put_catalog(const std::string& name, const testing::TestContent& content) {
    const std::string catalog = content.build().value();
    const std::string id = catalog::Container::open(catalog)->id();
    put("catalog", name, catalog + catalog::build_companion(content.view(), id));
  }

  void make_catalogs() {
    put_catalog("hand-made", testing::hand_made_content());
    put_catalog("empty", {});
    testing::RandomSource random(1);
    for (int i = 0; i < 6; ++i) put_catalog("random-" + std::to_string(i), testing::random_content(random));
  }

  /// Each fixture to its own reader and to all; each folder of fixtures as one release.
  void make_sources() {
    const fs::path fixtures = root_ / "tests/sources/fixtures";
    std::map<std::string, std::vector<NamedFile>> folders;
    for (const auto& entry : fs::recursive_directory_iterator(fixtures)) {
      if (!entry.is_regular_file()) continue;
      const NamedFile file{entry.path().filename().string(), read_whole(entry.path())};
      const std::string name = fs::relative(entry.path(), fixtures).string();
      std::string flat = name;
      std::replace(flat.begin(), flat.end(), '/', '-');
      const Reader* reader = recognise({file.name, file.bytes});
      put("sources", flat, '!' + join_files({file}));
      if (reader != nullptr) put("sources", flat + "-direct", static_cast<char>('A' + (reader - all_formats().readers.data())) + join_files({file}));
      if (reader != nullptr && reader->format == "articles") put("articles", flat, file.bytes);
      if (flat.ends_with(".xlsx")) put("archives", flat, 'W' + file.bytes);
      folders[fs::relative(entry.path().parent_path(), fixtures).string()].push_back(file);
    }
    for (auto& [name, files] : folders) {
      std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.name < b.name; });
      if (name == "." || files.size() > most_files) continue;
      put("sources", "folder-" + name, '!' + join_files(files));
      std::vector<std::pair<std::string, std::string>> members;
      for (const NamedFile& file : files) members.emplace_back(file.name, file.bytes);
      put("archives", "folder-" + name + ".zip", 'Z' + testing::stored_zip(members));
    }
    put("articles", "starter", read_whole(root_ / "data/starter/articles/cpt4-47541.json"));
  }

  void make_archives() {
    const std::string relations =
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
    const std::string workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    const std::string sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c><c r=\"AA1\"><v>7</v></c></row></sheetData></worksheet>";
    put("archives", "workbook-parts", '!' + join_files({{"[Content_Types].xml", "<Types/>"},
                                                        {"xl/workbook.xml", workbook},
                                                        {"xl/_rels/workbook.xml.rels", relations},
                                                        {"xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><r><t>x</t></r></si></sst>"},
                                                        {"xl/worksheets/sheet1.xml", sheet}}));
    put("archives", "zip", 'Z' + testing::stored_zip({{"a.csv", "code,display\n1,one\n"}, {"dir/b.txt", "two"}}));
    put("archives", "zip-lying", 'Z' + testing::stored_zip({{"a", "b"}}, 1'000'000));
    put("archives", "zip-locked", 'Z' + testing::stored_zip({{"a", "b"}}, 0, 1));
    put("archives", "gzip", 'G' + gzip("code,display\n1,one\n"));
    put("archives", "gzip-zeros", 'G' + gzip(std::string(100'000, '\0')));
  }

  void make_requests() {
    put("requests", "search", R"(!{"query":"tibia","limit":5,"offset":1,"systems":["icd10cm"],"filter":"is:billable","isTyping":false,"explain":true})");
    put("requests", "sources", 'T' + read_whole(root_ / "data/sources.json").substr(0, 4000));
    put("requests", "lexicon", "Lfrom\tto\tsystems\nheart attack\tmyocardial infarction|infarct\ticd10cm\nplease\t-\t\n");
    put("requests", "pack",
        R"(P{"catalog":"01234567","concepts":{"E11":{"notes":[{"kind":"includes","text":"a"}]},"E11.9":{"designations":[{"use":"short","text":"t"}],"axes":[{"title":"t","value":"v","label":"l"}],)"
        R"("properties":[{"name":"n","value":"v"}],"relations":[{"kind":"maps-to","system":"hcpcs","code":"C1874","flags":["approximate"]}],"article":{"kind":"procedure","title":"t","reviewed":"2026",)"
        R"("sections":[{"heading":"Summary","subheading":"During","blocks":["p",{"list":["a"]},{"steps":["b"]}]}]}}},"groups":{"E08-E13":{"notes":[{"kind":"excludes1","text":"b"}]}}})");
    for (const auto& pack : api::make_detail_packs(testing::hand_made_content().concepts, {}, testing::hand_made_content().groups)) put("requests", pack.entry.file, 'P' + pack.json);
  }

  fs::path root_;
  std::vector<Seed> seeds_;
};

}  // namespace

std::vector<Seed> make_seeds(const std::string& root) { return SeedMaker(root).make_all(); }

}  // namespace medcode::fuzz
