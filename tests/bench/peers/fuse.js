// How is Fuse.js shipped, opened and asked? The texts are shipped, its list is made on opening, which is quicker than loading it.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import Fuse from 'fuse.js';
import { joinLines, splitLines } from './lines.js';

/** @typedef {import('./lines.js').Row} Row */

/** @param {Row[]} rows */
export const build = (rows) => ({ 'texts.tsv': joinLines(rows) });

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const rows = splitLines(files['texts.tsv']);
  const list = new Fuse(
    rows.map(({ text }) => text),
    { ignoreLocation: true },
  );
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => list.search(typed, { limit }).map(({ refIndex }) => rows[refIndex].id),
  };
}
