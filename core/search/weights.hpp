// Which few numbers decide the order of answers?
//
// RANKING.md says what each is for and shows a sum. All lie in [0, 1] unless said otherwise. Held by tests/search/ranking_test.cpp.
#pragma once

#include <array>

namespace medcode::search::weights {

// How good a reading of a typed word is, by the way it was found.
inline constexpr float exact = 1.0F;
inline constexpr float equivalent = 0.96F;
inline constexpr float abbreviation = 0.93F;
inline constexpr float lexicon = 0.90F;         ///< brands, lay words, diseases, procedures
inline constexpr float later_alternative = 0.94F;  ///< factor for each further alternative of one entry
inline constexpr float typed_prefix = 0.90F;    ///< the word still being typed
inline constexpr float least_beginning = 0.78F;  ///< factor of a beginning, to which are added ...
inline constexpr float typed_share = 0.12F;     ///< ... times how much of the word is typed
inline constexpr float commonness = 0.10F;      ///< ... times how common the word is
inline constexpr float typed_letter = 0.60F;    ///< the only letter of a word typed so far
inline constexpr float inner_prefix = 0.70F;    ///< a beginning of a word that is not the last
inline constexpr float one_edit = 0.72F;
inline constexpr float two_edits = 0.52F;
inline constexpr float part_of_word = 0.40F;    ///< a part of a word that nothing knows
inline constexpr float split_word = 0.80F;
inline constexpr float joined_word = 0.92F;
inline constexpr float wildcard = 0.95F;

/// How good a name is, by its use (Display, Short, Synonym, Inclusion, Index, Abbreviation, Lay).
inline constexpr std::array<float, 7> name_use = {1.0F, 0.90F, 0.97F, 0.96F, 0.93F, 0.93F, 0.96F};

// What the quality of an answer consists of; the three parts add up to 1.
inline constexpr float satisfaction = 0.45F;  ///< how well the words of the query were met
inline constexpr float coverage = 0.45F;      ///< how much of the name the query accounts for
inline constexpr float prior = 0.10F;         ///< how usual the code is by itself

/// What is left of the importance of a word that may be dropped (of, with, "c/o", "r/o").
inline constexpr float droppable_importance = 0.25F;

/// Names without a searchable word weigh nothing; this keeps them from being divided by. Of the unit of a word's weight.
inline constexpr float least_name_weight = 1e-6F;

/// What a name gains by a word of which one letter is typed, whichever word it is. Of the unit of a word's weight.
inline constexpr float letter_weight = 4.0F;

/// What is left of a word's gain when it stands in another name of the concept than the best one.
inline constexpr float other_name = 0.60F;

// What the prior consists of.
inline constexpr float active_prior = 0.50F;
inline constexpr float usage_prior = 0.30F;
inline constexpr float billable_prior = 0.12F;
inline constexpr float article_prior = 0.08F;

/// What is taken off for codes of a later encounter or a sequela (ICD-10-CM's seventh character other than A to C), which
/// are used when the first encounter has been coded.
inline constexpr float later_encounter_prior = 0.15F;

/// What is taken off for codes that report a quality measure (HCPCS G8, G9, M1), which are not what was done or supplied.
inline constexpr float measure_prior = 0.30F;

/// What is taken off for ICD-9-CM, which nobody bills with since ICD-10 took its place in the United States in October 2015.
inline constexpr float superseded_prior = 0.50F;

/// What is taken off for congenital conditions (ICD-10-CM Q), rarer than the acquired ones of the same name.
inline constexpr float congenital_prior = 0.10F;

/// Smallest share, by weight, of the words known to the catalog that a relaxed answer meets.
inline constexpr float least_relaxed_share = 0.34F;

// What the likeness of two concepts consists of; the first two add up to 1.
inline constexpr float likeness_asked = 0.70F;      ///< how much of what the one asks for the other has
inline constexpr float likeness_covered = 0.30F;    ///< how much of the other's best name is accounted for
inline constexpr float likeness_asked_elsewhere = 0.50F;  ///< what is left of the weight of a word that is not in the display
inline constexpr float likeness_other_name = 0.85F; ///< what a word is worth in another name than the display
inline constexpr float likeness_above = 0.80F;      ///< factor for each level above the concept at which a word stands
inline constexpr float likeness_plain_word = 0.20F; ///< what is left of the weight of a side, an encounter, other, unspecified
inline constexpr float least_likeness = 0.17F;      ///< under which nothing is called similar

// What is taken off likeness.
inline constexpr float unlike_billing = 0.20F;      ///< for one to be billed and one that is a header
inline constexpr float unlike_status = 0.05F;       ///< for one no longer in use
inline constexpr float unlike_without = 0.05F;      ///< where only one of them says without
inline constexpr float unlike_side = 0.05F;         ///< for a side that was not asked for
inline constexpr float unlike_usage = 0.05F;        ///< times how unusual the code is by itself
inline constexpr float unlike_crowd = 0.02F;        ///< for each line of the same parent before it but the first

}  // namespace medcode::search::weights
