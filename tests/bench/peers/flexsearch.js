// How is FlexSearch shipped, opened and asked? As its exported index, words by their beginnings, beside the texts.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import FlexSearch from 'flexsearch';
import { joinLines, splitLines } from './lines.js';

/** @typedef {import('./lines.js').Row} Row */

const options = /** @type {const} */ ({ tokenize: 'forward' });

/** @param {Row[]} rows */
export async function build(rows) {
  const index = new FlexSearch.Index(options);
  rows.forEach(({ text }, at) => index.add(at, text));
  /** @type {Record<string, string>} */
  const files = { 'texts.tsv': joinLines(rows) };
  await index.export((key, data) => {
    if (data) files[`index-${key}`] = String(data);
  });
  return files;
}

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const index = new FlexSearch.Index(options);
  const rows = splitLines(files['texts.tsv']);
  for (const [name, bytes] of Object.entries(files)) {
    if (name.startsWith('index-')) index.import(name.slice(6), new TextDecoder().decode(bytes));
  }
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => index.search(typed, { limit }).map((at) => rows[Number(at)].id),
  };
}
