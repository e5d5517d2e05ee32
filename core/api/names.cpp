#include "core/api/names.hpp"

#include <array>
#include <cstddef>

namespace medcode::api {

std::string_view use_name(DesignationUse use) {
  static constexpr std::array<std::string_view, 7> names = {"display", "short", "synonym", "inclusion", "index", "abbreviation", "lay"};
  return names[static_cast<std::size_t>(use)];
}

std::string_view status_name(Status status) { return status == Status::Active ? "active" : "inactive"; }

std::string_view note_kind_name(NoteKind kind) {
  static constexpr std::array<std::string_view, 9> names = {"includes", "excludes1", "excludes2", "code-first", "use-additional-code",
                                                            "code-also", "seventh-character", "definition", "other"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view article_kind_name(ArticleKind kind) {
  static constexpr std::array<std::string_view, 7> names = {"procedure", "diagnosis", "test", "imaging", "drug", "device", "vaccine"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view tier_name(search::Tier tier) {
  static constexpr std::array<std::string_view, 5> names = {"relaxed", "all-words", "exact-name", "code-prefix", "exact-code"};
  return names[static_cast<std::size_t>(tier)];
}

}  // namespace medcode::api
