// Which ICD-10-CM code has poisoning by, adverse effect of or underdosing of this substance?
//
// Exports the readers of the publisher's table of drugs and chemicals, XML (icd10cm_drug_YYYY.xml) and CSV
// (since 2025), and their recognisers. Held by tests/sources/icd10cm_drug_test.cpp.
//
//   Acetic / acid   column 2, T54.2X1   "Acetic acid poisoning, accidental"
//                   column 7, T49.3X6   "Acetic acid underdosing"
//   Aleve -see Naproxen                 "Aleve poisoning, accidental" goes to Naproxen's code
//
// Both files give the same words for the same substance, so that merging them adds only what is new.
#pragma once

#include "core/base/result.hpp"
#include "core/sources/source.hpp"

namespace medcode {

/// Returns whether `file` is the XML table of drugs and chemicals.
bool is_icd10cm_drug_xml(const SourceFile& file);

/// Returns one Concept per code with a short index designation for each substance. One row of the report is
/// one substance.
Result<SourceContent> read_icd10cm_drug_xml(const SourceFile& file);

/// Returns whether `file` is the CSV table of drugs and chemicals.
bool is_icd10cm_drug_csv(const SourceFile& file);

/// Returns the same from the CSV: windows-1252 or UTF-8, a dash and a blank before a substance for each level.
Result<SourceContent> read_icd10cm_drug_csv(const SourceFile& file);

}  // namespace medcode
