// What do SQLite FTS5 and MiniSearch answer to the same queries over the same names?
//
// Exports answerWithPeers. Each peer gets an index for every system, of code (with and without dots), display and
// all other names, and is asked as its users ask it: FTS5 with the porter stemmer, bm25 and any word; MiniSearch
// with prefixes and edit distance 0.2. Held by tests/relevance/run.mjs --peers.

import MiniSearch from 'minisearch';
import { openFts5 } from './fts5.js';
import { readNames } from './names.js';

/** @typedef {import('./judgements.js').Judgement} Judgement */
/** @typedef {import('./names.js').Name} Name */

/** As many as success@10 needs. */
const limit = 10;

/** @param {Name} name */
const spellings = ({ code }) => `${code} ${code.replaceAll('.', '')}`;

/**
 * @param {Name[]} names
 * @returns {(query: string) => string[]} answers a query with codes
 */
function miniSearchOver(names) {
  const index = new MiniSearch({ fields: ['spellings', 'display', 'others'], idField: 'code' });
  index.addAll(
    names.map((name) => ({
      code: name.code,
      spellings: spellings(name),
      display: name.display,
      others: name.others.join(' ; '),
    })),
  );
  return (query) =>
    index
      .search(query, { prefix: true, fuzzy: 0.2 })
      .slice(0, limit)
      .map(({ id }) => String(id));
}

/**
 * Returns the codes each peer answers to each judgement, in their order.
 *
 * @param {{wasm: string, catalog: string}} built
 * @param {string} folder where the names are kept
 * @param {Judgement[]} judgements
 * @returns {Promise<Record<string, string[][]>>}
 */
export async function answerWithPeers(built, folder, judgements) {
  const names = await readNames(built.wasm, built.catalog, folder);
  const fts5 = await openFts5();
  /** @type {Record<string, string[][]>} */
  const answers = {
    'SQLite FTS5': judgements.map(() => []),
    MiniSearch: judgements.map(() => []),
  };
  for (const system of new Set(judgements.map((judgement) => judgement.system))) {
    const mine = names.filter((name) => name.system === system);
    const rows = mine.map((name) => [
      name.code,
      [spellings(name), name.display, ...name.others].join(' ; '),
    ]);
    const askFts5 = fts5.indexOf(system, rows);
    const askMiniSearch = miniSearchOver(mine);
    judgements.forEach(({ query, system: searched }, at) => {
      if (searched !== system) return;
      answers['SQLite FTS5'][at] = askFts5(query, { limit });
      answers.MiniSearch[at] = askMiniSearch(query);
    });
    console.error(`${system}: ${mine.length} concepts searched by the peers`);
  }
  fts5.close();
  return answers;
}
