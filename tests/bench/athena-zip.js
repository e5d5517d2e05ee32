// How does a hospital's Athena download look, without a word of one? Generated: tables of that shape, of plausible names
// made of everyday anatomical words, always the same for the same number.
//
// Exports athenaZip. Held by tests/bench/bench.test.js.

import { makeZip } from '../support/make-zip.js';

const SITES =
  'shoulder elbow wrist hip knee ankle spine hand foot jaw skull rib pelvis femur tibia fibula radius ulna humerus clavicle scapula sternum heart aorta lung trachea larynx tongue stomach liver spleen pancreas kidney bladder ureter colon rectum ovary uterus prostate testis breast thyroid skin eye retina cornea ear nose'.split(
    ' ',
  );
const SIDES = ['left', 'right', 'both sides of the', 'unspecified'];
const KINDS =
  'fracture sprain infection abscess tumor cyst ulcer bleeding inflammation stenosis rupture laceration burn contusion swelling pain injury degeneration malformation obstruction'.split(
    ' ',
  );
const MANNERS =
  'acute,chronic,recurrent,postoperative,congenital,traumatic,open,closed,displaced,complicated,mild,severe,early,late,secondary'.split(
    ',',
  );
const COURSES =
  'initial encounter,subsequent encounter,with routine healing,with delayed healing,with nonunion,with malunion,sequela,without complication,with hemorrhage,with perforation'.split(
    ',',
  );
const VOCABULARIES = [
  ['LOCAL', 'Diagnosis'],
  ['SITE', 'Procedure'],
];

const DATES = '20200101\t20991231\t';

/**
 * @param {number} i
 * @param {number} shift
 */
function nameOf(i, shift = 0) {
  const pick = (/** @type {string[]} */ list, /** @type {number} */ step) =>
    list[(Math.floor(i / step) + shift) % list.length];
  const parts = [pick(MANNERS, 1), pick(KINDS, 15), 'of', pick(SIDES, 300), pick(SITES, 1200)];
  const grade = Math.floor(i / (15 * 20 * 4 * SITES.length));
  return `${parts.join(' ')}, ${pick(COURSES, 7)}${grade ? `, grade ${grade}` : ''}`;
}

/** @param {number} count */
function tables(count) {
  const concept = [
    'concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\tvalid_start_date\tvalid_end_date\tinvalid_reason',
  ];
  const synonym = ['concept_id\tconcept_synonym_name\tlanguage_concept_id'];
  const relation = [
    'concept_id_1\tconcept_id_2\trelationship_id\tvalid_start_date\tvalid_end_date\tinvalid_reason',
  ];
  for (let i = 0; i < count; i += 1) {
    const id = 2_000_000_000 + i;
    const [vocabulary, domain] = VOCABULARIES[i % 2];
    const code = `${vocabulary[0]}${String(i).padStart(6, '0')}`;
    concept.push(
      `${id}\t${nameOf(i)}\t${domain}\t${vocabulary}\t${domain}\tS\t${code}\t${DATES}`,
    );
    if (i % 2 === 0) synonym.push(`${id}\t${nameOf(i, 3)}\t4180186`);
    if (i >= 40) relation.push(`${id}\t${2_000_000_000 + Math.floor(i / 20) * 2 + (i % 2)}\tIs a\t${DATES}`);
    if (i % 4 === 1) relation.push(`${id}\t${id - 1}\tMaps to\t${DATES}`);
  }
  const vocabulary = [
    'vocabulary_id\tvocabulary_name\tvocabulary_reference\tvocabulary_version\tvocabulary_concept_id',
    'None\tOMOP Standardized Vocabularies\tgenerated\tv5.0 30-AUG-24\t1',
    'LOCAL\tDiagnoses of a generated hospital\tgenerated\t2026\t2',
    'SITE\tProcedures of a generated hospital\tgenerated\t2026\t3',
  ];
  return {
    'CONCEPT.csv': concept,
    'CONCEPT_SYNONYM.csv': synonym,
    'CONCEPT_RELATIONSHIP.csv': relation,
    'VOCABULARY.csv': vocabulary,
  };
}

/**
 * Returns a zip of four tables with `count` concepts, half as many synonyms and some five quarters as many relations.
 *
 * @param {number} count
 * @returns {Buffer}
 */
export const athenaZip = (count) =>
  makeZip(
    Object.entries(tables(count)).map(([name, rows]) => ({ name, content: `${rows.join('\n')}\n` })),
  );
