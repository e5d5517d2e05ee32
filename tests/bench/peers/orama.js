// How is Orama shipped, opened and asked? As its saved database, with one mistake in a word allowed.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import { create, insertMultiple, load, save, search } from '@orama/orama';
import { parseJson } from './lines.js';

/** @typedef {import('./lines.js').Row} Row */

const schema = /** @type {const} */ ({ text: 'string' });

/** @param {Row[]} rows */
export async function build(rows) {
  const database = create({ schema });
  await insertMultiple(database, rows);
  return { 'database.json': JSON.stringify(save(database)) };
}

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const database = create({ schema });
  load(database, parseJson(files['database.json']));
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => {
      const query = { term: typed, properties: /** @type {['text']} */ (['text']), tolerance: 1, limit };
      const found = /** @type {import('@orama/orama').Results<any>} */ (search(database, query));
      return found.hits.map(({ id }) => String(id));
    },
  };
}
