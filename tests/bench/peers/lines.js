// How are ids and texts shipped to an engine that does not keep them itself?
//
// Exports joinLines and splitLines: one line a concept, id and text with a tab between. Held by tests/bench/bench.test.js.

/** @typedef {{id: string, text: string}} Row */

/** @param {Row[]} rows */
export const joinLines = (rows) => rows.map(({ id, text }) => `${id}\t${text}`).join('\n');

/** @param {Uint8Array} bytes @returns {Row[]} */
export const splitLines = (bytes) =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => {
      const tab = line.indexOf('\t');
      return { id: line.slice(0, tab), text: line.slice(tab + 1) };
    });

/** @param {Uint8Array} bytes */
export const parseJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
