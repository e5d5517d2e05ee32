// What is in a catalog, once it is open?
//
// Exports Catalog, the frozen reader: the decoded columns of the file by concept number and by name number. Concepts of
// one system are consecutive, names of one concept are consecutive, the first name is the display.
// Held by tests/catalog/catalog_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/catalog/catalog_builder.hpp"
#include "core/catalog/code_table.hpp"
#include "core/catalog/format.hpp"
#include "core/catalog/hierarchy.hpp"
#include "core/catalog/name_table.hpp"
#include "core/catalog/word_list.hpp"
#include "core/systems/code_system.hpp"
#include "core/systems/concept.hpp"

namespace medcode::catalog {

/// Is a system of the catalog and the run [first, end) of its concepts.
struct SystemRun {
  CodeSystem system;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

/// Is an open catalog. Immutable; movable; safe to read from several threads. References and views live as long as it.
class Catalog {
 public:
  /// Opens `bytes`, checking every checksum and bound; the bytes need not outlive the call, for the front-coded
  /// columns are decoded once. Costs about 25 ms for 220,000 concepts. Errors: as Container::open, Damaged, TooLarge.
  /// Not inlined: the caller is compiled for size, what is done here once a name must be fast.
  [[gnu::noinline]] static Result<Catalog> open(std::string_view bytes);

  const std::string& id() const { return id_; }
  const std::vector<SystemRun>& systems() const { return systems_; }
  const std::vector<Group>& groups() const { return groups_; }
  std::string_view lexicon() const { return lexicon_; }
  const WordList& words() const { return words_; }
  const NameTable& names() const { return names_; }

  std::uint32_t concept_count() const { return static_cast<std::uint32_t>(codes_.size()); }
  std::uint32_t name_count() const { return static_cast<std::uint32_t>(names_.size()); }

  // Of the concept with this number. Requires: number < concept_count().
  std::string_view code(std::uint32_t number) const { return codes_.code(number); }
  std::uint8_t flags(std::uint32_t number) const { return flags_[number]; }
  Status status(std::uint32_t number) const { return (flags_[number] & flag::inactive) != 0 ? Status::Inactive : Status::Active; }
  Billing billing(std::uint32_t number) const {
    if ((flags_[number] & flag::billable) != 0) return Billing::Billable;
    return (flags_[number] & flag::header) != 0 ? Billing::Header : Billing::NotApplicable;
  }
  bool has_article(std::uint32_t number) const { return (flags_[number] & flag::article) != 0; }
  std::uint8_t usage(std::uint32_t number) const { return usage_[number]; }
  std::uint32_t parent(std::uint32_t number) const { return parents_[number]; }
  std::uint32_t first_name(std::uint32_t number) const { return first_names_[number]; }
  std::uint32_t end_name(std::uint32_t number) const { return first_names_[number + 1]; }
  std::string display(std::uint32_t number) const { return name_text(first_names_[number]); }
  std::size_t system_of(std::uint32_t number) const;  ///< index into systems()

  // Of the name with this number. Requires: number < name_count().
  DesignationUse name_use(std::uint32_t number) const { return static_cast<DesignationUse>(name_uses_[number]); }
  std::uint32_t concept_of_name(std::uint32_t number) const { return name_concepts_[number]; }
  std::string name_text(std::uint32_t number) const;

  /// Returns the index into systems() of the system with this id.
  std::optional<std::size_t> find_system(std::string_view id) const;

  /// Returns the number of the concept with this code in any spelling ("e119"), an exactly equal spelling first.
  std::optional<std::uint32_t> find(std::size_t system, std::string_view wanted) const;

  /// Returns the run [first, end) of the concepts of `system` whose compact code starts with `compact`.
  std::pair<std::uint32_t, std::uint32_t> find_prefix(std::size_t system, std::string_view compact) const;

  /// Returns the file name of the detail pack of a concept; empty when the catalog has none.
  std::string_view pack_of(std::uint32_t number) const;

 private:
  std::string id_;
  std::vector<SystemRun> systems_;
  std::vector<Group> groups_;
  std::vector<PackEntry> packs_;
  std::string lexicon_;
  WordList words_;
  NameTable names_;
  CodeTable codes_;
  std::vector<std::uint8_t> flags_;
  std::vector<std::uint8_t> usage_;
  std::vector<std::uint32_t> parents_;
  std::vector<std::uint32_t> first_names_;
  std::vector<std::uint8_t> name_uses_;
  std::vector<std::uint32_t> name_concepts_;

  friend class CatalogOpening;
};

}  // namespace medcode::catalog
