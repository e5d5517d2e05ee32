// How are the bytes of a catalog turned into its columns? Every number is checked before it is used.
#include <algorithm>

#include "core/base/bytes.hpp"
#include "core/base/utf8.hpp"
#include "core/catalog/catalog.hpp"
#include "core/catalog/container.hpp"

namespace medcode::catalog {

namespace {

Error damaged(const char* part) {
  return Error{ErrorCode::Damaged, std::string("The catalog's ") + part + " are damaged.", "Fetch it again, or build it again with `medcode build`.", {}};
}

}  // namespace

/// Fills a Catalog step by step; each step returns false when its section is damaged.
class CatalogOpening {
 public:
  CatalogOpening(const Container& container, Catalog& catalog) : container_(container), catalog_(catalog) {}

  bool read_systems();
  bool read_columns();
  bool read_parents();
  bool read_name_counts();
  bool read_groups();
  bool read_packs();
  Result<Done> read_texts();
  bool are_names_bounded() const;

 private:
  std::string_view section(Section which) const { return container_.section(which); }
  std::uint32_t count() const { return catalog_.systems_.empty() ? 0 : catalog_.systems_.back().end; }

  const Container& container_;
  Catalog& catalog_;
};

bool CatalogOpening::read_systems() {
  ByteReader reader(section(Section::Systems));
  const std::uint32_t count_of_systems = reader.leb();
  if (count_of_systems > max_systems) return false;
  std::uint64_t first = 0;
  for (std::uint32_t i = 0; i < count_of_systems; ++i) {
    SystemRun run;
    for (std::string* text : {&run.system.id, &run.system.title, &run.system.uri, &run.system.version, &run.system.publisher, &run.system.notice}) {
      *text = to_valid_utf8(reader.text());
    }
    run.first = static_cast<std::uint32_t>(first);
    first += reader.leb();
    if (!reader.ok() || first > max_concepts) return false;
    run.end = static_cast<std::uint32_t>(first);
    catalog_.systems_.push_back(std::move(run));
  }
  return reader.ok() && reader.at_end();
}

bool CatalogOpening::read_columns() {
  const auto copy = [](std::string_view bytes, std::vector<std::uint8_t>& column) { column.assign(bytes.begin(), bytes.end()); };
  copy(section(Section::Flags), catalog_.flags_);
  copy(section(Section::Usage), catalog_.usage_);
  return catalog_.flags_.size() == count() && catalog_.usage_.size() == count();
}

bool CatalogOpening::read_parents() {
  ByteReader reader(section(Section::Parents));
  catalog_.parents_.assign(count(), no_parent);
  for (const SystemRun& run : catalog_.systems_) {
    ShapeParents by_shape(run.system.id);
    for (std::uint32_t number = run.first; number < run.end; ++number) {
      const std::uint32_t written = reader.leb();
      const std::uint32_t shape_parent = by_shape.next(catalog_.codes_.shared[number], catalog_.code(number).size(), number);
      if (written == 1 || (written > 1 && written - 2 >= run.end - run.first)) return false;
      catalog_.parents_[number] = written == 0 ? shape_parent : run.first + (written - 2);
      if (catalog_.parents_[number] == number) return false;
    }
  }
  return reader.ok() && reader.at_end();
}

bool CatalogOpening::read_name_counts() {
  ByteReader reader(section(Section::NameCounts));
  const std::string_view uses = section(Section::NameUses);
  const std::uint64_t name_count = std::uint64_t{count()} + uses.size();
  if (name_count > max_names) return false;
  catalog_.first_names_.resize(std::size_t{count()} + 1);
  catalog_.name_uses_.resize(static_cast<std::size_t>(name_count), static_cast<std::uint8_t>(DesignationUse::Display));
  catalog_.name_concepts_.resize(static_cast<std::size_t>(name_count));
  std::uint32_t name = 0;
  std::size_t next_use = 0;
  for (std::uint32_t number = 0; number < count(); ++number) {
    catalog_.first_names_[number] = name;
    const std::uint32_t names = reader.leb();
    if (names == 0 || names - 1 > uses.size() - next_use) return false;
    catalog_.name_concepts_[name++] = number;
    for (std::uint32_t i = 1; i < names; ++i) {
      const auto use = static_cast<std::uint8_t>(uses[next_use++]);
      if (use > static_cast<std::uint8_t>(DesignationUse::Lay)) return false;
      catalog_.name_concepts_[name] = number;
      catalog_.name_uses_[name++] = use;
    }
  }
  catalog_.first_names_[count()] = name;
  return reader.ok() && reader.at_end() && next_use == uses.size();
}

bool CatalogOpening::read_groups() {
  ByteReader reader(section(Section::Groups));
  const std::uint32_t count_of_groups = reader.leb();
  if (count_of_groups > reader.remaining()) return false;
  for (std::uint32_t i = 0; i < count_of_groups && reader.ok(); ++i) {
    Group group;
    for (std::string* text : {&group.system, &group.id, &group.title, &group.parent, &group.first, &group.last}) *text = to_valid_utf8(reader.text());
    catalog_.groups_.push_back(std::move(group));
  }
  return reader.ok() && reader.at_end();
}

bool CatalogOpening::read_packs() {
  ByteReader reader(section(Section::Packs));
  const std::uint32_t count_of_packs = reader.leb();
  if (count_of_packs > reader.remaining()) return false;
  for (std::uint32_t i = 0; i < count_of_packs && reader.ok(); ++i) {
    PackEntry pack;
    pack.first = reader.leb();
    pack.file = to_valid_utf8(reader.text());
    if (!catalog_.packs_.empty() && pack.first <= catalog_.packs_.back().first) return false;
    catalog_.packs_.push_back(std::move(pack));
  }
  return reader.ok() && reader.at_end();
}

/// Says whether no name, and not all names together, are longer than the limits: words of words are how a small file asks for
/// much memory. The words of a name are looked up only where the longest word could make it, or the whole, too long.
bool CatalogOpening::are_names_bounded() const {
  const WordList& words = catalog_.words_;
  const NameTable& names = catalog_.names_;
  std::size_t file_bytes = 0, longest_word = 0, total = 0;
  for (const std::string_view part : container_.sections()) file_bytes += part.size();
  for (std::uint32_t word = 0; word < words.size(); ++word) longest_word = std::max(longest_word, words.word(word).size());
  const std::size_t most = max_expansion * file_bytes;
  const bool is_small = longest_word <= most / std::max<std::size_t>(names.words.size(), 1);
  const std::size_t few_words = max_name_bytes / std::max<std::size_t>(longest_word, 1);
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    if (is_small && names.name(name).size() <= few_words) continue;
    std::size_t bytes = 0;
    for (const std::uint32_t word : names.name(name)) bytes += words.word(word).size();
    total += bytes;
    if (bytes > max_name_bytes || total > most) return false;
  }
  return true;
}

