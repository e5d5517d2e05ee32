#include "core/sources/tabular_notes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/sources/lines.hpp"
#include "core/sources/xml.hpp"

namespace medcode {
namespace {

/// Bytes up to which a phrase can be a name; longer `includes` notes are descriptions.
constexpr std::size_t longest_name = 80;

struct NoteElement {
  std::string_view name;
  NoteKind kind;
};

constexpr std::array<NoteElement, 8> note_elements = {{{"notes", NoteKind::Other},
                                                       {"includes", NoteKind::Includes},
                                                       {"excludes1", NoteKind::Excludes1},
                                                       {"excludes2", NoteKind::Excludes2},
                                                       {"codeFirst", NoteKind::CodeFirst},
                                                       {"useAdditionalCode", NoteKind::UseAdditionalCode},
                                                       {"codeAlso", NoteKind::CodeAlso},
                                                       {"sevenChrNote", NoteKind::SeventhCharacter}}};

constexpr std::array<std::string_view, 10> other_elements = {
    "name", "desc", "section", "diag", "sectionIndex", "inclusionTerm", "sevenChrDef", "visualImpairment", "version", "introduction"};

/// Words that begin a description or an instruction instead of a name.
constexpr std::array<std::string_view, 16> no_name_starts = {
    "any ", "code", "codes ", "condition", "these ", "this ", "those ", "the following", "use ", "when ", "where ",
    "with ", "listed ", "all ", "that ", "for "};

constexpr std::array<std::string_view, 7> no_name_parts = {":", ";", " see ", "listed in", "classif", "categor", " code"};

void add_notes(pugi::xml_node list, NoteKind kind, std::vector<Note>& notes) {
  for (const pugi::xml_node note : list.children("note")) {
    std::string text = text_of(note);
    if (!text.empty()) notes.push_back(Note{kind, std::move(text)});
  }
}

/// Adds "A: initial encounter" for each <extension>; a <note> after one belongs to it.
void add_seventh_characters(pugi::xml_node definition, std::vector<Note>& notes) {
  for (const pugi::xml_node child : definition.children()) {
    const std::string text = text_of(child);
    if (text.empty()) continue;
    if (std::string_view(child.name()) == "extension") {
      notes.push_back(Note{NoteKind::SeventhCharacter, std::string(child.attribute("char").value()) + ": " + text});
    } else if (!notes.empty() && notes.back().kind == NoteKind::SeventhCharacter) {
      notes.back().text += "; " + text;
    } else {
      notes.push_back(Note{NoteKind::SeventhCharacter, text});
    }
  }
}

std::string acuity(pugi::xml_node category, const char* bound) {
  std::string text;
  for (const pugi::xml_node range : category.children("visRange")) {
    const std::string value = text_of_child(range.child(bound), "value");
    if (!value.empty()) text += (text.empty() ? "" : ", ") + value;
  }
  return text;
}

/// Adds the table of visual impairment (H54), one note for each category.
void add_visual_impairment(pugi::xml_node table, std::vector<Note>& notes) {
  for (const pugi::xml_node category : table.children("visCategory")) {
    const std::string name = text_of_child(category, "value");
    if (name.empty()) continue;
    const std::string below = acuity(category, "visMax");
    const std::string at_least = acuity(category, "visMin");
    std::string text = "Category " + name + ", visual acuity with best possible correction:";
    if (!below.empty()) text += (at_least.empty() ? " " : " less than ") + below;
    if (!at_least.empty()) text += (below.empty() ? " at least " : "; at least ") + at_least;
    notes.push_back(Note{NoteKind::Other, std::move(text)});
  }
}

}  // namespace

std::vector<Note> tabular_notes(pugi::xml_node node) {
  std::vector<Note> notes;
  const bool is_code = std::string_view(node.name()) == "diag";
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    for (const NoteElement& element : note_elements) {
      if (name == element.name) add_notes(child, element.kind, notes);
    }
    if (name == "inclusionTerm" && !is_code) add_notes(child, NoteKind::Includes, notes);
    if (name == "sevenChrDef") add_seventh_characters(child, notes);
    if (name == "visualImpairment") add_visual_impairment(child, notes);
  }
  return notes;
}

std::vector<Designation> tabular_designations(pugi::xml_node diag) {
  std::vector<Designation> designations;
  for (const pugi::xml_node terms : diag.children("inclusionTerm")) {
    for (const pugi::xml_node note : terms.children("note")) {
      std::string text = text_of(note);
      if (!text.empty()) designations.push_back(Designation{DesignationUse::Inclusion, std::move(text)});
    }
  }
  for (const pugi::xml_node includes : diag.children("includes")) {
    for (const pugi::xml_node note : includes.children("note")) {
      std::string text = text_of(note);
      if (reads_like_name(text)) designations.push_back(Designation{DesignationUse::Inclusion, std::move(text)});
    }
  }
  return designations;
}

bool reads_like_name(std::string_view note) {
  if (note.empty() || note.size() > longest_name) return false;
  for (const std::string_view start : no_name_starts) {
    if (same_without_case(note.substr(0, start.size()), start)) return false;
  }
  return std::none_of(no_name_parts.begin(), no_name_parts.end(),
                      [&](std::string_view part) { return note.find(part) != std::string_view::npos; });
}

bool is_known_tabular_element(std::string_view name) {
  const auto has_name = [&](const NoteElement& element) { return element.name == name; };
  return std::any_of(note_elements.begin(), note_elements.end(), has_name) ||
         std::find(other_elements.begin(), other_elements.end(), name) != other_elements.end();
}

}  // namespace medcode
