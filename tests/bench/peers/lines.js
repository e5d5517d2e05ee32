// How are ids and texts shipped to an engine that does not keep them itself?
//
// Exports joinLines, splitLines, bareLines, spellingsOf and parseJson. A line has a concept's id, SYSTEM/CODE, a tab and its
// names; the spellings of the code, which are searched too, are made again from the id. Held by tests/bench/bench.test.js.

/** @typedef {{id: string, text: string}} Row the text is the spellings of the code, a blank, and the names */

/** @param {string} id */
const codeOf = (id) => id.slice(id.indexOf('/') + 1);

/** @param {string} code @returns {string} the code as it is, and without its dot where it has one */
export function spellingsOf(code) {
  const bare = code.replaceAll('.', '');
  return bare === code ? code : `${code} ${bare}`;
}

/** @param {Row} row */
const namesOf = ({ id, text }) => text.slice(spellingsOf(codeOf(id)).length + 1);

/** @param {Row[]} rows */
export const joinLines = (rows) => rows.map((row) => `${row.id}\t${namesOf(row)}`).join('\n');

/** @param {Row[]} rows @returns {string} nothing but codes and names: what compressors are set on */
export const bareLines = (rows) =>
  rows.map((row) => `${codeOf(row.id)}\t${namesOf(row)}\n`).join('');

/** @param {Uint8Array} bytes @returns {Row[]} */
export const splitLines = (bytes) =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => {
      const tab = line.indexOf('\t');
      const id = line.slice(0, tab);
      return { id, text: `${spellingsOf(codeOf(id))} ${line.slice(tab + 1)}` };
    });

/** @param {Uint8Array} bytes */
export const parseJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
