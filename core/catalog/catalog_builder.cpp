#include "core/catalog/catalog_builder.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/base/bytes.hpp"
#include "core/base/utf8.hpp"
#include "core/catalog/code_table.hpp"
#include "core/catalog/container.hpp"
#include "core/catalog/hierarchy.hpp"
#include "core/catalog/name_table.hpp"
#include "core/catalog/name_words.hpp"
#include "core/catalog/usage_scale.hpp"
#include "core/catalog/word_list.hpp"

namespace medcode::catalog {
namespace {

/// Is the run of concepts of one system.
struct Run {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

Error refuse(ErrorCode code, std::string message) {
  return Error{code, std::move(message), "This is a mistake of the program that merged the sources; please report it.", {}};
}

bool has_property(const Concept& entry, std::string_view name) {
  return std::any_of(entry.properties.begin(), entry.properties.end(), [name](const Property& property) { return property.name == name; });
}

/// Finds the run of each system and checks order and uniqueness.
Result<std::vector<Run>> find_runs(const CatalogContent& content) {
  std::vector<Run> runs;
  std::uint32_t at = 0;
  const auto count = static_cast<std::uint32_t>(content.concepts.size());
  for (const CodeSystem& system : content.systems) {
    Run run{at, at};
    std::string previous;
    while (run.end < count && content.concepts[run.end].system == system.id) {
      const Concept& entry = content.concepts[run.end];
      if (entry.code.empty() || entry.code.size() > max_code_bytes) return refuse(ErrorCode::TooLarge, "The code `" + entry.code + "` of " + system.id + " is empty or longer than 64 bytes.");
      if (std::any_of(entry.code.begin(), entry.code.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; })) return refuse(ErrorCode::BadFormat, "A code of " + system.id + " has a line break or another control character in it.");
      std::string sort_key = compact_code(entry.code) + '\0' + entry.code;
      if (run.end != run.first && sort_key <= previous) return refuse(ErrorCode::Duplicate, "The code `" + entry.code + "` of " + system.id + " is twice in the catalog or out of order.");
      previous = std::move(sort_key);
      ++run.end;
    }
    at = run.end;
    runs.push_back(run);
  }
  if (at != count) return refuse(ErrorCode::UnknownReference, "The concept " + content.concepts[at].system + "/" + content.concepts[at].code + " is of a system that is not in the catalog or stands out of order.");
  return runs;
}

void write_systems(const CatalogContent& content, const std::vector<Run>& runs, Sections& sections) {
  ByteWriter writer;
  writer.leb(content.systems.size());
  for (std::size_t i = 0; i < content.systems.size(); ++i) {
    const CodeSystem& system = content.systems[i];
    for (const std::string* text : {&system.id, &system.title, &system.uri, &system.version, &system.publisher, &system.notice}) writer.text(*text);
    writer.leb(runs[i].end - runs[i].first);
  }
  sections[static_cast<std::size_t>(Section::Systems)] = std::move(writer).bytes();
}

void write_codes(const CatalogContent& content, Sections& sections) {
  CodeTableWriter codes;
  for (const Concept& entry : content.concepts) codes.add(entry.code);
  sections[static_cast<std::size_t>(Section::CodePrefixes)] = codes.prefixes();
  sections[static_cast<std::size_t>(Section::CodeSuffixes)] = codes.suffixes();
}

std::uint8_t flags_of(const Concept& entry) {
  std::uint8_t flags = 0;
  if (entry.status == Status::Inactive) flags |= flag::inactive;
  if (entry.billing == Billing::Billable) flags |= flag::billable;
  if (entry.billing == Billing::Header) flags |= flag::header;
  if (has_property(entry, "retired")) flags |= flag::retired;
  return flags;
}

void write_flags_and_usage(const CatalogContent& content, Sections& sections) {
  std::string flags, usage;
  for (const Concept& entry : content.concepts) {
    flags.push_back(static_cast<char>(flags_of(entry)));
    usage.push_back(static_cast<char>(usage_to_scale(entry.usage)));
  }
  for (const std::uint32_t number : content.with_article) flags[number] = static_cast<char>(static_cast<std::uint8_t>(flags[number]) | flag::article);
  sections[static_cast<std::size_t>(Section::Flags)] = std::move(flags);
  sections[static_cast<std::size_t>(Section::Usage)] = std::move(usage);
}

/// Writes 0 where the parent follows from the code's shape, 1 for none against the shape, else 2 + its place in the run.
void write_parents(const CatalogContent& content, const std::vector<Run>& runs, Sections& sections) {
  ByteWriter writer;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto concepts = content.concepts.subspan(runs[i].first, runs[i].end - runs[i].first);
    std::unordered_map<std::string_view, std::uint32_t> places;
    for (std::uint32_t k = 0; k < concepts.size(); ++k) places.emplace(concepts[k].code, k);
    ShapeParents by_shape(content.systems[i].id);
    std::string_view previous;
    for (std::uint32_t k = 0; k < concepts.size(); ++k) {
      const std::uint32_t shape_parent = by_shape.next(shared_bytes(previous, concepts[k].code), concepts[k].code.size(), k);
      previous = concepts[k].code;
      const auto named = concepts[k].parent.empty() ? places.end() : places.find(concepts[k].parent);
      const bool follows = named == places.end() || named->second == shape_parent || named->second == k;
      writer.leb(follows ? 0 : 2 + std::uint64_t{named->second});
    }
  }
  sections[static_cast<std::size_t>(Section::Parents)] = std::move(writer).bytes();
}

/// Lists the names of a concept that are searched: the display, then the others in the order given.
template <typename Visit>
void for_each_name(const Concept& entry, Visit visit) {
  visit(DesignationUse::Display, entry.display);
  for (const Designation& designation : entry.designations) {
    if (is_searchable(entry.system, designation.use)) visit(designation.use, designation.text);
  }
}

/// Refuses a name that no catalog may hold: cut or mended, it would be shown as another one.
Result<Done> check_names(const CatalogContent& content) {
  for (const Concept& entry : content.concepts) {
    std::size_t longest = 0, most_words = 0;
    bool is_text = find_invalid_utf8(entry.code) == std::string::npos;
    for_each_name(entry, [&](DesignationUse, const std::string& name) {
      is_text = is_text && find_invalid_utf8(name) == std::string::npos;
      longest = std::max(longest, name.size());
      if (name.size() > max_name_words) most_words = std::max(most_words, split_name(name).size());  // a word has a byte
    });
    if (!is_text) return refuse(ErrorCode::BadEncoding, "The code or a name of " + entry.system + "/" + to_valid_utf8(entry.code) + " is not UTF-8.");
    if (longest <= max_name_bytes && most_words <= max_name_words) continue;
    return Error{ErrorCode::TooLarge,
                 "A name of " + entry.system + "/" + entry.code + " has " + std::to_string(longest) + " bytes and " + std::to_string(most_words) + " words; a catalog holds names of " +
                     std::to_string(max_name_bytes) + " bytes and " + std::to_string(max_name_words) + " words.",
                 "Shorten it in its source, or give the long text as a note.", {}};
  }
  return Done{};
}

void write_names(const CatalogContent& content, Sections& sections) {
  WordNumbering numbering;
  for (const Concept& entry : content.concepts) {
    for_each_name(entry, [&numbering](DesignationUse, const std::string& name) {
      for (const std::string& word : split_name(name)) numbering.count(word);
    });
  }
  numbering.finish();
  ByteWriter counts;
  std::string uses;
  NameTableWriter names;
  std::vector<std::uint32_t> numbers;
  for (const Concept& entry : content.concepts) {
    std::uint32_t count = 0;
    for_each_name(entry, [&](DesignationUse use, const std::string& name) {
      numbers.clear();
      for (const std::string& word : split_name(name)) numbers.push_back(numbering.number(word));
      names.add(numbers);
      if (count++ != 0) uses.push_back(static_cast<char>(use));
    });
    counts.leb(count);
  }
  const auto put = [&sections](Section which, std::string bytes) { sections[static_cast<std::size_t>(which)] = std::move(bytes); };
  put(Section::NameCounts, std::move(counts).bytes());
  put(Section::NameUses, std::move(uses));
  put(Section::NamePrefixes, names.prefixes());
  put(Section::NameSuffixes, names.suffixes());
  put(Section::NameMiddles, names.middles());
  put(Section::NameWords, names.words());
  WordListBytes words = write_word_list(numbering.words());
  put(Section::CommonWords, std::move(words.common));
  put(Section::WordPrefixes, std::move(words.prefixes));
  put(Section::WordSuffixes, std::move(words.suffixes));
  put(Section::WordKinds, std::move(words.kinds));
  put(Section::FormKeys, std::move(words.keys));
  put(Section::FormTails, std::move(words.tails));
}

void write_groups(const CatalogContent& content, Sections& sections) {
  ByteWriter writer;
  writer.leb(content.groups.size());
  for (const Group& group : content.groups) {
    for (const std::string* text : {&group.system, &group.id, &group.title, &group.parent, &group.first, &group.last}) writer.text(*text);
  }
  sections[static_cast<std::size_t>(Section::Groups)] = std::move(writer).bytes();
}

void write_packs(const CatalogContent& content, Sections& sections) {
  ByteWriter writer;
  writer.leb(content.packs.size());
  for (const PackEntry& pack : content.packs) {
    writer.leb(pack.first);
    writer.text(pack.file);
  }
  sections[static_cast<std::size_t>(Section::Packs)] = std::move(writer).bytes();
}

}  // namespace

bool is_searchable(const std::string& system, DesignationUse use) {
  return use != DesignationUse::Short || (system != "icd10cm" && system != "icd10pcs");
}

Result<std::string> build_catalog(const CatalogContent& content) {
  if (content.concepts.size() > max_concepts || content.systems.size() > max_systems) {
    return Error{ErrorCode::TooLarge,
                 "A catalog holds at most " + std::to_string(max_concepts) + " concepts of " + std::to_string(max_systems) + " systems; these are " +
                     std::to_string(content.concepts.size()) + " of " + std::to_string(content.systems.size()) + ".",
                 "Name the systems to keep with --systems.", {}};
  }
  const Result<std::vector<Run>> runs = find_runs(content);
  if (!runs.ok()) return runs.error();
  if (const Result<Done> names = check_names(content); !names.ok()) return names.error();
  Sections sections;
  write_systems(content, runs.value(), sections);
  write_codes(content, sections);
  write_flags_and_usage(content, sections);
  write_parents(content, runs.value(), sections);
  write_names(content, sections);
  write_groups(content, sections);
  write_packs(content, sections);
  sections[static_cast<std::size_t>(Section::Lexicon)] = content.lexicon;
  return write_container(sections);
}

}  // namespace medcode::catalog
