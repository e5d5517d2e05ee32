#include "core/sources/fhir_r4.hpp"

#include "core/sources/bounded_json.hpp"
#include "tests/sources/reader_fixture.hpp"

namespace medcode::testing {
namespace {

Result<SourceContent> read(const std::string& text) { return read_fhir_r4({"bundle.json", text}); }

SourceContent fixture() { return read(fixture_text("fhir/bundle.json")).value(); }

TEST(FhirR4, ResourcesWithCodesAreRecognisedByContent) {
  EXPECT_TRUE(is_fhir_r4({"f", fixture_text("fhir/bundle.json")}));
  EXPECT_TRUE(is_fhir_r4({"f", "\xEF\xBB\xBF{ \"id\":\"x\", \"resourceType\" : \"ConceptMap\"}"}));
  EXPECT_FALSE(is_fhir_r4({"f", "{\"resourceType\":\"Patient\"}"}));
  EXPECT_FALSE(is_fhir_r4({"f", "[{\"resourceType\":\"Bundle\"}]"}));
  EXPECT_FALSE(is_fhir_r4({"f", "code,display\n"}));
}

TEST(FhirR4, NestedConceptsKeepParentNamesNotesAndState) {
  const SourceContent content = fixture();
  const Concept* foam = find_concept(content, "wound-care", "W1.1");
  ASSERT_NE(foam, nullptr);
  EXPECT_EQ(foam->display, "Foam dressing");
  EXPECT_EQ(foam->parent, "W1");
  EXPECT_TRUE(has_designation(*foam, DesignationUse::Synonym, "Schaumverband für Wunden"));
  EXPECT_TRUE(has_designation(*foam, DesignationUse::Abbreviation, "FD"));
  ASSERT_EQ(foam->notes.size(), 1U);
  EXPECT_EQ(foam->notes[0].text, "Absorbs exudate \"quickly\".");
  EXPECT_EQ(property(*foam, "price"), "12.5");
  EXPECT_EQ(find_concept(content, "wound-care", "W1.2")->status, Status::Inactive);
  EXPECT_EQ(find_concept(content, "wound-care", "W1.2")->display, "Gauze dressing");
  EXPECT_EQ(find_concept(content, "wound-care", "W2")->display, "W2");
}

TEST(FhirR4, EveryUseOfANameIsKept) {
  const SourceContent content = read(R"({"resourceType":"CodeSystem","url":"urn:wards","content":"complete","concept":[{"code":"1","display":"Bed","designation":[
    {"use":{"code":"short"},"value":"B"},{"use":{"code":"consumer"},"value":"Place to lie"},{"use":{"code":"else"},"value":"Couch"}]}]})").value();
  ASSERT_EQ(content.concepts.size(), 1U);
  EXPECT_TRUE(has_designation(content.concepts[0], DesignationUse::Short, "B"));
  EXPECT_TRUE(has_designation(content.concepts[0], DesignationUse::Lay, "Place to lie"));
  EXPECT_TRUE(has_designation(content.concepts[0], DesignationUse::Synonym, "Couch"));
}

TEST(FhirR4, ACodeWithTwoParentsIsUnderTheFirstAndRelatedToTheOther) {
  const SourceContent content = read(R"({"resourceType":"CodeSystem","url":"urn:wards","content":"complete","concept":[{"code":"1","display":"Bed"},{"code":"2","display":"Place"},
    {"code":"3","display":"Cot","property":[{"code":"parent","valueCode":"1"},{"code":"parent","valueCode":"2"},{"code":"partOf","valueCode":"2"},
    {"code":"kind","valueCoding":{"code":"small"}},{"code":"deprecationDate","valueDateTime":"2020-01-01"}]}]})").value();
  const Concept& cot = content.concepts[2];
  EXPECT_EQ(cot.parent, "1");
  EXPECT_EQ(relation_lines(cot), (std::vector<std::string>{"is-a " + cot.system + " 2", "part-of " + cot.system + " 2"}));
  EXPECT_EQ(property(cot, "kind"), "small");
  EXPECT_EQ(cot.status, Status::Inactive);
}

TEST(FhirR4, TheSystemIsDescribedByItsResource) {
  const SourceContent content = fixture();
  ASSERT_FALSE(content.systems.empty());
  const CodeSystem& system = content.systems[0];
  EXPECT_EQ(system.id, "wound-care");
  EXPECT_EQ(system.title, "Wound care catalogue");
  EXPECT_EQ(system.version, "3.1");
  EXPECT_EQ(system.publisher, "Städtisches Klinikum");
  EXPECT_EQ(system.notice, "For use inside the hospital.");
}

TEST(FhirR4, ValueSetsAddMembershipAndSynonymsAndDefineOtherCodes) {
  const SourceContent content = fixture();
  const Concept* foam = find_concept(content, "wound-care", "W1.1");
  EXPECT_TRUE(has_designation(*foam, DesignationUse::Synonym, "Polyurethane foam"));
  EXPECT_EQ(property(*foam, "value-set"), "Ward 7 favourites");
  EXPECT_EQ(find_concept(content, "icd10cm", "L89.152")->display, "Pressure ulcer of sacral region, stage 2");
  EXPECT_EQ(find_concept(content, "cvx", "115")->display, "Tdap");
}

