// How are other search engines given titles, and how are they asked while a person types?
//
// Exports peers: each makes, from codes and titles, a function that answers what was typed with up to ten codes. Each
// is set up as its documentation advises for search as you type. Held by tests/bench/bench.test.js.

import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { openFts5 } from '../relevance/fts5.js';

/** @typedef {import('./titles.js').Title} Title */
/** @typedef {(typed: string) => string[]} Ask */

const limit = 10;

export const miniSearchOptions = { fields: ['title'], idField: 'code' };

/** @param {MiniSearch} index @returns {Ask} */
export const askMiniSearch = (index) => (typed) =>
  index
    .search(typed, { prefix: true, fuzzy: 0.2 })
    .slice(0, limit)
    .map(({ id }) => String(id));

/** @param {Title[]} titles */
export function buildMiniSearch(titles) {
  const index = new MiniSearch(miniSearchOptions);
  index.addAll(titles);
  return index;
}

/** @param {Title[]} titles @returns {Promise<Ask>} */
async function fts5(titles) {
  const database = await openFts5();
  const ask = database.indexOf(
    'titles',
    titles.map(({ code, title }) => [code, title]),
  );
  return (typed) => ask(typed, { limit, isTyping: true });
}

/** @param {Title[]} titles @returns {Ask} */
function flexSearch(titles) {
  const index = new FlexSearch.Index({ tokenize: 'forward' });
  titles.forEach(({ title }, at) => index.add(at, title));
  return (typed) => index.search(typed, { limit }).map((at) => titles[Number(at)].code);
}

/** @param {Title[]} titles @returns {Promise<Ask>} */
async function orama(titles) {
  const database = create({ schema: { code: 'string', title: 'string' } });
  await insertMultiple(database, titles);
  return (typed) => {
    const found = search(database, { term: typed, properties: ['title'], tolerance: 1, limit });
    return found.hits.map(({ document }) => document.code);
  };
}

/** @param {Title[]} titles @returns {Ask} */
function uFuzzySearch(titles) {
  const haystack = titles.map(({ title }) => title);
  const fuzzy = new uFuzzy();
  const outOfOrder = 5;
  const mostSorted = 1000;
  return (typed) => {
    const [found, , order] = fuzzy.search(haystack, typed, outOfOrder, mostSorted);
    if (!found) return [];
    const places = order ? order.map((at) => found[at]) : found;
    return [...places].slice(0, limit).map((at) => titles[at].code);
  };
}

/** @type {Record<string, (titles: Title[]) => Ask | Promise<Ask>>} */
export const peers = {
  MiniSearch: (titles) => askMiniSearch(buildMiniSearch(titles)),
  'SQLite FTS5': fts5,
  FlexSearch: flexSearch,
  Orama: orama,
  uFuzzy: uFuzzySearch,
};
