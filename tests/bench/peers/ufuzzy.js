// How is uFuzzy shipped, opened and asked? It has no index: the texts are all it needs, words in any order.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import uFuzzy from '@leeoniya/ufuzzy';
import { joinLines, splitLines } from './lines.js';

/** @typedef {import('./lines.js').Row} Row */

const outOfOrder = 5;
/** With more answers than this it sorts none of them: its own advice for lists of this length. */
const mostSorted = 1000;

/** @param {Row[]} rows */
export const build = (rows) => ({ 'texts.tsv': joinLines(rows) });

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const rows = splitLines(files['texts.tsv']);
  const haystack = rows.map(({ text }) => text);
  const fuzzy = new uFuzzy();
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => {
      const [found, , order] = fuzzy.search(haystack, typed, outOfOrder, mostSorted);
      if (!found) return [];
      const places = order ? order.map((at) => found[at]) : [...found];
      return places.slice(0, limit).map((at) => rows[at].id);
    },
  };
}