Result<Done> CatalogOpening::read_texts() {
  Result<WordList> words = read_word_list({section(Section::CommonWords), section(Section::WordPrefixes), section(Section::WordSuffixes), section(Section::WordKinds), section(Section::FormKeys),
                                           section(Section::FormTails)});
  if (!words.ok()) return words.error();
  if (find_invalid_utf8(words->spelled.text) != std::string_view::npos) return damaged("words");
  catalog_.words_ = std::move(words).value();
  Result<NameTable> names = read_name_table({section(Section::NamePrefixes), section(Section::NameSuffixes), section(Section::NameMiddles), section(Section::NameWords)},
                                            static_cast<std::uint32_t>(catalog_.name_uses_.size()), static_cast<std::uint32_t>(catalog_.words_.size()));
  if (!names.ok()) return names.error();
  catalog_.names_ = std::move(names).value();
  return are_names_bounded() ? Result<Done>(Done{}) : damaged("names");
}

Result<Catalog> Catalog::open(std::string_view bytes) {
  const Result<Container> container = Container::open(bytes);
  if (!container.ok()) return container.error();
  Catalog catalog;
  catalog.id_ = container->id();
  CatalogOpening opening(container.value(), catalog);
  if (!opening.read_systems()) return damaged("code systems");
  const std::uint32_t count = catalog.systems_.empty() ? 0 : catalog.systems_.back().end;
  Result<CodeTable> codes = read_code_table(container->section(Section::CodePrefixes), container->section(Section::CodeSuffixes), count);
  if (!codes.ok()) return codes.error();
  if (find_invalid_utf8(text_of(codes->text)) != std::string_view::npos) return damaged("codes");
  catalog.codes_ = std::move(codes).value();
  if (!opening.read_columns()) return damaged("flags");
  if (!opening.read_parents()) return damaged("parents");
  if (!opening.read_name_counts()) return damaged("name counts");
  if (const Result<Done> texts = opening.read_texts(); !texts.ok()) return texts.error();
  if (!opening.read_groups()) return damaged("chapters");
  if (!opening.read_packs()) return damaged("detail packs");
  catalog.lexicon_ = to_valid_utf8(container->section(Section::Lexicon));
  return catalog;
}

}  // namespace medcode::catalog