TEST(FhirR4, ConceptMapsBecomeRelationsWithTheirEquivalence) {
  const SourceContent content = fixture();
  using Lines = std::vector<std::string>;
  EXPECT_EQ(relation_lines(*find_concept(content, "wound-care", "W1.1")),
            (Lines{"is-a wound-care W2", "maps-to hcpcs A6209 [narrower] [approximate]"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "wound-care", "W1.2")), (Lines{"maps-to hcpcs A6216 [equivalent]"}));
  EXPECT_EQ(relation_lines(*find_concept(content, "wound-care", "W2")),
            (Lines{"maps-to hcpcs  [unmatched] [no-map]"}));
}

TEST(FhirR4, RowsAreAllAccountedFor) {
  const SourceReport report = fixture().report;
  EXPECT_EQ(report.read, 10U);    // 4 concepts, 3 value set codes, 3 map targets
  EXPECT_EQ(report.skipped, 4U);  // not-present system, filter, heading, patient
  EXPECT_EQ(report.refused, 0U);
}

TEST(FhirR4, TheRoleFollowsFromTheResources) {
  EXPECT_EQ(fixture().role, SourceRole::Local);
  const std::string system = R"({"resourceType":"CodeSystem","url":"http://loinc.org","content":"complete","date":"2026-02-01",
    "concept":[{"code":"1-8","display":"x"}]})";
  EXPECT_EQ(read(system)->role, SourceRole::CodeList);
  EXPECT_EQ(read(system)->release, "2026-02-01");
  EXPECT_EQ(read(system)->systems[0].id, "loinc");
  EXPECT_EQ(read(damaged(system, {"complete", "fragment", ""}))->role, SourceRole::CodeList);
  EXPECT_TRUE(read(damaged(system, {"complete", "fragment", ""}))->partial);
  EXPECT_EQ(read(damaged(system, {"complete", "supplement", ""}))->role, SourceRole::Local);
  const std::string map = R"({"resourceType":"ConceptMap","url":"http://a.example/m","group":[{"source":"http://a.example/s",
    "target":"http://b.example/s","element":[{"code":"1","target":[{"code":"2","equivalence":"disjoint"}]}]}]})";
  EXPECT_EQ(read(map)->role, SourceRole::Mapping);
  EXPECT_EQ(relation_lines(read(map)->concepts[0]), (std::vector<std::string>{"disjoint-from b-example-s 2 [disjoint]"}));
}

TEST(FhirR4, DamageIsNamedClearly) {
  const std::string good = fixture_text("fhir/bundle.json");
  const std::vector<Damage> damages = {
      {"", "  \n", "bundle.json: The file holds no JSON."},
      {"\"type\": \"collection\",", "\"type\": \"collection\"", "bundle.json:4: The JSON is malformed: \"syntax error"},
      {"{ \"resource\": { \"resourceType\": \"Patient\", \"id\": \"nobody\" } }\n  ]\n}\n", "{", "The JSON ends in the middle of a value."},
      {"\"Bundle\"", "\"List\"", "The resource is a 'List', which holds no codes."},
      {"\"resourceType\": \"Bundle\",", "", "The JSON has no resourceType."},
      {"\"entry\"", "\"entries\"", "The Bundle has no entry."},
      {"\"code\": \"W1.2\",", "", "CodeSystem 'https://hospital.example/fhir/CodeSystem/wound-care' has a concept without code under 'W1'."},
      {"\"code\": \"W2\" }\n        ]", "\"code\": \"W1\" }\n        ]", "defines the code 'W1' twice."},
      {"\"system\": \"http://hl7.org/fhir/sid/cvx\",", "", "ValueSet 'https://hospital.example/fhir/ValueSet/expanded' lists the code '115' without system."},
      {"\"equivalence\": \"narrower\"", "\"equivalence\": \"smaller\"", "maps 'W1.1' with the unknown equivalence 'smaller'."},
      {"\"code\": \"A6216\", ", "", "maps 'W1.2' as 'equivalent' to no code."},
      {"\"source\": \"https", "\"origin\": \"https", "has a group without a usable source system ''."},
      {"\"url\": \"https://hospital.example/fhir/CodeSystem/wound-care\",", "", "has no url, so its codes belong to no system."},
      {"Gauze", "Ga\xFFze", "bundle.json:37: The JSON is malformed: "},
  };
  for (const Damage& damage : damages) {
    EXPECT_NE(complaint(read(damaged(good, damage))).find(damage.complaint), std::string::npos)
        << damage.complaint << "\n got: " << complaint(read(damaged(good, damage)));
  }
}

TEST(FhirR4, DepthIsBoundedBeforeAnythingIsBuilt) {
  const std::string deep(100000, '[');
  const auto result = read("{\"resourceType\":\"Bundle\",\n\"entry\":" + deep);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::TooLarge);
  EXPECT_EQ(result.error().place.line, 2U);
}

TEST(FhirR4, MembersOfTheWrongKindNeverThrow) {
  for (const char* text : {R"({"resourceType":"CodeSystem","url":5,"content":"complete","concept":[1,null,{"code":{}}]})",
                           R"({"resourceType":"Bundle","entry":[1,null,"x",{"resource":[]}]})",
                           R"({"resourceType":"ValueSet","compose":{"include":[{"concept":[{"code":[]}]},7]}})",
                           R"({"resourceType":"ConceptMap","group":[{"source":"urn:a","element":[{"code":"1","target":[3]}]}]})"}) {
    EXPECT_TRUE(read(text).ok()) << text;
  }
}

}  // namespace
}  // namespace medcode::testing
