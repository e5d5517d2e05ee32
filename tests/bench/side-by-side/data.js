// What is searched, and what is asked?
//
// Exports rowsOf and judgedOf. Every engine searches the same texts: the code with and without its dot, the title, and
// in the larger set all other names too, as the catalog has them. Held by tests/bench/side-by-side.test.js.

import { spreadOver } from '../keys.js';
import { spellingsOf } from '../peers/lines.js';
import { hashOf } from '../growth/random.js';

/** @typedef {import('../peers/lines.js').Row} Row */
/** @typedef {import('../../relevance/judgements.js').Judgement} Judgement */
/** @typedef {import('./contestants.js').SetName} SetName */

/** @param {string} system @param {string} code @param {string[]} names @returns {Row} */
function rowOf(system, code, names) {
  return { id: `${system}/${code}`, text: `${spellingsOf(code)} ${names.join('; ')}` };
}

/** @param {{code: string, title: string}[]} titles of ICD-10-CM */
export const rowsOfTitles = (titles) =>
  titles.map(({ code, title }) => rowOf('icd10cm', code, [title]));

/** @param {import('../../relevance/names.js').Name[]} names of every system */
export const rowsOfNames = (names) =>
  names.map(({ system, code, display, others }) => rowOf(system, code, [display, ...others]));

/**
 * Returns `count` judgements for a set, evenly spread over systems and kinds, then mixed, so that the first of them are
 * as good a sample as all.
 *
 * @param {Judgement[]} judgements
 * @param {SetName} set
 * @param {number} count
 */
export function judgedOf(judgements, set, count) {
  const fitting = judgements.filter(({ system }) => set === 'all' || system === 'icd10cm');
  return spreadOver(fitting, count)
    .map(({ query, system, codes }) => ({ query, system, codes }))
    .sort((a, b) => hashOf(a.query) - hashOf(b.query));
}
