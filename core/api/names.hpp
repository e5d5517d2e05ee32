// How are enumerators called in JSON?
//
// Held by tests/api/json_api_test.cpp.
#pragma once

#include <string_view>

#include "core/search/ranking.hpp"
#include "core/systems/article.hpp"
#include "core/systems/concept.hpp"

namespace medcode::api {

std::string_view use_name(DesignationUse use);
std::string_view status_name(Status status);
std::string_view note_kind_name(NoteKind kind);
std::string_view article_kind_name(ArticleKind kind);
std::string_view tier_name(search::Tier tier);

}  // namespace medcode::api
