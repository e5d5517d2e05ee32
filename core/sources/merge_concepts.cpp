// The rules of merge.hpp for one record: who may define, and what an older or lesser source may still add.
#include "core/sources/merge_concepts.hpp"

#include <algorithm>
#include <utility>

#include "core/sources/lines.hpp"
#include "core/sources/release_order.hpp"

namespace medcode {
namespace {

std::string key_of(std::string_view system, std::string_view identity) {
  std::string key;
  key.reserve(system.size() + 1 + identity.size());
  key.append(system).append(1, ' ').append(identity);
  return key;
}

template <typename Value>
void append(std::vector<Value>& to, std::vector<Value>& from) {
  if (to.empty()) {
    to = std::move(from);
  } else {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
}

bool has_use(const std::vector<Designation>& designations, DesignationUse use) {
  return std::any_of(designations.begin(), designations.end(), [&](const Designation& known) { return known.use == use; });
}

/// Appends the designations; short names only where the concept has none, as they differ between releases.
void append_designations(Concept& known, Concept& record) {
  const bool has_short = has_use(known.designations, DesignationUse::Short);
  for (Designation& designation : record.designations) {
    if (designation.use == DesignationUse::Short && has_short) continue;
    known.designations.push_back(std::move(designation));
  }
}

/// Appends the notes that the concept does not have yet.
void append_notes(Concept& known, Concept& record) {
  for (Note& note : record.notes) {
    const bool present = std::any_of(known.notes.begin(), known.notes.end(),
                                     [&](const Note& other) { return other.kind == note.kind && other.text == note.text; });
    if (!present) known.notes.push_back(std::move(note));
  }
}

/// Appends the properties whose name the concept does not have yet.
void append_properties(Concept& known, Concept& record) {
  const std::size_t before = known.properties.size();
  for (Property& property : record.properties) {
    const auto end = known.properties.begin() + static_cast<std::ptrdiff_t>(before);
    const bool present = std::any_of(known.properties.begin(), end, [&](const Property& other) { return other.name == property.name; });
    if (!present) known.properties.push_back(std::move(property));
  }
}

}  // namespace

ConceptMerger::ConceptMerger(const std::vector<Origin>& origins, FindingCollector& findings)
    : origins_(origins), findings_(findings) {}

void ConceptMerger::define(Concept&& record, std::size_t origin) {
  std::string compact = compact_code(record.code);
  const auto [place, fresh] = places_.emplace(key_of(record.system, code_identity(record.system, record.code)), concepts_.size());
  if (!fresh) {
    join(concepts_[place->second], std::move(record), origin);
    return;
  }
  MergedConcept made;
  made.value = std::move(record);
  made.compact = std::move(compact);
  made.definer = origin;
  if (origins_[origin].role == SourceRole::Tabular) made.tabular = origin;
  concepts_.push_back(std::move(made));
}

void ConceptMerger::add(Concept&& record, std::size_t origin) {
  MergedConcept* const known = find(record.system, record.code);
  if (known == nullptr) {
    report(FindingKind::UnknownCode, origin, record, record.designations.empty() ? "" : record.designations.front().text);
    return;
  }
  join(*known, std::move(record), origin);
}

MergedConcept* ConceptMerger::find(std::string_view system, std::string_view code) {
  const auto place = places_.find(key_of(system, code_identity(system, code)));
  return place == places_.end() ? nullptr : &concepts_[place->second];
}

void ConceptMerger::clear_usage(std::string_view system) {
  for (MergedConcept& known : concepts_) {
    if (known.value.system == system) known.value.usage = 0;
  }
}

void ConceptMerger::join(MergedConcept& known, Concept&& record, std::size_t origin) {
  Concept& value = known.value;
  switch (origins_[origin].role) {
    case SourceRole::CodeList: join_code_list(known, record, origin); break;
    case SourceRole::Tabular:
      if (!join_tabular(known, record, origin)) return;
      break;
    case SourceRole::Local: join_local(known, record, origin); break;
    case SourceRole::Index:
    case SourceRole::Mapping:
    case SourceRole::Usage: break;
  }
  append_designations(value, record);
  append_notes(value, record);
  append_properties(value, record);
  append(value.relations, record.relations);
  if (value.axes.empty()) value.axes = std::move(record.axes);
  if (value.parent.empty()) value.parent = std::move(record.parent);
  if (value.usage == 0) value.usage = record.usage;
}

/// Another code list has the code already. Of an older release of the same list only further names and
/// relations are of use: its name, notes, dates and status are out of date.
void ConceptMerger::join_code_list(MergedConcept& known, Concept& record, std::size_t origin) {
  const Origin& mine = origins_[origin];
  const Origin& theirs = origins_[known.definer];
  const bool older = theirs.role == SourceRole::CodeList && !mine.partial && !theirs.partial &&
                     release_before(mine.release, theirs.release);
  const bool differs = !record.display.empty() && !same_without_case(record.display, known.value.display);
  if (older) {
    if (differs) report(FindingKind::OlderName, origin, record, record.display);
    record.notes.clear();
    record.properties.clear();
  } else if (differs) {
    if (!mine.partial) report(FindingKind::NameConflict, origin, record, record.display);
    record.designations.insert(record.designations.begin(), Designation{DesignationUse::Synonym, record.display});
  }
}

/// Returns false when a newer tabular has the code: then all of the older one is out of date.
bool ConceptMerger::join_tabular(MergedConcept& known, const Concept& record, std::size_t origin) {
  if (known.tabular != MergedConcept::no_origin && known.tabular != origin) {
    report(FindingKind::OlderRecord, origin, record, record.display);
    return false;
  }
  known.tabular = origin;
  if (!record.display.empty() && !same_without_case(record.display, known.value.display)) {
    report(FindingKind::OlderName, origin, record, record.display);
  }
  return true;
}

void ConceptMerger::join_local(MergedConcept& known, Concept& record, std::size_t origin) {
  const bool same_rank = origins_[known.definer].role == SourceRole::Local && known.definer != origin;
  if (!record.display.empty() && !same_without_case(record.display, known.value.display)) {
    if (same_rank) report(FindingKind::NameConflict, origin, record, record.display);
    record.designations.insert(record.designations.begin(), Designation{DesignationUse::Synonym, record.display});
  }
  if (record.status == Status::Inactive && known.value.status == Status::Active) {
    report(FindingKind::StatusConflict, origin, record, "");
  }
}

void ConceptMerger::report(FindingKind kind, std::size_t origin, const Concept& record, const std::string& detail) {
  std::string example = record.code;
  if (!detail.empty()) example += " " + quoted(detail);
  findings_.add(kind, origins_[origin].file, record.system, std::move(example));
}

}  // namespace medcode
