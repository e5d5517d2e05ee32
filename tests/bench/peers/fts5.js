// How is SQLite FTS5 shipped, opened and asked? As a database file, taken into wasm memory as it is.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import { openFts5 } from '../../relevance/fts5.js';

/** @typedef {import('./lines.js').Row} Row */

const table = 'concepts';

/** @param {Row[]} rows */
export async function build(rows) {
  const database = await openFts5();
  database.indexOf(
    table,
    rows.map(({ id, text }) => [id, text]),
  );
  const bytes = database.bytes();
  database.close();
  return { 'concepts.sqlite': bytes };
}

/** @param {Record<string, Uint8Array>} files */
export async function open(files) {
  const database = await openFts5(files['concepts.sqlite']);
  const ask = database.askerOf(table);
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => ask(typed, { limit, isTyping: true }),
    wasmMemory: database.memory,
    close: database.close,
  };
}
