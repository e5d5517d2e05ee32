// Which of our systems is an OMOP vocabulary, and when was the download made?
//
// Exports the naming of vocabularies and the reader of VOCABULARY.csv. Held by tests/sources/athena_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns our system id: "ICD10CM" -> "icd10cm", DRG of class "MS-DRG" -> "msdrg" and of any other "cmsdrg", the
/// modifiers of HCPCS -> "hcpcsmod", any other in lower case. Empty for OMOP's own bookkeeping (Domain, Relationship ...).
std::string system_of_vocabulary(std::string_view vocabulary, std::string_view concept_class);

/// Is what VOCABULARY.csv says of one vocabulary.
struct AthenaVocabulary {
  std::string name;
  std::string version;
};

/// Is the whole table.
struct AthenaVocabularies {
  std::map<std::string, AthenaVocabulary, std::less<>> by_id;  ///< by OMOP's vocabulary_id
  std::string release;                                         ///< ISO date of the download; empty when unknown
};

/// Reads VOCABULARY.csv into `into`; returns the report as a content without concepts.
Result<SourceContent> read_athena_vocabulary(const SourceFile& file, AthenaVocabularies& into);

}  // namespace medcode
