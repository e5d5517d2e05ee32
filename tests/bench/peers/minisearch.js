// How is MiniSearch shipped, opened and asked? As the saved index that its documentation describes, with the texts in it.
//
// Exports build, open, options. Held by tests/bench/bench.test.js.

import MiniSearch from 'minisearch';

/** @typedef {import('./lines.js').Row} Row */

export const options = { fields: ['text'], storeFields: ['text'], idField: 'id' };

/** @param {Row[]} rows */
export function build(rows) {
  const index = new MiniSearch(options);
  index.addAll(rows);
  return { 'index.json': JSON.stringify(index) };
}

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const index = MiniSearch.loadJSON(new TextDecoder().decode(files['index.json']), options);
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) =>
      index
        .search(typed, { prefix: true, fuzzy: 0.2 })
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}
